package eu.wattpeil.kpi.value;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of the withheld departments in one quantity of a month: sums of some of them.
 *
 * @param sums the departments in each; not empty
 * @param isOfAll whether no department at all is known, so that a sum is of the organisation
 */
record ToldQuantity(Staff staff, List<Set<String>> sums, boolean isOfAll) {

    ToldQuantity {
        sums = sums.stream().filter(sum -> !sum.isEmpty()).distinct().toList();
    }

    /** The small departments whose amount follows. */
    Set<String> determined() {
        KnownSums amounts = new KnownSums(sums);
        return sums.stream()
                .flatMap(Set::stream)
                .filter(staff::isSmall)
                .filter(amounts::determine)
                .collect(Collectors.toSet());
    }

    /** The groups with small departments of which the amount follows and which are too small. */
    Set<Set<String>> smallGroups() {
        Stream<Set<String>> small =
                sums.stream()
                        .filter(
                                sum ->
                                        isOfAll
                                                ? staff.areAllKnownFew(sum)
                                                : staff.isSmallGroup(sum));
        return Stream.concat(small, differences().filter(staff::isSmallGroup))
                .filter(group -> group.stream().anyMatch(staff::isSmall))
                .collect(Collectors.toSet());
    }

    private Stream<Set<String>> differences() {
        return sums.stream()
                .flatMap(
                        part ->
                                sums.stream()
                                        .filter(whole -> whole.containsAll(part))
                                        .filter(whole -> whole.size() > part.size())
                                        .map(whole -> without(whole, part)));
    }

    static Set<String> without(Set<String> departments, Set<String> others) {
        Set<String> rest = new HashSet<>(departments);
        rest.removeAll(others);
        return rest;
    }
}
