package eu.wattpeil.collect.source;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Small entries of an archive that stand next to each other, unpacked in memory. To reach one, the
 * archive is read from its start, or its whole directory is: so many are taken at a time.
 */
final class NearEntries {

    private static final int MOST_BYTES = 16 << 20;

    /** What holding an entry takes beside its bytes, more or less. */
    private static final int OVERHEAD_BYTES = 512;

    /**
     * An entry.
     *
     * @param name how the maker of the archive called it
     */
    record Unpacked(String name, byte[] bytes) {}

    /**
     * Some of them.
     *
     * @param stamp of the archive that they are of
     * @param last the number of the last that was tried
     */
    private record Held(SeenFiles.Stamp stamp, int last, Map<Integer, Unpacked> entries) {}

    private SoftReference<Held> held = new SoftReference<>(null);

    /** An entry; empty where it is too large for memory, damaged, or before those that are held. */
    synchronized Optional<Unpacked> entry(Path file, Packing packing, int number)
            throws IOException {
        SeenFiles.Stamp stamp = FileLook.of(file).stamp();
        Held current = held.get();
        if (current == null || !current.stamp().equals(stamp) || number > current.last()) {
            current = read(file, packing, number, stamp);
            held = new SoftReference<>(current);
        }
        return Optional.ofNullable(current.entries().get(number));
    }

    synchronized void forget() {
        held.clear();
    }

    private static Held read(Path file, Packing packing, int from, SeenFiles.Stamp stamp)
            throws IOException {
        Map<Integer, Unpacked> entries = new HashMap<>();
        int number = from;
        try (Archive archive = Archive.open(file, packing)) {
            int left = MOST_BYTES;
            while (left > 0 && archive.has(number)) {
                try (InputStream in = archive.entry(number)) {
                    byte[] bytes = in.readNBytes(left);
                    left -= bytes.length + OVERHEAD_BYTES;
                    if (left > 0) {
                        entries.put(number, new Unpacked(archive.name(number), bytes));
                    }
                } catch (DamagedFileException ofTheEntry) {
                    // Who opens it is told.
                }
                number++;
            }
        } catch (DamagedFileException fromHereOn) {
            number++;
        }
        boolean isCutOff = !entries.isEmpty() && !entries.containsKey(number - 1);
        return new Held(stamp, isCutOff ? number - 2 : number - 1, entries);
    }
}
