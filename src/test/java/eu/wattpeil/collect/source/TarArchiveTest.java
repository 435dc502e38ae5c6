package eu.wattpeil.collect.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import eu.wattpeil.collect.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file of a tar is a document, however the tar is packed and whatever else is in it. */
class TarArchiveTest {

    private static final String LONG_NAME = "Kanarie/" + "x".repeat(150) + ".csv";

    @TempDir Path root;

    @Test
    void readsEveryEntryHoweverTheTarIsPacked() throws IOException {
        byte[] tar = tar("a.csv", "first", LONG_NAME, "second");
        write("a.tar", tar);
        write("b.tar.gz", gzip(tar));
        write("c.TGZ", gzip(tar));
        write("d.tar.zst", zstd(tar));

        assertThat(documents())
                .extracting(Document::name)
                .containsExactly(
                        "inbox/a.tar!1",
                        "inbox/a.tar!2",
                        "inbox/b.tar.gz!1",
                        "inbox/b.tar.gz!2",
                        "inbox/c.TGZ!1",
                        "inbox/c.TGZ!2",
                        "inbox/d.tar.zst!1",
                        "inbox/d.tar.zst!2");
        for (Document document : documents()) {
            boolean isFirst = document.name().endsWith("!1");
            assertThat(text(document)).isEqualTo(isFirst ? "first" : "second");
            assertThat(document.bytes()).isEqualTo(isFirst ? 5 : 6);
            assertThat(document.givenName()).endsWith(isFirst ? "!a.csv" : "!" + LONG_NAME);
            assertThat(document.content().stretch()).isEmpty();
        }
        assertThat(documents().get(0).sha256()).isEqualTo(documents().get(6).sha256());
    }

    @Test
    void countsFoldersAndTellsWhatIsNoFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            put(out, new TarArchiveEntry("folder/"), "");
            put(out, new TarArchiveEntry("folder/a.csv"), "first");
            TarArchiveEntry link = new TarArchiveEntry("b.csv", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            put(out, link, "");
            put(out, new TarArchiveEntry("c.csv.gz"), "packed");
            put(out, new TarArchiveEntry("folder/a.csv"), "last");
        }
        write("a.tar", bytes.toByteArray());

        List<Document> documents = documents();
        assertThat(documents)
                .extracting(Document::name)
                .containsExactly(
                        "inbox/a.tar!2", "inbox/a.tar!3", "inbox/a.tar!4", "inbox/a.tar!5");
        assertThat(documents)
                .extracting(document -> document.content().damage().orElse(""))
                .containsExactly(
                        "",
                        "a link or a device, expected a file",
                        "packed once more within the archive",
                        "");
        assertThat(text(documents.get(3))).isEqualTo("last");
    }

    @Test
    void readsTheEntriesBeforeTheDamage() throws IOException {
        byte[] tar = tar("a.csv", "first", "b.csv", "x".repeat(5000));
        write("cut.tar", Arrays.copyOf(tar, 2048));
        byte[] packed = gzip(tar);
        write("cut.tgz", Arrays.copyOf(packed, packed.length - 12));
        write("not.tar", "meter;value\n".repeat(100).getBytes(UTF_8));
        write("empty.tar", new byte[1024]);

        assertThat(documents())
                .extracting(
                        document ->
                                document.name() + " " + document.content().damage().orElse("good"))
                .contains(
                        "inbox/cut.tar!1 good",
                        "inbox/cut.tar!2 damaged (it is cut off)",
                        "inbox/empty.tar an empty archive",
                        "inbox/not.tar damaged (its bytes cannot be unpacked)")
                .anyMatch(line -> line.startsWith("inbox/cut.tgz") && line.contains("damaged"));
    }

    /**
     * With other bytes under it that nobody can see from outside, they are still the first ones.
     */
    @Test
    void opensATarOnceForManyOfItsEntries() throws IOException {
        String[] namesAndTexts = new String[24];
        for (int entry = 0; entry < 12; entry++) {
            namesAndTexts[2 * entry] = "day/" + entry;
            namesAndTexts[2 * entry + 1] = entry == 6 ? "x".repeat(20 << 20) : "text " + entry;
        }
        write("a.tar", tar(namesAndTexts));
        Path file = root.resolve("inbox/a.tar");
        FileTime changed = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, changed);
        List<Document> documents = documents();
        assertThat(documents)
                .extracting(Document::name)
                .startsWith("inbox/a.tar!01", "inbox/a.tar!02")
                .endsWith("inbox/a.tar!11", "inbox/a.tar!12");

        assertThat(text(documents.get(0))).isEqualTo("text 0");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[4096]);
        }
        Files.setLastModifiedTime(file, changed);
        for (int entry = 0; entry < 6; entry++) {
            assertThat(text(documents.get(entry))).isEqualTo("text " + entry);
            assertThat(documents.get(entry).givenName()).isEqualTo("inbox/a.tar!day/" + entry);
        }

        write("a.tar", tar(namesAndTexts));
        Files.setLastModifiedTime(file, changed);
        assertThat(text(documents.get(6))).hasSize(20 << 20);
        for (int entry = 11; entry > 6; entry--) {
            assertThat(text(documents.get(entry))).isEqualTo("text " + entry);
        }
    }

    private List<Document> documents() throws IOException {
        SeenFiles seen = SeenFiles.load(root.resolve("seen"), Clock.systemUTC());
        return new MatchingFiles(root, List.of("inbox/*"), Duration.ZERO, seen, Set.of())
                .look()
                .documents();
    }

    private static String text(Document document) throws IOException {
        try (InputStream in = document.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(root.resolve("inbox"));
        Files.write(root.resolve("inbox").resolve(name), bytes);
    }

    private static byte[] tar(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                put(out, new TarArchiveEntry(namesAndTexts[i]), namesAndTexts[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream out, TarArchiveEntry entry, String text)
            throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        entry.setSize(bytes.length);
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
