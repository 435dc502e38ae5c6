package eu.wattpeil.collect.metering;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FluviusOptionsTest {

    @TempDir private Path folder;

    @Test
    void namesAnUnknownKindOfMeterKey() throws IOException {
        Path file = folder.resolve("fluvius.yaml");
        Files.writeString(file, "meter-key: ean-and-descripton\n");
        Problems problems = new Problems();
        Section options = Sections.read(folder, file, problems);

        FluviusFormat.of(
                new FormatContext(
                        options, Datasets.METER_READINGS, ZoneId.of("Europe/Brussels"), Set.of()));

        assertThat(problems.all())
                .extracting(Object::toString)
                .containsExactly(
                        "fluvius.yaml:1: meter-key is \"ean-and-descripton\", did you mean"
                                + " \"ean-and-description\"?");
    }
}
