package eu.wattpeil.kpi.value;

import eu.wattpeil.workspace.Headcount;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people of each department in a month. A department of which nobody knows how many it has
 * counts none.
 */
final class Staff {

    private final int minimumGroupSize;
    private final Map<String, Integer> people;

    Staff(int minimumGroupSize, List<Headcount> headcounts, YearMonth month) {
        this.minimumGroupSize = minimumGroupSize;
        this.people =
                headcounts.stream()
                        .filter(headcount -> headcount.month().equals(month))
                        .collect(
                                Collectors.toMap(
                                        Headcount::departmentId, Headcount::people, Math::min));
    }

    int size(String department) {
        return people.getOrDefault(department, 0);
    }

    boolean isSmall(String department) {
        return size(department) < minimumGroupSize;
    }

    /** Why a department is withheld. */
    Reason whyWithheld(String department) {
        return isSmall(department)
                ? Reason.FEWER_THAN_MINIMUM_PEOPLE
                : Reason.PROTECTS_SMALLER_DEPARTMENT;
    }

    /** Whether an amount of some departments together would tell of few people. */
    boolean isSmallGroup(Set<String> departments) {
        return departments.size() < 2 || people(departments) < minimumGroupSize;
    }

    /** The same of all departments; where nobody knows of anyone they may be many. */
    boolean areAllKnownFew(Set<String> departments) {
        int known = people(departments);
        return departments.size() < 2 || (known > 0 && known < minimumGroupSize);
    }

    private int people(Set<String> departments) {
        return departments.stream().mapToInt(this::size).sum();
    }
}
