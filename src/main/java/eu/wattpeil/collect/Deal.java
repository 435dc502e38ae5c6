package eu.wattpeil.collect;

import eu.wattpeil.collect.WatchedContent.State;
import java.util.ArrayList;
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
import java.util.regex.Pattern;

/**
 * The documents of a run, dealt to its workers one by one, the largest first. Those of one archive
 * come together and in their order, in which they are read fastest.
 */
final class Deal {

    /** How often a file may change while it is read, before that is told. */
    private static final int MOST_READINGS = 3;

    private static final Pattern ENTRY = Pattern.compile("![0-9]+$");

    private final Function<Document, String> ids;
    private final Queue<Waiting> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong(Waiting::bytesOfFile)
                            .reversed()
                            .thenComparing(it -> it.document().name()));
    private final Set<String> dealt = new HashSet<>();
    private final Map<String, Integer> readings = new HashMap<>();

    /**
     * A document that nobody has been dealt.
     *
     * @param bytesOfFile of all that are dealt of its archive; its own where it is in none
     */
    private record Waiting(Document document, long bytesOfFile) {}

    /**
     * @param ids gives the identity of a document
     */
    Deal(List<Document> documents, Function<Document, String> ids) {
        this.ids = ids;
        add(documents, Set.of());
    }

    synchronized Optional<Document> next() {
        Optional<Document> next = Optional.ofNullable(waiting.poll()).map(Waiting::document);
        next.ifPresent(document -> readings.merge(document.name(), 1, Integer::sum));
        return next;
    }

    /**
     * Takes the largest of those that others can read as well, and leaves some for this process.
     *
     * @param left how many at least
     * @param most how many are taken
     */
    synchronized List<Document> spare(int left, int most) {
        List<Document> spare = new ArrayList<>();
        List<Waiting> passed = new ArrayList<>();
        while (spare.size() < most && waiting.size() + passed.size() > left) {
            Waiting next = waiting.poll();
            if (next == null) {
                break;
            }
            if (next.document().content().isWholeFile()) {
                spare.add(next.document());
            } else {
                passed.add(next);
            }
        }
        waiting.addAll(passed);
        return spare;
    }

    /** Deals what took the place of a document while it was read. */
    synchronized void again(Document document, List<Document> now, Set<String> stored) {
        dealt.remove(ids.apply(document));
        add(now, stored);
    }

    /** Adds documents that are neither in the store nor dealt before. */
    private void add(List<Document> documents, Set<String> stored) {
        Map<String, Long> bytes = new HashMap<>();
        for (Document document : documents) {
            bytes.merge(file(document), document.bytes(), Long::sum);
        }
        for (Document document : documents) {
            String id = ids.apply(document);
            if (!stored.contains(id) && dealt.add(id)) {
                waiting.add(new Waiting(document, bytes.getOrDefault(file(document), 0L)));
            }
        }
    }

    private static String file(Document document) {
        return ENTRY.matcher(document.name()).replaceFirst("");
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
