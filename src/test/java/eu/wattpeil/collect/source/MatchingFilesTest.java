package eu.wattpeil.collect.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingFilesTest {

    private static final String TEXT = "meter;value\nUPS1;12,5\n";
    private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path root;

    @Test
    void findsTheFilesThatMatchOrderedByName() throws IOException {
        write("inbox/b.csv", TEXT);
        write("inbox/a.csv", "other");
        write("inbox/a.txt", "no");
        write("inbox/deep/c.csv", "no");

        assertThat(documents("inbox/*.csv"))
                .extracting(Document::name)
                .containsExactly("inbox/a.csv", "inbox/b.csv");
        assertThat(documents("inbox/**.csv"))
                .extracting(Document::name)
                .containsExactly("inbox/a.csv", "inbox/b.csv", "inbox/deep/c.csv");
    }

    @Test
    void findsAFileOnceThatMatchesTwoPatterns() throws IOException {
        write("inbox/a.csv", TEXT);

        assertThat(documents("inbox/*.csv", "inbox/a.*")).hasSize(1);
    }

    @Test
    void reachesAsDeepAsItsPattern() throws IOException {
        write("inbox/2026/09/a.csv", TEXT);
        write("inbox/2026/b.csv", "other");

        assertThat(documents("inbox/*/*/*.csv"))
                .extracting(Document::name)
                .containsExactly("inbox/2026/09/a.csv");
        assertThat(documents("inbox/*/*.csv"))
                .extracting(Document::name)
                .containsExactly("inbox/2026/b.csv");
    }

    @Test
    void followsALinkToAShare() throws IOException {
        write("share/a.csv", TEXT);
        Files.createSymbolicLink(root.resolve("inbox"), root.resolve("share"));

        assertThat(documents("inbox/*.csv"))
                .extracting(Document::name)
                .containsExactly("inbox/a.csv");
    }

    @Test
    void findsNothingInAFolderThatIsNotThere() throws IOException {
        assertThat(documents("inbox/*.csv")).isEmpty();
    }

    @Test
    void givesTheSameDocumentPlainOrPacked() throws IOException {
        write("inbox/plain.csv", TEXT);
        write("inbox/packed.csv.gz", gzip(TEXT));
        write("inbox/packed.csv.zst", zstd(TEXT));
        write("inbox/packed.zip", zip("export/readings.csv", TEXT));

        List<Document> documents = documents("inbox/*");

        assertThat(documents)
                .extracting(Document::name)
                .containsExactly(
                        "inbox/packed.csv.gz",
                        "inbox/packed.csv.zst",
                        "inbox/packed.zip!1",
                        "inbox/plain.csv");
        assertThat(documents).extracting(Document::sha256).containsOnly(sha256(TEXT));
        assertThat(documents).extracting(Document::bytes).containsOnly((long) TEXT.length());
        for (Document document : documents) {
            try (var in = document.open()) {
                assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(TEXT);
            }
        }
        assertThat(documents.get(3).content().stretch()).isPresent();
        assertThat(documents.get(0).content().stretch()).isEmpty();
        assertThat(documents.get(2).givenName()).isEqualTo("inbox/packed.zip!export/readings.csv");
        assertThat(documents.get(3).givenName()).isEqualTo("inbox/plain.csv");
    }

    @Test
    void givesATruncatedFileAsADamagedDocument() throws IOException {
        byte[] packed = gzip(TEXT.repeat(1000));
        write("inbox/cut.csv.gz", Arrays.copyOf(packed, packed.length / 2));
        write("inbox/not.csv.gz", TEXT.getBytes(UTF_8));
        write("inbox/not.zip", TEXT.getBytes(UTF_8));
        write("inbox/not.csv.zst", TEXT.getBytes(UTF_8));

        List<Document> documents = documents("inbox/*");

        assertThat(documents).hasSize(4);
        for (Document document : documents) {
            assertThat(document.content().damage()).isPresent();
        }
    }

    @Test
    void tellsAFileFromAnotherOfItsNameSizeAndTime() throws IOException {
        Path file = write("inbox/a.csv", "first");
        FileTime changed = Files.getLastModifiedTime(file);
        Document found = documents("inbox/*").get(0);
        assertThat(found.content().looksAsFound()).isTrue();

        Path other = write("other.csv", "other");
        Files.setLastModifiedTime(other, changed);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(found.content().looksAsFound()).isFalse();
    }

    @Test
    void doesNotReadAFileAgainThatHasNotChanged() throws IOException {
        Path file = write("inbox/a.csv", "first");
        SeenFiles seen = seen();
        String sha256 = documents(seen, "inbox/*.csv").get(0).sha256();
        seen.save();

        // Same size, same time: the memory is believed. That it is, shows that it is used.
        Files.writeString(file, "other");
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));
        assertThat(documents(seen(), "inbox/*.csv").get(0).sha256()).isEqualTo(sha256);

        Files.setLastModifiedTime(file, FileTime.from(CHANGED.plusSeconds(1)));
        assertThat(documents(seen(), "inbox/*.csv").get(0).sha256()).isEqualTo(sha256("other"));
    }

    @Test
    void doesNotRememberAFileThatMayStillBeWritten() throws IOException {
        Path file = write("inbox/a.csv", "first");
        SeenFiles seen = SeenFiles.load(root.resolve("seen"), Clock.fixed(CHANGED, ZoneOffset.UTC));
        documents(seen, "inbox/*.csv");
        seen.save();
        Files.writeString(file, "other");
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));

        assertThat(documents(seen(), "inbox/*.csv").get(0).sha256()).isEqualTo(sha256("other"));
    }

    @Test
    void tellsAFileThatCannotBeReadAndFindsTheOthers() throws IOException {
        write("inbox/a.csv", TEXT);
        Files.createDirectories(root.resolve("inbox/folder.gz"));
        write("inbox/line\nfeed.csv", TEXT);

        Found found =
                new MatchingFiles(root, List.of("inbox/**"), Duration.ZERO, seen(), Set.of())
                        .look();

        assertThat(found.documents()).extracting(Document::name).containsExactly("inbox/a.csv");
        assertThat(found.unreadable())
                .extracting(Unreadable::message)
                .containsExactly(
                        "inbox/line?feed.csv: has a control character in its name, expected none");
    }

    @Test
    void tellsALinkThatLeadsBackAndFindsTheOthers() throws IOException {
        write("inbox/deep/a.csv", TEXT);
        Files.createSymbolicLink(root.resolve("inbox/deep/loop"), root.resolve("inbox"));

        Found found =
                new MatchingFiles(root, List.of("inbox/**.csv"), Duration.ZERO, seen(), Set.of())
                        .look();

        assertThat(found.documents())
                .extracting(Document::name)
                .containsExactly("inbox/deep/a.csv");
        assertThat(found.unreadable())
                .extracting(Unreadable::message)
                .containsExactly(
                        "inbox/deep/loop: is a link back to a folder around it, expected none");
    }

    @Test
    void takesAnyFoldersForNoFolderAsWell() throws IOException {
        write("inbox/a.csv", TEXT);
        write("inbox/x/b.csv", TEXT + 1);
        write("inbox/x/y/c.csv", TEXT + 2);
        write("inbox/x/y/z/1/2/3/d.csv", TEXT + 3);
        write("outside/e.csv", TEXT + 4);
        Files.createSymbolicLink(root.resolve("inbox/share"), root.resolve("outside"));

        assertThat(names("inbox/**/*.csv"))
                .containsExactly(
                        "inbox/a.csv",
                        "inbox/share/e.csv",
                        "inbox/x/b.csv",
                        "inbox/x/y/c.csv",
                        "inbox/x/y/z/1/2/3/d.csv");
        assertThat(names("**/y/**/*.csv"))
                .containsExactly("inbox/x/y/c.csv", "inbox/x/y/z/1/2/3/d.csv");
        assertThat(names("inbox/*/*.csv")).containsExactly("inbox/share/e.csv", "inbox/x/b.csv");
    }

    @Test
    void passesOverWhatIsHiddenUnlessItIsMeant() throws IOException {
        write("inbox/.a.csv.Xy12", TEXT);
        write("inbox/.trash/b.csv", TEXT);
        write("inbox/c.csv", TEXT);

        assertThat(names("inbox/**")).containsExactly("inbox/c.csv");
        assertThat(names("inbox/*/*.csv")).isEmpty();
        assertThat(names("inbox/.trash/*.csv")).containsExactly("inbox/.trash/b.csv");
        assertThat(names("inbox/.*")).containsExactly("inbox/.a.csv.Xy12");
    }

    @Test
    void leavesAFileThatMayStillBeWritten() throws IOException {
        write("inbox/old.csv", TEXT);
        changed("inbox/new.csv", LATER.instant().minusSeconds(119));
        changed("inbox/settled.csv", LATER.instant().minusSeconds(120));
        changed("inbox/ahead.csv", LATER.instant().plusSeconds(90));
        changed("inbox/future.csv", LATER.instant().plus(Duration.ofDays(400)));

        MatchingFiles files =
                new MatchingFiles(
                        root, List.of("inbox/*"), Duration.ofMinutes(2), seen(), Set.of());

        assertThat(files.look().documents())
                .extracting(Document::name)
                .containsExactly("inbox/future.csv", "inbox/old.csv", "inbox/settled.csv");
        assertThat(files.look().unsettled()).containsExactly("inbox/ahead.csv", "inbox/new.csv");
        assertThat(files.lookAtNewest().documents()).hasSize(3);
    }

    private void changed(String name, Instant time) throws IOException {
        Files.setLastModifiedTime(write(name, name), FileTime.from(time));
    }

    private List<String> names(String pattern) throws IOException {
        return documents(pattern).stream().map(Document::name).toList();
    }

    private List<Document> documents(String... patterns) throws IOException {
        return documents(seen(), patterns);
    }

    private List<Document> documents(SeenFiles seen, String... patterns) throws IOException {
        return new MatchingFiles(root, List.of(patterns), Duration.ZERO, seen, Set.of())
                .look()
                .documents();
    }

    private SeenFiles seen() throws IOException {
        return SeenFiles.load(root.resolve("seen"), LATER);
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return Files.setLastModifiedTime(file, FileTime.from(CHANGED));
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zstd(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String entry, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
