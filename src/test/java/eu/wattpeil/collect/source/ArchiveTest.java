package eu.wattpeil.collect.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with one entry of an archive, the others are read. */
class ArchiveTest {

    private static final String GOOD = "meter;value\nUPS1;12,5\n";
    private static final String BAD = "meter;value\nUPS2;99,5\n";
    private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path root;

    @BeforeEach
    void putAGoodFileBeside() throws IOException {
        write("beside.csv", "meter;value\nUPS3;1\n".getBytes(UTF_8));
    }

    @Test
    void readsTheEntriesBesideABomb() throws IOException {
        byte[] archive = archive("bomb.csv", BAD, "good.csv", GOOD);
        int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0);
        put(archive, directory + 24, 1_100_000_000);

        assertThatAllButOneAreRead(
                1, "damaged (the archive unpacks to more than 1073741824 bytes with it)", archive);
    }

    @Test
    void readsTheEntriesBesideABombThatLiesAboutItsSize() throws IOException {
        byte[] archive = archive("bomb.csv", "0".repeat(100_000), "good.csv", GOOD);
        int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0);
        put(archive, directory + 24, 1000);

        assertThatAllButOneAreRead(1, "damaged (it unpacks to more than 1000 bytes)", archive);
    }

    @Test
    void readsTheEntriesBesideOneThatIsCutOff() throws IOException {
        byte[] archive = archive("cut.csv", BAD, "good.csv", GOOD);
        int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0);
        put(archive, directory + 20, 9);

        assertThatAllButOneAreRead(1, "damaged (it is cut off)", archive);
    }

    @Test
    void readsTheEntriesBesideOneWithoutItsHeader() throws IOException {
        byte[] archive = archive("lost.csv", BAD, "good.csv", GOOD);
        int directory = indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0);
        put(archive, directory + 42, 3);

        assertThatAllButOneAreRead(1, "damaged (its bytes cannot be unpacked)", archive);
    }

    @Test
    void readsTheEntriesBesideOneWithAChangedDigit() throws IOException {
        byte[] archive = stored("changed.csv", BAD, "good.csv", GOOD);
        archive[indexOf(archive, "99,5".getBytes(UTF_8), 0)] = '1';

        assertThatAllButOneAreRead(1, "damaged (its checksum is another)", archive);
    }

    @Test
    void readsTheFirstOfTwoEntriesOfOneName() throws IOException {
        byte[] archive = archive("a.csv", GOOD, "b.csv", BAD);
        for (int at = indexOf(archive, "b.csv".getBytes(UTF_8), 0);
                at >= 0;
                at = indexOf(archive, "b.csv".getBytes(UTF_8), at)) {
            archive[at] = 'a';
        }

        assertThatAllButOneAreRead(2, "an entry of a name that is in the archive before", archive);
    }

    @Test
    void readsTheEntriesBesideAnEncryptedOne() throws IOException {
        byte[] archive = archive("secret.csv", BAD, "good.csv", GOOD);
        archive[indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0) + 8] |= 1;
        archive[6] |= 1;

        assertThatAllButOneAreRead(1, "encrypted", archive);
    }

    @Test
    void readsTheEntriesBesideAnArchiveWithinTheArchive() throws IOException {
        byte[] inner = archive("deep.csv", BAD);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("inner.zip"));
            out.write(inner);
            out.putNextEntry(new ZipEntry("good.csv"));
            out.write(GOOD.getBytes(UTF_8));
        }

        assertThatAllButOneAreRead(1, "packed once more within the archive", bytes.toByteArray());
    }

    @Test
    void readsTheEntriesBesideOnePackedInAnUnknownWay() throws IOException {
        byte[] archive = archive("odd.csv", BAD, "good.csv", GOOD);
        archive[indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0) + 10] = 99;

        assertThatAllButOneAreRead(1, "packed in a way that is not known", archive);
    }

    @Test
    void givesAnArchiveWithoutItsDirectoryAsOneDamagedDocument() throws IOException {
        byte[] archive = archive("a.csv", BAD, "b.csv", GOOD);
        write("archive.zip", Arrays.copyOf(archive, archive.length - 30));

        List<Document> documents = documents();

        assertThat(documents)
                .extracting(Document::name)
                .containsExactly("inbox/archive.zip", "inbox/beside.csv");
        assertThat(documents.get(0).content().damage())
                .contains("damaged (its bytes cannot be unpacked)");
    }

    @Test
    void givesAnArchiveWithADamagedDirectoryAsOneDamagedDocument() throws IOException {
        byte[] archive = archive("a.csv", BAD, "b.csv", GOOD);
        archive[indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0)] = 'Q';
        write("archive.zip", archive);

        List<Document> documents = documents();

        assertThat(documents)
                .extracting(Document::name)
                .containsExactly("inbox/archive.zip", "inbox/beside.csv");
        assertThat(documents.get(0).content().damage()).isPresent();
    }

    @Test
    void givesAnEmptyArchiveAsOneDamagedDocument() throws IOException {
        write("archive.zip", archive());

        assertThat(documents().get(0).content().damage()).contains("an empty archive");
    }

    @Test
    void readsEntriesWithNamesInAWindowsCodePage() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, Charset.forName("windows-1252"))) {
            out.putNextEntry(new ZipEntry("caf\u00e9-2026-09.csv"));
            out.write(GOOD.getBytes(UTF_8));
        }
        write("archive.zip", bytes.toByteArray());

        Document document = documents().get(0);

        assertThat(text(document)).isEqualTo(GOOD);
        assertThat(document.givenName()).contains("2026-09.csv");
    }

    @Test
    void keepsNoNameOfAnEntry() throws IOException {
        byte[] encrypted = archive("Jan Peeters.csv", BAD, "An Claes.csv", GOOD);
        encrypted[indexOf(encrypted, new byte[] {'P', 'K', 1, 2}, 0) + 8] |= 1;
        write("archive.zip", encrypted);
        SeenFiles seen = seen();

        List<Document> documents = documents(seen);
        seen.save();

        assertThat(documents).extracting(Document::name).doesNotContain("Peeters", "Claes");
        assertThat(Files.readString(root.resolve("seen"), ISO_8859_1))
                .contains("encrypted")
                .doesNotContain("Peeters", "Claes");
    }

    private void assertThatAllButOneAreRead(int bad, String damage, byte[] archive)
            throws IOException {
        write("archive.zip", archive);
        assertThatAllButOneAreRead(bad, damage);
    }

    private void assertThatAllButOneAreRead(int bad, String damage) throws IOException {
        Files.setLastModifiedTime(zip(), FileTime.from(CHANGED));
        SeenFiles seen = seen();
        List<Document> first = documents(seen);
        seen.save();
        List<Document> remembered = documents(seen());
        Files.setLastModifiedTime(zip(), FileTime.from(CHANGED.plusSeconds(60)));
        List<Document> readAgain = documents(seen());

        for (List<Document> documents : List.of(first, remembered, readAgain)) {
            assertThat(documents)
                    .extracting(Document::name)
                    .containsExactly(
                            "inbox/archive.zip!1", "inbox/archive.zip!2", "inbox/beside.csv");
            assertThat(documents.get(bad - 1).content().damage()).isEqualTo(Optional.of(damage));
            assertThat(text(documents.get(2 - bad))).isEqualTo(GOOD);
            assertThat(documents)
                    .extracting(Document::sha256)
                    .isEqualTo(first.stream().map(Document::sha256).toList());
        }
    }

    private static String text(Document document) throws IOException {
        try (InputStream in = document.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<Document> documents() throws IOException {
        return documents(seen());
    }

    private List<Document> documents(SeenFiles seen) throws IOException {
        return new MatchingFiles(root, List.of("inbox/*"), Duration.ZERO, seen, Set.of())
                .look()
                .documents();
    }

    private SeenFiles seen() throws IOException {
        return SeenFiles.load(root.resolve("seen"), LATER);
    }

    private Path zip() {
        return root.resolve("inbox/archive.zip");
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));
    }

    /** An archive of names and texts in turn. */
    private static byte[] archive(String... namesAndTexts) throws IOException {
        return archive(ZipOutputStream.DEFLATED, namesAndTexts);
    }

    private static byte[] stored(String... namesAndTexts) throws IOException {
        return archive(ZipOutputStream.STORED, namesAndTexts);
    }

    private static byte[] archive(int method, String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] text = namesAndTexts[i + 1].getBytes(UTF_8);
                ZipEntry entry = new ZipEntry(namesAndTexts[i]);
                entry.setMethod(method);
                if (method == ZipOutputStream.STORED) {
                    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                    crc.update(text);
                    entry.setCrc(crc.getValue());
                    entry.setSize(text.length);
                }
                out.putNextEntry(entry);
                out.write(text);
            }
        }
        return bytes.toByteArray();
    }

    /** Puts a number of four bytes, the lowest first. */
    private static void put(byte[] bytes, int at, int number) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (number >>> Byte.SIZE * i);
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        return new String(bytes, ISO_8859_1).indexOf(new String(wanted, ISO_8859_1), from);
    }
}
