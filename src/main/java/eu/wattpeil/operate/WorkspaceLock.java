package eu.wattpeil.operate;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.FolderLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Lets one process at a time run in a workspace. */
public final class WorkspaceLock implements AutoCloseable {

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
        Access.OWNER.createFolders(stateFolder);
        Access.OWNER.tighten(stateFolder);
        return new WorkspaceLock(
                FolderLock.take(
                        stateFolder.resolve("lock"),
                        stateFolder.resolve("holder"),
                        process(clock),
                        stateFolder.getParent() + ": the workspace"));
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
