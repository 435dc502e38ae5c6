package eu.wattpeil.collect;

import eu.wattpeil.collect.WatchedContent.State;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one execution of the job {@code collect} works on, and what came of it so far. */
public final class CollectRun {

    private final Intake intake;
    private final Progress progress;
    private final Store store;
    private final Deal deal;
    private final Help help;
    private final Tally tally = new Tally();
    private final List<String> unread = new ArrayList<>();

    CollectRun(Intake intake, List<Document> documents, Progress progress, Store store, Help help) {
        this.help = help;
        this.intake = intake;
        this.progress = progress;
        this.store = store;
        deal = new Deal(documents, intake::documentId);
    }

    /** What was read and rejected. */
    public Tally tally() {
        return tally;
    }

    Intake intake() {
        return intake;
    }

    Progress progress() {
        return progress;
    }

    Help help() {
        return help;
    }

    /** The next document to be read by this process; empty where none waits by now. */
    Optional<Document> next() throws IOException {
        Optional<Document> next = deal.next();
        return next.isPresent() ? next : help.returned(this);
    }

    /** The name of the definition. */
    public String definition() {
        return intake.name();
    }

    /** The id of a document of it, as the ledger will know it. */
    public String documentId(Document document) {
        return intake.documentId(document);
    }

    /**
     * Takes documents out that others can read as well, the largest first.
     *
     * @param left how many stay at least
     * @param most how many are taken out
     */
    public List<Document> spare(int left, int most) {
        return deal.spare(left, most);
    }

    Set<State> accepted(Document document) {
        return deal.accepted(document);
    }

    void add(Document document, Reading reading) throws IOException {
        tally.add(document, intake, reading);
        progress.advance(document.name(), document.bytes());
        intake.source().stored(document);
    }

    /** Deals what stands by now in the place of a document that changed while it was read. */
    void changed(Document document) throws IOException {
        if (deal.isWorthAnother(document)) {
            Set<String> forgotten = Finder.forgottenIds(store);
            List<Document> now =
                    document.content().anew().stream()
                            .filter(it -> !forgotten.contains(intake.contentId(it)))
                            .toList();
            deal.again(document, now, store.documentIds());
        } else {
            unread(
                    document.name()
                            + ": the file changes while it is read, expected one that is complete;"
                            + " the next run tries again");
        }
    }

    /** Notes that a document could not be read, unless that is because it changed. */
    void failed(Document document, IOException failure) {
        try {
            boolean isStillThere =
                    document.content().anew().stream()
                            .anyMatch(
                                    now ->
                                            intake.documentId(now)
                                                    .equals(intake.documentId(document)));
            if (isStillThere) {
                unread(Unreadable.of(document.name(), failure).message());
            } else {
                changed(document);
            }
        } catch (IOException unreachable) {
            unread(Unreadable.of(document.name(), unreachable).message());
        }
    }

    /** Tells what could not be read; the others were read all the same. */
    synchronized void tellUnread() throws IOException {
        if (!unread.isEmpty()) {
            String message = String.join("\n", unread);
            unread.clear();
            throw new IOException(message);
        }
    }

    private synchronized void unread(String message) {
        unread.add(message);
    }
}
