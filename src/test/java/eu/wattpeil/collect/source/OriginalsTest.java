package eu.wattpeil.collect.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read can be read anew when it is gone from where it came, under the name it had. */
class OriginalsTest {

    @TempDir Path root;

    private final Problems problems = new Problems();

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(root.resolve("inbox"));
        Files.writeString(root.resolve("inbox/plain.csv"), "first");
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(root.resolve("inbox/packed.csv.gz")))) {
            out.write("second".getBytes(UTF_8));
        }
        try (ZipOutputStream out =
                new ZipOutputStream(Files.newOutputStream(root.resolve("inbox/several.zip")))) {
            for (String text : List.of("third", "fourth")) {
                out.putNextEntry(new ZipEntry("Kanarie/" + text + ".csv"));
                out.write(text.getBytes(UTF_8));
            }
        }
    }

    @Test
    void givesTheSameDocumentsWhenTheFilesAreGone() throws IOException {
        FileSource source = source(false);
        List<Document> before = known(source);
        for (Document document : before) {
            source.stored(document);
        }
        assertThat(known(source)).hasSize(4);
        emptyInbox();

        List<Document> after = known(source(false));

        assertThat(after).hasSize(4);
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i).name()).isEqualTo(before.get(i).name());
            assertThat(after.get(i).sha256()).isEqualTo(before.get(i).sha256());
            assertThat(after.get(i).bytes()).isEqualTo(before.get(i).bytes());
        }
        assertThat(after.get(0).givenName()).isEqualTo("inbox/packed.csv.gz");
        assertThat(after.get(2).givenName()).isEqualTo("inbox/several.zip!Kanarie/third.csv");
        assertThat(texts(after)).containsExactly("second", "first", "third", "fourth");
    }

    @Test
    void keepsEachOnceAndOnlyWhatIsStored() throws IOException {
        FileSource source = source(false);
        Document plain = known(source).get(1);
        source.stored(plain);
        Path kept = root.resolve("originals/meters/" + plain.sha256() + ".zst");
        Object time = Files.getLastModifiedTime(kept);
        source.stored(plain);

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(time);
        try (Stream<Path> files = Files.list(kept.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(plain.sha256() + ".zst", plain.sha256() + ".name");
        }
    }

    @Test
    void keepsNoFileThatHasChangedSince() throws IOException {
        FileSource source = source(false);
        Document plain = known(source).get(1);
        Files.writeString(root.resolve("inbox/plain.csv"), "other");
        source.stored(plain);
        emptyInbox();

        assertThat(known(source)).isEmpty();
    }

    @Test
    void keepsNoCopyOfPersonalData() throws IOException {
        source(true);
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "meters.yaml:3: keep-originals is \"true\" for personal data, of which no"
                                + " copies are kept, expected false");
    }

    private FileSource source(boolean isPersonal) throws IOException {
        Path file = root.resolve("meters.yaml");
        Files.writeString(file, "source:\n  files: inbox/*\n  keep-originals: true\n");
        Section definition = Sections.read(root, file, problems);
        return FileSource.of(
                new SourceContext(
                        definition.section("source"), isPersonal, root, ZoneOffset.UTC, Map.of()));
    }

    private List<Document> known(FileSource source) throws IOException {
        SeenFiles seen = SeenFiles.load(root.resolve("seen"), Clock.systemUTC());
        Landing landing = new Landing(root, "meters", Clock.systemUTC(), () -> true);
        return source.known(new Reach(root, landing, seen)).documents();
    }

    private void emptyInbox() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("inbox"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> texts(List<Document> documents) throws IOException {
        List<String> texts = new java.util.ArrayList<>();
        for (Document document : documents) {
            try (InputStream in = document.open()) {
                texts.add(new String(in.readAllBytes(), UTF_8));
            }
        }
        return texts;
    }
}
