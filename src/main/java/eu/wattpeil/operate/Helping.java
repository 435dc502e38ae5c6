package eu.wattpeil.operate;

import eu.wattpeil.collect.CollectJob;
import eu.wattpeil.collect.StagingReader;
import eu.wattpeil.collect.StagingReader.Wanted;
import eu.wattpeil.hosts.HelpedClaim;
import eu.wattpeil.hosts.Offer;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.RepositoryException;
import eu.wattpeil.hosts.ThisHost;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.workspace.SoftwareVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads documents for the host that holds the work, as long as it offers any. All that comes of it
 * lies in the folder of that host's claim, where nobody sees it; that host puts it in place.
 */
final class Helping {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Setup setup;
    private final RepositoryDatabase database;
    private final List<RunListener> listeners;
    private final Stop stop;
    private final Clock clock;
    private final Set<String> leftToOthers = new TreeSet<>();
    private int documents;
    private long bytes;
    private volatile boolean isHindered;

    Helping(
            Setup setup,
            RepositoryDatabase database,
            List<RunListener> listeners,
            Stop stop,
            Clock clock) {
        this.setup = setup;
        this.database = database;
        this.listeners = List.copyOf(listeners);
        this.stop = stop;
        this.clock = clock;
    }

    /** The folder in which a document is staged: of one offer alone. */
    static String folder(String documentId, long offerId) {
        return documentId + "." + offerId;
    }

    /**
     * Helps whoever holds the work, until nobody wants help any more.
     *
     * @return whether anything was handed over
     */
    boolean help() {
        Optional<HelpedClaim.Open> open = HelpedClaim.find(database);
        if (open.isEmpty()) {
            return false;
        }
        if (!open.get().software().equals(SoftwareVersion.text())) {
            tell(
                    new RunEvent.NotHelped(
                            open.get().holder()
                                    + " collects with version "
                                    + open.get().software()
                                    + " of Wattpeil, expected "
                                    + SoftwareVersion.text()
                                    + " as here; it is not helped"));
            return false;
        }
        help(open.get());
        if (documents > 0) {
            tell(new RunEvent.Helped(open.get().holder(), documents, bytes));
        }
        return documents > 0;
    }

    private void help(HelpedClaim.Open open) {
        Store store = StoreChange.store(setup.workspace());
        store.hosts().help(open.word());
        try (HelpedClaim claim = new HelpedClaim(database, open, ThisHost.process());
                StagingReader reader =
                        new StagingReader(setup.workspace(), setup.intakes(), store, clock)) {
            List<FutureTask<Void>> helpers = new ArrayList<>();
            for (int i = 0; i < CollectJob.WORKERS; i++) {
                FutureTask<Void> helper = new FutureTask<>(() -> work(open, claim, reader), null);
                new Thread(helper, "helper-" + i).start();
                helpers.add(helper);
            }
            throwFirst(failures(helpers));
        } catch (InterruptedException interrupted) {
            isHindered = true;
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for all of them, whatever becomes of one. */
    private static List<Throwable> failures(List<FutureTask<Void>> helpers)
            throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<Void> helper : helpers) {
            try {
                helper.get();
            } catch (ExecutionException failed) {
                failures.add(failed.getCause());
            }
        }
        return failures;
    }

    private static void throwFirst(List<Throwable> failures) {
        for (Throwable failure : failures) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    /** A repository that goes away ends the help: what was taken is read by others. */
    private void work(HelpedClaim.Open open, HelpedClaim claim, StagingReader reader) {
        try {
            while (!stop.isAsked() && !isHindered) {
                Optional<HelpedClaim.Taken> taken = claim.take(leftToOthers());
                if (taken.isPresent()) {
                    read(taken.get(), open, claim, reader);
                } else if (claim.isOver()) {
                    return;
                } else {
                    stop.await(LOOK);
                }
            }
        } catch (RepositoryException unreachable) {
            isHindered = true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error fault) {
            // As long as the others go on, what this one has taken counts as being read.
            isHindered = true;
            throw fault;
        }
    }

    private void read(
            HelpedClaim.Taken taken,
            HelpedClaim.Open open,
            HelpedClaim claim,
            StagingReader reader) {
        Offer offer = taken.offer();
        tell(new RunEvent.Progressed("read for " + open.holder() + ": " + offer.name(), 0));
        Optional<String> reason;
        try {
            reason = reader.stage(wanted(offer), folder(offer.documentId(), taken.offerId()));
        } catch (StoreException unwritable) {
            isHindered = true;
            if (claim.isOver()) {
                return;
            }
            reason = Optional.of("cannot be staged (" + unwritable.getMessage() + ")");
        }
        if (reason.isEmpty()) {
            if (claim.staged(taken)) {
                count(offer);
            }
            return;
        }
        claim.refuse(taken);
        leave(offer, reason.get(), open);
    }

    private static Wanted wanted(Offer offer) {
        return new Wanted(
                offer.definition(),
                offer.documentId(),
                offer.name(),
                offer.bytes(),
                offer.sha256(),
                offer.batch(),
                offer.readAt());
    }

    private synchronized Set<String> leftToOthers() {
        return Set.copyOf(leftToOthers);
    }

    private synchronized void count(Offer offer) {
        documents++;
        bytes += offer.bytes();
    }

    /** What one document of a definition is, the others are as well. */
    private synchronized void leave(Offer offer, String reason, HelpedClaim.Open open) {
        if (leftToOthers.add(offer.definition())) {
            tell(
                    new RunEvent.NotHelped(
                            offer.name()
                                    + ": "
                                    + reason
                                    + "; documents of "
                                    + offer.definition()
                                    + " are left to "
                                    + open.holder()));
        }
    }

    private synchronized void tell(RunEvent event) {
        listeners.forEach(listener -> listener.on(event));
    }
}
