package eu.wattpeil.collect;

import eu.wattpeil.collect.WatchedContent.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/** The documents of a run, dealt to its workers one by one, the largest first. */
final class Deal {

    /** How often a file may change while it is read, before that is told. */
    private static final int MOST_READINGS = 3;

    private final Function<Document, String> ids;
    private final Queue<Document> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong(Document::bytes)
                            .reversed()
                            .thenComparing(Document::name));
    private final Set<String> dealt = new HashSet<>();
    private final Map<String, Integer> readings = new HashMap<>();

    /**
     * @param ids gives the identity of a document
     */
    Deal(List<Document> documents, Function<Document, String> ids) {
        this.ids = ids;
        add(documents, Set.of());
    }

    synchronized Optional<Document> next() {
        Optional<Document> next = Optional.ofNullable(waiting.poll());
        next.ifPresent(document -> readings.merge(document.name(), 1, Integer::sum));
        return next;
    }

    /** Deals what took the place of a document while it was read. */
    synchronized void again(Document document, List<Document> now, Set<String> stored) {
        dealt.remove(ids.apply(document));
        add(now, stored);
    }

    /** Adds documents that are neither in the store nor dealt before. */
    private void add(List<Document> documents, Set<String> stored) {
        for (Document document : documents) {
            String id = ids.apply(document);
            if (!stored.contains(id) && dealt.add(id)) {
                waiting.add(document);
            }
        }
    }

    /** Whether a document that changed while it was read is worth another reading at once. */
    synchronized boolean isWorthAnother(Document document) {
        return readings.getOrDefault(document.name(), 0) < MOST_READINGS;
    }

    /**
     * What may have become of a document by the time that it is read. A file that never stops
     * growing is taken as it was found, in the end: the next run reads it with what is new.
     */
    synchronized Set<State> accepted(Document document) {
        return isWorthAnother(document) ? Set.of(State.SAME) : Set.of(State.SAME, State.GROWN);
    }
}
