package eu.wattpeil.kpi.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The documents of a dataset behind a figure.
 *
 * @param model that reads the dataset
 * @param documents in order of arrival; none where nothing was delivered
 */
public record Source(String dataset, String model, List<DocumentLines> documents) {

    static final Comparator<DocumentLines> ORDER =
            Comparator.comparing(DocumentLines::batch)
                    .thenComparing(DocumentLines::name)
                    .thenComparing(DocumentLines::documentId);

    public Source {
        documents = List.copyOf(documents);
    }

    /** How many lines count; empty where that would tell of few people. */
    public Optional<Long> lines() {
        return documents.stream().allMatch(it -> it.lines().isPresent())
                ? Optional.of(
                        documents.stream().mapToLong(it -> it.lines().orElseThrow().count()).sum())
                : Optional.empty();
    }

    /** Those of several months as one for each model, by its name. */
    static List<Source> of(List<List<Source>> months) {
        Map<String, Source> sources = new TreeMap<>();
        months.stream()
                .flatMap(List::stream)
                .forEach(source -> sources.merge(source.model, source, Source::and));
        return List.copyOf(sources.values());
    }

    private Source and(Source other) {
        Map<String, DocumentLines> all = new LinkedHashMap<>();
        documents.forEach(it -> all.put(it.documentId(), it));
        other.documents.forEach(it -> all.merge(it.documentId(), it, DocumentLines::and));
        List<DocumentLines> sorted = new ArrayList<>(all.values());
        sorted.sort(ORDER);
        return new Source(dataset, model, sorted);
    }
}
