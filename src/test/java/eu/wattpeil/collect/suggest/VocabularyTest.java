package eu.wattpeil.collect.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words that columns are told by, of Wattpeil and of a workspace. */
class VocabularyTest {

    @TempDir private Path folder;

    private final Problems problems = new Problems();

    @Test
    void thereAreWordsForEveryHeading() {
        Vocabulary packaged = Vocabulary.read(WorkspaceFiles.packaged(), problems);

        assertThat(problems.all()).isEmpty();
        for (Heading heading : Heading.values()) {
            assertThat(packaged.words(heading)).as(heading.key()).isNotEmpty();
        }
    }

    @Test
    void accentsCapitalsAndSignsDoNotMatter() {
        Vocabulary packaged = Vocabulary.read(WorkspaceFiles.packaged(), problems);

        for (String header : new String[] {"Zużycie energii [kWh]", "SPOTŘEBA", "Consommation_1"}) {
            assertThat(Words.has(header, packaged.any(Heading.USAGE))).as(header).isTrue();
        }
        assertThat(packaged.code("category", "Portátil")).isEqualTo("laptop");
        assertThat(packaged.code("status", "In reparatie")).isEqualTo("in_repair");
        assertThat(packaged.code("status", "?")).isEmpty();
    }

    @Test
    void anotherFileOfAWorkspaceAddsWords() throws IOException {
        Vocabulary own = own("ours.yaml", "headers: {meter: [Teljesítmény]}\n");

        assertThat(problems.all()).isEmpty();
        assertThat(own.words(Heading.METER)).contains("ean", "teljesitmeny");
    }

    @Test
    void aFileOfTheSameNameTakesThePlaceOfTheOther() throws IOException {
        Vocabulary own = own("words.yaml", "headers: {meter: [punkt]}\n");

        assertThat(problems.all()).isEmpty();
        assertThat(own.words(Heading.METER)).containsExactly("punkt");
        assertThat(own.words(Heading.VALUE)).isEmpty();
        assertThat(Words.has("value", own.any(Heading.VALUE))).isFalse();
    }

    @Test
    void mistakesAreToldWhereTheyStand() throws IOException {
        own(
                "ours.yaml",
                """
                headers:
                  metre: [Zähler]
                  meter: ["€", Zähler]
                codes:
                  status: {in_stok: [da]}
                  category: {robot: [Roboter]}
                """);

        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "jobs/suggest/ours.yaml:2: unknown key \"metre\", did you mean \"meter\"?",
                        "jobs/suggest/ours.yaml:3: meter is with \"€\", expected letters, digits"
                                + " or %",
                        "jobs/suggest/ours.yaml:5: status is with \"in_stok\", did you mean"
                                + " \"in_stock\"?");
    }

    private Vocabulary own(String name, String text) throws IOException {
        Path file = folder.resolve("jobs/suggest").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Vocabulary.read(new WorkspaceFiles(folder), problems);
    }
}
