package eu.wattpeil.workspace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files that are kept together, by their path in a workspace. One archive has them all; what it is
 * named by depends on the paths and the bytes in it alone, not on how they are packed.
 */
public final class FileBundle {

    private final SortedMap<String, byte[]> files;

    FileBundle(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * The files of an archive.
     *
     * @throws IOException where it is none, or damaged
     */
    public static FileBundle unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new FileBundle(files);
    }

    /** The files as a ZIP archive without clock times. */
    public byte[] packed() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return archive.toByteArray();
    }

    /** The SHA-256 of each file, by path. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        files.forEach((path, bytes) -> hashes.put(path, Fingerprint.of(bytes)));
        return hashes;
    }

    /** A fingerprint of the paths and bytes. */
    public String id() {
        List<String> parts = new ArrayList<>();
        hashes().forEach((path, hash) -> parts.add(path + " " + hash));
        return Fingerprint.of(parts);
    }

    /** Whether there is no file in it. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * Writes the files below a folder.
     *
     * @throws IOException where one cannot be written, or would stand outside the folder
     */
    public void extract(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException(
                        "path is " + file.getKey() + ", expected one in the workspace");
            }
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
