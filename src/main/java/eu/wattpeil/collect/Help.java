package eu.wattpeil.collect;

import java.io.IOException;
import java.util.Optional;

/** Other hosts that read documents of a run. What they have read is put in place by the run. */
public interface Help {

    /** Of a run that is alone. */
    Help NONE = new NoHelp();

    /**
     * A document that another host has read.
     *
     * @param folder in which it is staged
     * @param who read it, as it names itself
     */
    record Staged(Document document, String folder, String who) {}

    /** The next document of a run that lies ready; empty where none does by now. */
    Optional<Staged> staged(CollectRun run);

    /** A document of a run that nobody else is going to read; empty where there is none. */
    Optional<Document> returned(CollectRun run) throws IOException;

    /** Whether others read documents of a run. */
    boolean isAwaited(CollectRun run);

    /** Waits a moment for what becomes of those. */
    void await() throws InterruptedException;

    /** A document that others have read is in the store. */
    void took(Staged staged);

    /** There is none. */
    record NoHelp() implements Help {

        @Override
        public Optional<Staged> staged(CollectRun run) {
            return Optional.empty();
        }

        @Override
        public Optional<Document> returned(CollectRun run) {
            return Optional.empty();
        }

        @Override
        public boolean isAwaited(CollectRun run) {
            return false;
        }

        @Override
        public void await() {
            // There is nothing to wait for.
        }

        @Override
        public void took(Staged staged) {
            // Nobody has read anything.
        }
    }
}
