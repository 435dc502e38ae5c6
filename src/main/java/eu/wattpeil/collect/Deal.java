package eu.wattpeil.collect;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The documents of the running job, dealt to its workers one by one, the largest first. */
final class Deal {

    private final Deque<Document> waiting = new ArrayDeque<>();

    synchronized void start(List<Document> documents) {
        waiting.clear();
        documents.stream()
                .sorted(
                        Comparator.comparingLong(Document::bytes)
                                .reversed()
                                .thenComparing(Document::name))
                .forEach(waiting::add);
    }

    synchronized Optional<Document> next() {
        return Optional.ofNullable(waiting.poll());
    }
}
