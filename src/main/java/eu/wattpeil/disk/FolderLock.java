package eu.wattpeil.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time write in a folder. The operating system gives the lock back when the
 * process ends, however it ends.
 */
public final class FolderLock implements AutoCloseable {

    private static final int MOST_BYTES = 1024;
    private static final int ATTEMPTS = 5;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    /**
     * What this process holds. On most systems a process that closes any channel of a file gives
     * all its locks of that file back: so one that is held is not opened again, nor while another
     * thread looks whether it is.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path lock;
    private final FileChannel channel;
    private final Path holder;

    private FolderLock(Path lock, FileChannel channel, Path holder) {
        this.lock = lock;
        this.channel = channel;
        this.holder = holder;
    }

    /**
     * Takes the lock.
     *
     * @param lock the file that is locked; it stays
     * @param holder the file that says who holds it, as long as it is held
     * @param who what another process shall read there
     * @param held place and subject of the message, such as {@code /data/town: the workspace}
     * @throws FolderInUseException where another process holds it; the message says which
     */
    public static FolderLock take(Path lock, Path holder, String who, String held)
            throws IOException {
        Access.OWNER.createFolders(Disk.folderOf(lock));
        Access.OWNER.createFileWhereAbsent(lock);
        Path real = lock.toRealPath();
        Optional<FileChannel> channel = locked(real);
        if (channel.isEmpty()) {
            throw new FolderInUseException(
                    held
                            + " is in use by "
                            + read(holder)
                            + ", expected it free; wait until that process has ended");
        }
        FolderLock taken = new FolderLock(real, channel.get(), holder);
        boolean isSaid = false;
        try {
            Access.OWNER.createFile(holder);
            Files.writeString(holder, who);
            isSaid = true;
            return taken;
        } finally {
            if (!isSaid) {
                taken.release();
            }
        }
    }

    /** The file of a lock that was taken; empty where somebody holds it. */
    private static Optional<FileChannel> locked(Path lock) throws IOException {
        synchronized (HELD) {
            if (HELD.contains(lock)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
            boolean isTaken = false;
            try {
                isTaken = isTaken(channel);
            } finally {
                if (!isTaken) {
                    channel.close();
                }
            }
            if (isTaken) {
                HELD.add(lock);
            }
            return isTaken ? Optional.of(channel) : Optional.empty();
        }
    }

    /**
     * Which process holds a lock, as it named itself.
     *
     * @return empty where none does
     */
    public static Optional<String> holder(Path lock, Path holder) throws IOException {
        if (Files.notExists(lock)) {
            return Optional.empty();
        }
        synchronized (HELD) {
            if (HELD.contains(lock.toRealPath())) {
                return Optional.of(read(holder));
            }
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                return tryLock(channel) == null ? Optional.of(read(holder)) : Optional.empty();
            }
        }
    }

    /** One that only looks who holds it has it for a moment. */
    private static boolean isTaken(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (tryLock(channel) != null) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(holder);
        } finally {
            release();
        }
    }

    private void release() throws IOException {
        synchronized (HELD) {
            if (channel.isOpen()) {
                HELD.remove(lock);
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** In a file of its own: some systems lock against reading, too. */
    private static String read(Path holder) throws IOException {
        try (FileChannel channel = FileChannel.open(holder, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
            channel.read(bytes);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        } catch (NoSuchFileException nobodyOrNotYet) {
            return "another process";
        }
    }
}
