package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {

    private static final String HEADER =
            "frame,reference,title_en,title_nl,title_fr,source,grade\n";

    @TempDir Path folder;

    @Test
    void comesWithTheFramesThatKpisFeed() {
        Problems problems = new Problems();

        Frames frames = Frames.read(WorkspaceFiles.packaged(), problems);

        assertThat(problems.all()).isEmpty();
        Frame frame = frames.named("ESRS E1-5").orElseThrow();
        assertThat(frame.reference()).isEqualTo("E1-5");
        assertThat(frame.title())
                .containsEntry(Locale.ENGLISH, "Energy consumption and mix")
                .containsOnlyKeys(
                        Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.forLanguageTag("fr"));
        assertThat(frames.named("VSME").orElseThrow().reference()).isEmpty();
        assertThat(frames.named("E1-5")).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithARow() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(
                folder.resolve("jobs/frames.csv"),
                HEADER
                        + "ESRS,E1-5,Energy,Energie,Énergie,somewhere,A\n"
                        + "ESRS E1-5,,Energy,Energie,Énergie,somewhere,A\n"
                        + "VSME,,Energy,,Énergie,somewhere,P\n");
        Problems problems = new Problems();

        Frames frames = Frames.read(new WorkspaceFiles(folder), problems);

        assertThat(frames.words()).containsExactly("ESRS E1-5");
        assertThat(problems.all().stream().map(Problem::toString))
                .containsExactly(
                        "jobs/frames.csv:3: frame and reference are \"ESRS E1-5\" again, expected"
                                + " each once",
                        "jobs/frames.csv:4: grade is \"P\", expected one of A, B, C",
                        "jobs/frames.csv:4: title_nl is empty, expected a value");
    }
}
