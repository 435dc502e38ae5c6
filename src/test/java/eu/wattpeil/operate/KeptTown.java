package eu.wattpeil.operate;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import eu.wattpeil.workspace.FileBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A small workspace with its store, state and reports as a version of the program left them, kept
 * among the resources of the tests: later versions must understand it.
 *
 * <p>It is one compressed archive, in which the archives of {@code _kept} are taken apart: packed
 * twice they would be twice as large. What they are known by does not depend on how they are
 * packed.
 */
final class KeptTown {

    /** The one of the first numbered format. */
    static final String FORMAT_1 = "format-1.zip.zst";

    private static final int LEVEL = 22;
    private static final String INSIDE = "!/";

    private KeptTown() {}

    /** Unpacks one into a folder. */
    static SmallTown unpack(String name, Path folder) throws IOException {
        InputStream resource =
                Objects.requireNonNull(KeptTown.class.getResourceAsStream("kept/" + name), name);
        SortedMap<String, SortedMap<String, byte[]>> bundles = new TreeMap<>();
        try (ZstdInputStream archive = new ZstdInputStream(resource)) {
            files(archive)
                    .forEach(
                            (file, bytes) -> {
                                int inside = file.indexOf(INSIDE);
                                if (inside < 0) {
                                    write(folder.resolve(file), bytes);
                                } else {
                                    bundles.computeIfAbsent(
                                                    file.substring(0, inside),
                                                    it -> new TreeMap<>())
                                            .put(file.substring(inside + INSIDE.length()), bytes);
                                }
                            });
        }
        for (Map.Entry<String, SortedMap<String, byte[]>> bundle : bundles.entrySet()) {
            write(
                    folder.resolve(bundle.getKey()),
                    FileBundle.unpacked(stored(bundle.getValue())).packed());
        }
        SmallTown town = new SmallTown(folder);
        town.leaveAlone();
        return town;
    }

    /** Packs one, without what is remembered of models, which is large and made again. */
    static void pack(SmallTown town, Path archive) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Path path : SmallTown.files(town.root())) {
            String name = town.root().relativize(path).toString().replace('\\', '/');
            byte[] bytes = Files.readAllBytes(path);
            if (name.startsWith("store/_kept/workspace/")) {
                files(new ByteArrayInputStream(bytes))
                        .forEach((file, inside) -> all.put(name + INSIDE + file, inside));
            } else if (!name.endsWith("/checked-models")) {
                all.put(name, bytes);
            }
        }
        Files.createDirectories(archive.toAbsolutePath().getParent());
        try (OutputStream file = Files.newOutputStream(archive);
                ZstdOutputStream packed = new ZstdOutputStream(file, LEVEL)) {
            packed.write(stored(all));
        }
    }

    private static SortedMap<String, byte[]> files(InputStream archive) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** An archive that is not compressed. */
    private static byte[] stored(SortedMap<String, byte[]> files) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return archive.toByteArray();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
