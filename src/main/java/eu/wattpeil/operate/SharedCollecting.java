package eu.wattpeil.operate;

import eu.wattpeil.collect.CollectJob;
import eu.wattpeil.collect.CollectRun;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Help;
import eu.wattpeil.hosts.Offer;
import eu.wattpeil.hosts.Offers;
import eu.wattpeil.hosts.RepositoryException;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets other hosts read documents, while this process holds the work and collects.
 *
 * <p>Few are offered at a time, of the definitions that come last, and the more the faster they are
 * taken: so nothing is lost where nobody comes. What is staged this process puts in place, when it
 * comes to its definition; what nobody has taken by then, could not be read elsewhere, or was taken
 * by somebody who died, it reads itself.
 */
final class SharedCollecting implements Help, AutoCloseable {

    /** Less than that is read before another host has come. */
    private static final long FEWEST_BYTES = 32L << 20;

    private static final int FEWEST_DOCUMENTS = 200;
    private static final int FIRST_OFFERED = 16;
    private static final int MOST_OFFERED = 256;
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Offers offers;
    private final Store store;
    private final Clock clock;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Long, Lent> lent = new HashMap<>();
    private final SortedMap<String, Integer> documentsByHost = new TreeMap<>();
    private Optional<Thread> thread = Optional.empty();

    /** What ended the thread before its time. */
    private @Nullable Throwable fault;

    private int mostFree = FIRST_OFFERED;
    private boolean isClosed;

    /** A run of a definition, and what of it is ready or came back. */
    private static final class Part {

        private final CollectRun run;
        private final long batch;
        private final Deque<Staged> staged = new ArrayDeque<>();
        private final Deque<Document> returned = new ArrayDeque<>();
        private int awaited;

        Part(CollectRun run, long batch) {
            this.run = run;
            this.batch = batch;
        }
    }

    /** A document that was offered. */
    private record Lent(Part part, Document document) {}

    private SharedCollecting(Offers offers, Store store, Clock clock) {
        this.offers = offers;
        this.store = store;
        this.clock = clock;
    }

    /** Other hosts may come from now on. */
    static SharedCollecting begin(SharedJobs shared, Store store, Clock clock) {
        store.hosts().beginHelp();
        return new SharedCollecting(
                Offers.open(shared.database(), shared.claim(), SoftwareVersion.text()),
                store,
                clock);
    }

    /** Whether other hosts would have come before some documents are read. */
    static boolean isWorthwhile(List<Document> documents) {
        List<Document> shared =
                documents.stream().filter(it -> it.content().isWholeFile()).toList();
        return shared.size() > 1
                && (shared.size() >= FEWEST_DOCUMENTS
                        || shared.stream().mapToLong(Document::bytes).sum() >= FEWEST_BYTES);
    }

    /** Adds what is collected for a definition; in the order in which this process does it. */
    synchronized void add(CollectRun run, long batch) {
        parts.add(new Part(run, batch));
    }

    /** Begins to offer what was added. */
    synchronized void offer() {
        Thread started = new Thread(this::look, "offers");
        started.setDaemon(true);
        thread = Optional.of(started);
        started.start();
    }

    /** How many documents others have read, by what they call themselves. */
    synchronized SortedMap<String, Integer> documentsByHost() {
        return new TreeMap<>(documentsByHost);
    }

    @Override
    public synchronized Optional<Staged> staged(CollectRun run) {
        return part(run).flatMap(it -> Optional.ofNullable(it.staged.poll()));
    }

    @Override
    public synchronized Optional<Document> returned(CollectRun run) {
        Optional<Part> part = part(run);
        if (part.isEmpty() || isClosed) {
            return Optional.empty();
        }
        Optional<Document> returned = Optional.ofNullable(part.get().returned.poll());
        if (returned.isPresent() || part.get().awaited == 0) {
            return returned;
        }
        OptionalLong back = offers.takeBack(run.definition());
        return back.isEmpty() ? Optional.empty() : ended(back.getAsLong()).map(Lent::document);
    }

    @Override
    public synchronized boolean isAwaited(CollectRun run) {
        return part(run)
                .filter(it -> it.awaited > 0 || !it.staged.isEmpty() || !it.returned.isEmpty())
                .isPresent();
    }

    /** Nothing more would come where nobody looks any more. */
    @Override
    public synchronized void await() throws InterruptedException {
        if (fault != null) {
            throw new IllegalStateException("what other hosts read is not looked at", fault);
        }
        wait(LOOK.toMillis());
    }

    @Override
    public synchronized void took(Staged staged) {
        documentsByHost.merge(staged.who(), 1, Integer::sum);
    }

    private Optional<Part> part(CollectRun run) {
        return parts.stream().filter(it -> it.run == run).findFirst();
    }

    private void look() {
        try {
            while (lookOnce()) {
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error found) {
            end(found);
        }
    }

    private synchronized void end(Throwable found) {
        fault = found;
        notifyAll();
    }

    /** Whether to look again. A repository that is away ends the run, unless it is back soon. */
    private synchronized boolean lookOnce() {
        if (isClosed) {
            return false;
        }
        try {
            offers.settled().forEach(this::settle);
            offerMore(offers.free());
        } catch (RepositoryException unreachable) {
            return true;
        } finally {
            notifyAll();
        }
        return true;
    }

    private void settle(Offers.Settled settled) {
        Optional<Lent> found = ended(settled.offerId());
        if (found.isEmpty()) {
            return;
        }
        Part part = found.get().part();
        Document document = found.get().document();
        if (settled.isStaged()) {
            String folder = Helping.folder(part.run.documentId(document), settled.offerId());
            part.staged.add(new Staged(document, folder, settled.who()));
        } else {
            part.returned.add(document);
        }
    }

    private Optional<Lent> ended(long offerId) {
        Optional<Lent> found = Optional.ofNullable(lent.remove(offerId));
        found.ifPresent(it -> it.part().awaited--);
        return found;
    }

    private void offerMore(int free) {
        if (free == 0 && !lent.isEmpty()) {
            mostFree = Math.min(MOST_OFFERED, 2 * mostFree);
        }
        int wanted = mostFree - free;
        for (int place = parts.size() - 1; place >= 0 && wanted > 0; place--) {
            Part part = parts.get(place);
            int left = place == 0 ? CollectJob.WORKERS : 0;
            for (Document document : part.run.spare(left, wanted)) {
                offer(part, document);
                wanted--;
            }
        }
    }

    /** What cannot be offered is read here. */
    private void offer(Part part, Document document) {
        Offer offer =
                new Offer(
                        part.run.definition(),
                        part.run.documentId(document),
                        document.name(),
                        document.bytes(),
                        document.sha256(),
                        part.batch,
                        clock.instant());
        try {
            lent.put(offers.offer(offer), new Lent(part, document));
            part.awaited++;
        } catch (RepositoryException unreachable) {
            part.returned.add(document);
            throw unreachable;
        }
    }

    /** Nobody else reads any more. */
    @Override
    public void close() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
            isClosed = true;
        }
        thread.ifPresent(SharedCollecting::join);
        offers.close();
        store.hosts().endHelp();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
