package eu.wattpeil.collect;

import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Reads documents for the host that has found them, and stages what they become. */
public final class StagingReader implements AutoCloseable {

    private final Intakes intakes;
    private final Path root;
    private final Clock clock;
    private final DocumentReader reader;

    /**
     * @param store in which is staged for that host
     */
    public StagingReader(Workspace workspace, Intakes intakes, Store store, Clock clock) {
        this.intakes = intakes;
        this.root = workspace.root();
        this.clock = clock;
        reader = DocumentReader.of(workspace, store, clock, CollectJob.WORKERS);
    }

    /**
     * A document as it was found elsewhere.
     *
     * @param name in the workspace
     * @param bytes unpacked
     * @param sha256 of these
     * @param batch that it is read in
     * @param readAt when it is read, by the clock of whoever found it
     */
    public record Wanted(
            String definition,
            String documentId,
            String name,
            long bytes,
            String sha256,
            long batch,
            Instant readAt) {}

    /**
     * Reads a document and stages what it becomes.
     *
     * @param folder of this attempt alone
     * @return why it cannot be read here, in words that follow its name; empty where it is staged
     * @throws eu.wattpeil.store.StoreException where it cannot be written, as when nobody waits for
     *     it any more
     */
    public Optional<String> stage(Wanted wanted, String folder) {
        Optional<Intake> intake =
                intakes.all().stream()
                        .filter(it -> it.name().equals(wanted.definition()))
                        .findFirst();
        if (intake.isEmpty()) {
            return Optional.of("is of a definition that is not here, expected the same files");
        }
        try {
            Document document =
                    Reach.lookedAt(root, wanted.name(), wanted.bytes(), wanted.sha256(), clock);
            if (!intake.get().documentId(document).equals(wanted.documentId())) {
                return Optional.of(
                        "would be read in another way here, expected the same definition, settings"
                                + " and key of pseudonyms");
            }
            boolean isStaged =
                    reader.stage(document, intake.get(), wanted.batch(), wanted.readAt(), folder);
            return isStaged
                    ? Optional.empty()
                    : Optional.of("is another file here, expected the one that was found");
        } catch (IOException failure) {
            return Optional.of(Unreadable.of(wanted.name(), failure).reason());
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
