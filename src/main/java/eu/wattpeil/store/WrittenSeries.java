package eu.wattpeil.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this process knows of the series of documents that it wrote, until somebody asks. */
final class WrittenSeries {

    private static final int MOST_SPANS = 50_000;

    private final Map<String, Known> known = new HashMap<>();
    private int spans;

    private record Known(Optional<String> files, List<SeriesSpan> spans) {}

    /** Keeps those of a document, while there is room. */
    synchronized void keep(LedgerRow document, List<SeriesSpan> all) {
        take(document);
        if (spans + all.size() <= MOST_SPANS) {
            known.put(document.documentId(), new Known(document.filesText(), List.copyOf(all)));
            spans += all.size();
        }
    }

    /** Those of a document, which are gone then; empty where they are not known. */
    synchronized Optional<List<SeriesSpan>> take(LedgerRow document) {
        Optional<Known> taken = Optional.ofNullable(known.remove(document.documentId()));
        taken.ifPresent(it -> spans -= it.spans().size());
        return taken.filter(it -> it.files().equals(document.filesText())).map(Known::spans);
    }
}
