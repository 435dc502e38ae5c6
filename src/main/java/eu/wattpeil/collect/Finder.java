package eu.wattpeil.collect;

import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.store.ForgottenDocument;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the documents that the store lacks. */
public final class Finder {

    private final Store store;
    private final Path root;
    private final Set<Path> written;
    private final SeenFiles seen;
    private final Clock clock;

    /**
     * @param root the workspace
     * @param written the folders that Wattpeil itself writes
     * @param seen what is known of files that have not changed
     */
    public Finder(Store store, Path root, Set<Path> written, SeenFiles seen, Clock clock) {
        this.store = store;
        this.root = root;
        this.written = Set.copyOf(written);
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * The documents of a definition that are within reach, not in the ledger and not forgotten,
     * ordered by name, and what cannot be looked at. Of documents with the same bytes only the
     * first counts. The network is not asked.
     */
    public Found waiting(Intake intake) {
        return waiting(intake, reach(intake), List.of(), false);
    }

    /**
     * The newest document that waits, and what cannot be looked at, in bounded time: only a few of
     * the newest files are looked at, and a large one that nobody has read yet counts as waiting.
     */
    public Found newest(Intake intake) {
        Found found =
                waiting(
                        intake,
                        new Reach(root, landing(intake, () -> true), seen, true, written),
                        List.of(),
                        false);
        return new Found(
                found.documents().stream().limit(1).toList(),
                found.unreadable(),
                List.of(),
                found.absent(),
                found.forgotten());
    }

    /**
     * As {@link #waiting}, after what is new at the source was brought within reach.
     *
     * @param isStopAsked whether nothing further shall be asked for
     */
    public Found lacking(Intake intake, BooleanSupplier isStopAsked) {
        List<Unreadable> unreadable = new ArrayList<>();
        try {
            Landing landing = landing(intake, isStopAsked);
            landing.removeDrafts();
            intake.source().fetch(landing);
        } catch (IOException failure) {
            unreadable.add(Unreadable.unfetched(intake.definition().file(), failure));
        }
        return waiting(intake, reach(intake), unreadable, true);
    }

    private Found waiting(Intake intake, Reach reach, List<Unreadable> before, boolean isToBeRead) {
        List<Unreadable> unreadable = new ArrayList<>(before);
        List<Document> documents = new ArrayList<>();
        Found known = new Found(List.of(), List.of());
        Set<String> forgotten = new HashSet<>();
        List<Document> again = new ArrayList<>();
        try {
            known = intake.source().known(reach);
            Set<String> stored = new HashSet<>(store.documentIds());
            Set<String> leftOut = forgottenIds(store);
            Function<Document, String> ids = intake.documentIds();
            for (Document document : known.documents()) {
                String documentId = ids.apply(document);
                String contentId = LedgerRow.contentId(documentId);
                if (leftOut.contains(contentId)) {
                    forgotten.add(contentId);
                } else if (stored.add(documentId)) {
                    documents.add(document);
                } else if (isToBeRead) {
                    intake.source().stored(document);
                    again.add(document);
                }
            }
            discardPersonal(intake, again);
        } catch (IOException failure) {
            unreadable.add(Unreadable.of(intake.definition().file(), failure));
        }
        Found told =
                intake.told(
                        new Found(
                                documents,
                                known.unreadable(),
                                known.unsettled(),
                                known.absent(),
                                forgotten.size()));
        unreadable.addAll(told.unreadable());
        return new Found(
                told.documents(), unreadable, told.unsettled(), told.absent(), told.forgotten());
    }

    /**
     * Removes what was fetched of personal data and is in the store. An answer with rows that could
     * not be used stays until the definition is mended.
     */
    private void discardPersonal(Intake intake, List<Document> stored) throws IOException {
        if (stored.isEmpty() || !intake.dataset().isPersonal()) {
            return;
        }
        Set<String> wholeIds =
                store.documents().stream()
                        .filter(row -> row.rejects() == 0)
                        .map(LedgerRow::documentId)
                        .collect(Collectors.toSet());
        Landing landing = landing(intake, () -> true);
        for (Document document : stored) {
            if (wholeIds.contains(intake.documentId(document))) {
                landing.discard(document.name());
            }
        }
    }

    /** What the ids of documents begin with that were forgotten. */
    static Set<String> forgottenIds(Store store) {
        return store.forgetting().forgotten().stream()
                .map(ForgottenDocument::contentId)
                .collect(Collectors.toSet());
    }

    /**
     * Which documents of the store a definition has within reach, by their ids: the next run could
     * read them again. The bytes of each are read and compared with its SHA-256.
     *
     * @param documentIds of documents that are asked for
     */
    public Map<String, Document> stillThere(Intake intake, Set<String> documentIds)
            throws IOException {
        Map<String, String> wanted = new HashMap<>();
        documentIds.forEach(id -> wanted.put(LedgerRow.contentId(id), id));
        Map<String, Document> there = new TreeMap<>();
        for (Document document : intake.source().known(reach(intake)).documents()) {
            String id = wanted.get(intake.contentId(document));
            if (id != null && isUnchanged(document)) {
                there.put(id, document);
            }
        }
        return there;
    }

    private static boolean isUnchanged(Document document) {
        try (InputStream bytes = document.open()) {
            return Digest.of(bytes).sha256().equals(document.sha256());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Until when the origin of a definition was asked; see {@link Source#askedUntil}. */
    public Optional<Instant> askedUntil(Intake intake) throws IOException {
        return intake.source().askedUntil(reach(intake));
    }

    private Reach reach(Intake intake) {
        return new Reach(root, landing(intake, () -> true), seen, false, written);
    }

    private Landing landing(Intake intake, BooleanSupplier isStopAsked) {
        return new Landing(root, intake.name(), clock, isStopAsked);
    }

    /** The fingerprint of some documents of a definition. */
    static String fingerprint(Intake intake, List<Document> documents) {
        return Fingerprint.of(documents.stream().map(intake::documentId).sorted().toList());
    }
}
