package eu.wattpeil.kpi.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rejects of a definition that are counted only: of a document with very many the first ones are
 * kept.
 *
 * @param count above 0
 */
public record UnkeptRejects(String definition, long count) {

    /** Those of which {@code kept} says nothing, by definition. */
    public static List<UnkeptRejects> of(List<SourceFacts> sources, List<RejectFacts> kept) {
        Map<String, Long> counts =
                sources.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SourceFacts::definition,
                                        TreeMap::new,
                                        Collectors.summingLong(SourceFacts::rejects)));
        kept.forEach(it -> counts.merge(it.definition(), -it.count(), Long::sum));
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(it -> new UnkeptRejects(it.getKey(), it.getValue()))
                .toList();
    }
}
