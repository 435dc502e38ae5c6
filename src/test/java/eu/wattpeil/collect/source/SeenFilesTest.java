package eu.wattpeil.collect.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenFilesTest {

    private static final SeenFiles.Stamp STAMP = new SeenFiles.Stamp(22, "2026-01-01T00:00:00Z");
    private static final List<SeenFiles.Entry> ENTRIES =
            List.of(
                    new SeenFiles.Entry(1, 22, "ab".repeat(32), ""),
                    new SeenFiles.Entry(2, 7, "cd".repeat(32), "encrypted"));

    @TempDir Path folder;

    @Test
    void remembersWhatIsInAFileThatLooksTheSame() throws IOException {
        remember();

        assertThat(load().entries("inbox/a.zip", STAMP)).isEqualTo(ENTRIES);
        assertThat(load().entries("inbox/a.zip", new SeenFiles.Stamp(23, STAMP.changed())))
                .isEmpty();
        assertThat(load().entries("inbox/b.zip", STAMP)).isEmpty();
    }

    @Test
    void forgetsEverythingWhereAnyBitOfItIsFlipped() throws IOException {
        remember();
        byte[] written = Files.readAllBytes(file());

        for (int at = 0; at < written.length; at++) {
            byte[] flipped = written.clone();
            flipped[at] ^= 1;
            Files.write(file(), flipped);

            assertThat(load().entries("inbox/a.zip", STAMP)).as("byte %d", at).isEmpty();
        }
    }

    @Test
    void forgetsWhatIsNoListOfFiles() throws IOException {
        for (String text : List.of("", "\n", "seen-files 2", "a\tb\tc\td\te\tf\tg\n", "\u0000")) {
            Files.write(file(), text.getBytes(UTF_8));

            assertThat(load().entries("inbox/a.zip", STAMP)).isEmpty();
        }
    }

    @Test
    void isNotWrittenAgainWhereNothingIsNew() throws IOException {
        remember();
        FileTime written = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
        Files.setLastModifiedTime(file(), written);

        SeenFiles seen = load();
        seen.entries("inbox/a.zip", STAMP);
        seen.save();
        seen.saveBesideKnown();

        assertThat(Files.getLastModifiedTime(file())).isEqualTo(written);
    }

    @Test
    void forgetsAFileThatIsGoneOnceAllWereLookedAt() throws IOException {
        remember();

        load().saveBesideKnown();
        assertThat(load().entries("inbox/a.zip", STAMP)).isEqualTo(ENTRIES);

        load().save();
        assertThat(load().entries("inbox/a.zip", STAMP)).isEmpty();
    }

    @Test
    void takesWhatTheVersionBeforeItSaw() throws IOException {
        remember();
        String body =
                Files.readString(file()).lines().skip(1).map(it -> it + "\n").collect(joining());
        String before = "seen-files 3 " + Fingerprint.of(body) + "\n" + body;
        Files.writeString(file(), before);

        SeenFiles seen = load();
        assertThat(seen.entries("inbox/a.zip", STAMP)).isEqualTo(ENTRIES);
        seen.save();
        assertThat(Files.readString(file())).startsWith("seen-files 4 ").endsWith(body);
        assertThat(load().entries("inbox/a.zip", STAMP)).isEqualTo(ENTRIES);

        Files.writeString(file(), before.replace("abab", "acac"));
        assertThat(load().entries("inbox/a.zip", STAMP)).isEmpty();
    }

    @Test
    void writesADamagedListAnew() throws IOException {
        Files.writeString(file(), "seen-files 4 damaged\n");

        load().save();

        assertThat(SeenFiles.isDamaged(file())).isFalse();
    }

    private void remember() throws IOException {
        SeenFiles seen = load();
        seen.remember("inbox/a.zip", STAMP, ENTRIES);
        seen.save();
    }

    private SeenFiles load() throws IOException {
        Clock later = Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);
        return SeenFiles.load(file(), later);
    }

    private Path file() {
        return folder.resolve("seen-files");
    }
}
