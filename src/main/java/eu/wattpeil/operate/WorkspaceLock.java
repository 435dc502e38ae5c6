package eu.wattpeil.operate;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.FolderLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Lets one process at a time run in a workspace. */
public final class WorkspaceLock implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String HOLDER = "holder";
    private static final String SERVER_LOCK = "server-lock";
    private static final String SERVER = "server";

    private final FolderLock lock;

    private WorkspaceLock(FolderLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock, and keeps the folder it is in to its owner.
     *
     * @throws eu.wattpeil.disk.FolderInUseException where another process holds it; the message
     *     says which
     */
    public static WorkspaceLock take(Path stateFolder, Clock clock) throws IOException {
        return take(stateFolder, LOCK, HOLDER, "the workspace", clock);
    }

    /**
     * Lets one process at a time serve a workspace; its runs take the other lock each.
     *
     * @throws eu.wattpeil.disk.FolderInUseException where another process does; the message says
     *     which
     */
    public static WorkspaceLock ofServer(Path stateFolder, Clock clock) throws IOException {
        return take(stateFolder, SERVER_LOCK, SERVER, "the place of the server", clock);
    }

    /** The process that serves a workspace, such as {@code process 7 since …}; empty for none. */
    public static Optional<String> server(Path stateFolder) throws IOException {
        return FolderLock.holder(stateFolder.resolve(SERVER_LOCK), stateFolder.resolve(SERVER));
    }

    /** The process that runs in a workspace, likewise. */
    static Optional<String> runner(Path stateFolder) throws IOException {
        return FolderLock.holder(stateFolder.resolve(LOCK), stateFolder.resolve(HOLDER));
    }

    /** The files in which processes say that they hold a lock, by what tells whether one does. */
    static Map<Path, Optional<String>> holders(Path stateFolder) throws IOException {
        return Map.of(
                stateFolder.resolve(HOLDER), runner(stateFolder),
                stateFolder.resolve(SERVER), server(stateFolder));
    }

    private static WorkspaceLock take(
            Path stateFolder, String lock, String holder, String what, Clock clock)
            throws IOException {
        Access.OWNER.createFolders(stateFolder);
        Access.OWNER.tighten(stateFolder);
        return new WorkspaceLock(
                FolderLock.take(
                        stateFolder.resolve(lock),
                        stateFolder.resolve(holder),
                        process(clock),
                        stateFolder.getParent() + ": " + what));
    }

    /** This process, as the message to another one names it. */
    static String process(Clock clock) {
        return "process "
                + ProcessHandle.current().pid()
                + " since "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
