package eu.wattpeil.operate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time write in a workspace. The operating system gives the lock back when
 * the process ends, however it ends.
 */
public final class WorkspaceLock implements AutoCloseable {

    private static final int MOST_BYTES = 1024;

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws WorkspaceInUseException where another process holds it; the message says which
     */
    public static WorkspaceLock take(Path stateFolder, Clock clock) throws IOException {
        Files.createDirectories(stateFolder);
        // Who holds the lock stands in a file of its own: some systems lock against reading, too.
        Path holder = stateFolder.resolve("holder");
        FileChannel channel =
                FileChannel.open(
                        stateFolder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new WorkspaceInUseException(
                    stateFolder.getParent()
                            + ": the workspace is in use by "
                            + read(holder)
                            + ", expected it free; wait until that run has ended");
        }
        Files.writeString(
                holder,
                "process "
                        + ProcessHandle.current().pid()
                        + " since "
                        + clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new WorkspaceLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String read(Path holder) throws IOException {
        if (!Files.exists(holder)) {
            return "another process";
        }
        try (FileChannel channel = FileChannel.open(holder, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
            channel.read(bytes);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        }
    }
}
