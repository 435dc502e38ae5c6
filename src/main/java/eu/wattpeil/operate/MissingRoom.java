package eu.wattpeil.operate;

import eu.wattpeil.collect.Document;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.disk.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The room that is missing on the disks that a run writes to. */
final class MissingRoom {

    /** With less than this nothing can be written, in whatever language that is told. */
    private static final long NOTHING = 64 * 1024;

    private static final double MEGABYTE = 1e6;

    private final List<Path> folders;

    /**
     * What a piece of work has to write.
     *
     * @param bytes about
     * @param use what for, as in {@code for 3 documents}
     */
    record Need(long bytes, String use) {}

    /**
     * @param folders that the run writes to
     */
    MissingRoom(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** The message that a disk is full, where that is why something failed. */
    Optional<String> message(Throwable failure, Supplier<Need> needed) {
        Map<Long, Path> free = new TreeMap<>();
        folders.forEach(
                folder -> Room.free(folder).ifPresent(bytes -> free.putIfAbsent(bytes, folder)));
        if (free.isEmpty()) {
            return Optional.empty();
        }
        long least = free.keySet().iterator().next();
        boolean isFull = isOfDisk(failure) && least < NOTHING;
        if (!isFull && !Room.isMissing(failure)) {
            return Optional.empty();
        }
        Need need = needed.get();
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "%s: room on the disk is %.1f MB, expected about %.1f MB %s;"
                                + " %.1f MB are missing, and the next run goes on from here",
                        free.get(least),
                        least / MEGABYTE,
                        need.bytes() / MEGABYTE,
                        need.use(),
                        Math.max(need.bytes() - least, 0) / MEGABYTE));
    }

    /** Of the documents that wait, as they are unpacked: in the store they become smaller. */
    static Need of(List<Document> waiting) {
        long bytes = waiting.stream().mapToLong(Document::bytes).sum();
        return new Need(
                bytes,
                waiting.size() == 1
                        ? "for the document that waits"
                        : "for the " + waiting.size() + " documents that wait");
    }

    /** Of a month, by what the largest one takes in the store so far. */
    static Need ofAMonth(Path store) {
        return new Need(largestMonth(store), "for a month and its report");
    }

    private static long largestMonth(Path store) {
        Map<String, Long> months = new TreeMap<>();
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String folder = Disk.folderOf(file).getFileName().toString();
                if (folder.startsWith("month=")) {
                    months.merge(folder, Files.size(file), Long::sum);
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            return 0;
        }
        return months.values().stream().max(Comparator.naturalOrder()).orElse(0L);
    }

    private static boolean isOfDisk(Throwable failure) {
        int causes = 0;
        for (Throwable cause = failure; cause != null && causes++ < 20; ) {
            if (cause instanceof IOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
