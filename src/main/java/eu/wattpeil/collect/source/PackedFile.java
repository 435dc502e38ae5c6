package eu.wattpeil.collect.source;

import com.github.luben.zstd.ZstdInputStream;
import eu.wattpeil.collect.DamagedDocumentException;
import eu.wattpeil.collect.Document;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file as the documents that are in it: one, or one for each entry of a {@code .zip}. */
final class PackedFile {

    private static final int BUFFER_BYTES = 1 << 17;

    private PackedFile() {}

    static List<Document> documents(Path root, Path file, SeenFiles seen) throws IOException {
        String name = root.relativize(file).toString().replace('\\', '/');
        List<SeenFiles.Content> contents = seen.contents(name, file);
        if (contents.isEmpty()) {
            contents = isZip(name) ? entries(file) : List.of(content(file));
            seen.remember(name, file, contents);
        }
        return contents.stream().map(content -> document(name, file, content)).toList();
    }

    private static Document document(String name, Path file, SeenFiles.Content content) {
        if (!content.damage().isEmpty()) {
            return new Document(
                    name,
                    content.bytes(),
                    content.sha256(),
                    () -> {
                        throw new DamagedDocumentException(content.damage());
                    },
                    Optional.empty());
        }
        if (isZip(name)) {
            return new Document(
                    name + "!" + content.entry(),
                    content.bytes(),
                    content.sha256(),
                    () -> openEntry(file, content.entry()),
                    Optional.empty());
        }
        boolean isPlain = packing(name).isEmpty();
        return new Document(
                name,
                content.bytes(),
                content.sha256(),
                () -> open(file),
                isPlain ? Optional.of(file) : Optional.empty());
    }

    private static List<SeenFiles.Content> entries(Path file) throws IOException {
        List<SeenFiles.Content> contents = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    contents.add(entryContent(zip, entry, Files.size(file)));
                }
            }
        } catch (ZipException damaged) {
            return List.of(damaged(file, damaged));
        }
        if (contents.isEmpty()) {
            return List.of(damaged(file, new ZipException("the archive is empty")));
        }
        return contents;
    }

    private static SeenFiles.Content entryContent(ZipFile zip, ZipEntry entry, long packedBytes)
            throws IOException {
        InputStream unpacked = zip.getInputStream(entry);
        try (InputStream in = new BoundedStream(unpacked, packedBytes, unpacked)) {
            return digest(entry.getName(), in);
        }
    }

    private static SeenFiles.Content content(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return digest("", in);
        } catch (DamagedDocumentException | ZipException | EOFException damaged) {
            return damaged(file, damaged);
        } catch (IOException failure) {
            if (packing(file.toString()).equals("zst")) {
                return damaged(file, failure);
            }
            throw failure;
        }
    }

    private static SeenFiles.Content damaged(Path file, IOException reason) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            SeenFiles.Content packed = digest("", in);
            String reasonText = reason.getMessage() == null ? "it is cut off" : reason.getMessage();
            String what = "damaged (" + reasonText + ")";
            return new SeenFiles.Content("", packed.bytes(), packed.sha256(), what);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return switch (packing(file.toString())) {
                case "gz" -> bounded(new GZIPInputStream(raw, BUFFER_BYTES), file);
                case "zst" ->
                        bounded(
                                new ZstdInputStream(new BufferedInputStream(raw, BUFFER_BYTES)),
                                file);
                default -> raw;
            };
        } catch (IOException failure) {
            raw.close();
            throw failure;
        }
    }

    private static InputStream bounded(InputStream unpacked, Path file) throws IOException {
        return new BoundedStream(unpacked, Files.size(file), unpacked);
    }

    private static InputStream openEntry(Path file, String entry) throws IOException {
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        InputStream in = zip.getInputStream(zip.getEntry(entry));
        return new BoundedStream(in, Files.size(file), zip);
    }

    private static SeenFiles.Content digest(String entry, InputStream in) throws IOException {
        MessageDigest sha256 = sha256();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (DigestInputStream digested = new DigestInputStream(in, sha256)) {
            for (int read = digested.read(buffer); read >= 0; read = digested.read(buffer)) {
                bytes += read;
            }
        }
        return new SeenFiles.Content(entry, bytes, HexFormat.of().formatHex(sha256.digest()), "");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isZip(String name) {
        return packing(name).equals("zip");
    }

    /** {@code gz}, {@code zst}, {@code zip}, or an empty text for a plain file. */
    private static String packing(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "gz", "zst", "zip" -> ending;
            default -> "";
        };
    }
}
