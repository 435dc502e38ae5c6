package eu.wattpeil.serve;

import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.WorkspaceLock;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The servers that look after a workspace together: one alone, or one on each of several hosts. */
interface Company extends AutoCloseable {

    /** What a server of a workspace is part of, by its settings. */
    static Company of(Path root, Workspace workspace, Clock clock) throws IOException {
        return workspace.settings().jobRepository().isPresent()
                ? new SeveralHosts(root, workspace, clock)
                : new Alone(WorkspaceLock.ofServer(Setup.stateFolder(root), clock));
    }

    /** What they remember together; empty for one that is alone. */
    Optional<Memory> memory();

    /** Gives a sign of life; what another one of them is at work at. */
    Optional<Elsewhere> meet();

    /** Whether the one that is at work has documents for others to read. */
    boolean isHelpWanted();

    /**
     * Begins to work.
     *
     * @throws BusyException where another one of them is at work
     */
    Shift begin() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** The time from {@link #begin} on in which no other one of them works. */
    interface Shift extends AutoCloseable {

        /** What a run of it works under; empty for one that is alone. */
        OptionalLong claim();

        /** Who fell silent at work, and whose place this one takes. */
        Optional<String> before();

        /** What happens in a run of some jobs. */
        void on(Set<String> jobs, RunEvent event);

        /** Has them remember something. */
        void keep(Memory memory);

        @Override
        void close();
    }

    /** One that is alone. */
    record Alone(WorkspaceLock lock) implements Company {

        @Override
        public Optional<Memory> memory() {
            return Optional.empty();
        }

        @Override
        public Optional<Elsewhere> meet() {
            return Optional.empty();
        }

        @Override
        public boolean isHelpWanted() {
            return false;
        }

        @Override
        public Shift begin() {
            return new OwnShift();
        }

        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    /** Of one that is alone. */
    record OwnShift() implements Shift {

        @Override
        public OptionalLong claim() {
            return OptionalLong.empty();
        }

        @Override
        public Optional<String> before() {
            return Optional.empty();
        }

        @Override
        public void on(Set<String> jobs, RunEvent event) {
            // There is nobody to know it.
        }

        @Override
        public void keep(Memory memory) {
            // What it has to remember it keeps in a file.
        }

        @Override
        public void close() {
            // It never has to share.
        }
    }
}
