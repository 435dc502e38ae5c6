package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterNamesTest {

    private static final String DEFINITION = "jobs/collect/water.yaml";

    @TempDir private Path root;

    @BeforeEach
    void makeAWorkspace() throws IOException {
        write(
                "config/wattpeil.yaml",
                "organisation: {name: T, zone: Europe/Brussels, languages: [en]}\n");
        write(
                DEFINITION,
                """
                dataset: meter_readings
                format: delimited
                source: {files: inbox/*.csv}
                options:
                  columns:
                    meter_key: meter
                    quantity: what
                    measured_at: {column: at, pattern: iso}
                    value: {column: value, kind: counter, unit: L}
                """);
        write(
                "inbox/a.csv",
                """
                meter,what,at,value
                Hall 1,water,2026-09-01T00:30:00+02:00,1
                Hall 1,water,2026-09-02T00:00:00+02:00,2
                HALL-1,water,2026-09-02T00:00:00+02:00,2
                """);
    }

    @Test
    void givesARowForEachMeterWithWhatItsReadingsTell() throws IOException {
        assertThat(MeterNames.inFiles(root, DEFINITION, Clock.systemUTC()))
                .extracting(MeterRow::text, MeterRow::readings)
                .containsExactly(
                        tuple("hall-1,HALL-1,ROOM,SITE,water,1,,,2026-09-02,", 1L),
                        tuple("hall-1-2,Hall 1,ROOM,SITE,water,1,,,2026-09-01,", 2L));
    }

    @Test
    void leavesOutThoseThatAreKnownAndTheirNames() throws IOException {
        write(
                "config/meters.csv",
                MeterRow.HEADER + "\nhall-1,Hall 1,,town,water,1,,,2026-01-01,\n");

        assertThat(MeterNames.inFiles(root, DEFINITION, Clock.systemUTC()))
                .extracting(MeterRow::text)
                .containsExactly("hall-1-2,HALL-1,ROOM,SITE,water,1,,,2026-09-02,");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
