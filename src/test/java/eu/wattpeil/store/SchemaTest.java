package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What stands in a store stays readable: a schema grows by optional columns only, and each growth
 * is seen here.
 */
class SchemaTest {

    private static final Path GOLDEN = Path.of("src/test/resources/schemas");

    @TestFactory
    Stream<DynamicTest> everySchemaIsTheGoldenOne() {
        return datasets().stream()
                .map(
                        dataset ->
                                DynamicTest.dynamicTest(
                                        dataset.name(),
                                        () ->
                                                assertThat(ParquetSchema.of(dataset).toString())
                                                        .isEqualTo(golden(dataset))));
    }

    @Test
    void everyGoldenSchemaHasItsDataset() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            datasets().stream().map(dataset -> dataset.name() + ".txt").toList());
        }
    }

    private static List<Dataset> datasets() {
        List<Dataset> datasets = new ArrayList<>(Datasets.collected());
        datasets.addAll(List.of(Datasets.DOCUMENTS, Datasets.REJECTS, Datasets.RUNS));
        return datasets;
    }

    private static String golden(Dataset dataset) throws IOException {
        return Files.readString(GOLDEN.resolve(dataset.name() + ".txt"));
    }
}
