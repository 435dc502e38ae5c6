package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What "adding one more" asks for is there for each that there is. */
class FormatsTest {

    @Test
    void everyFormatHasAFolderOfCases() {
        assertThat(Formats.names()).isNotEmpty();
        for (String format : Formats.names()) {
            assertThat(Path.of("src/test/resources/formats", format)).isNotEmptyDirectory();
        }
    }

    @Test
    void everyFormatIsExamined() throws ClassNotFoundException {
        for (String format : Formats.names()) {
            String simple =
                    Stream.of(format.split("-"))
                            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                            .collect(Collectors.joining());
            Class<?> exam = Class.forName("eu.wattpeil.collect." + simple + "ExamTest");

            assertThat(FormatExam.class).isAssignableFrom(exam);
        }
    }

    @Test
    void everyFormatIsNamedInTheReadme() {
        for (String format : Formats.names()) {
            assertThat(Path.of("README.md")).content().contains("| `" + format + "` |");
        }
    }

    @Test
    void formatsFillOnlyDatasetsThatThereAre() {
        for (String format : Formats.names()) {
            for (String dataset : Formats.named(format).orElseThrow().datasets()) {
                assertThat(Datasets.named(dataset)).isPresent();
            }
        }
    }

    @Test
    void everyDatasetHasAStagingModel() {
        for (Dataset dataset : Datasets.collected()) {
            assertThat(Path.of("jobs/models/staging", "stg_" + dataset.name() + ".sql"))
                    .isNotEmptyFile();
        }
    }
}
