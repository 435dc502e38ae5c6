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
    void takesASensorOfTemperaturesForOneOfInletAir() throws IOException {
        write(
                "jobs/collect/rack.yaml",
                """
                dataset: meter_readings
                format: delimited
                source: {files: racks/*.csv}
                options:
                  columns:
                    meter_key: rack
                    measured_at: {column: at, pattern: iso}
                    value: {column: value, kind: power, unit: °C}
                  constants: {quantity: temperature}
                """);
        write("racks/a.csv", "rack,at,value\nR1,2026-09-01T10:00:00Z,24.5\n");

        assertThat(MeterNames.inFiles(root, "jobs/collect/rack.yaml", Clock.systemUTC()))
                .extracting(MeterRow::text, MeterRow::readings)
                .containsExactly(tuple("r1,R1,ROOM,SITE,inlet,1,,,2026-09-01,", 1L));
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

    @Test
    void saysAtWhichValueTheRegisterOfADeviceBeginsAnew() throws IOException {
        write(
                "jobs/collect/power.yaml",
                """
                dataset: meter_readings
                format: snmp-poll
                source:
                  snmp:
                    rack: {host: 192.0.2.1, kind: vertiv}
                    rack-b: {host: 192.0.2.2, kind: eaton-epdu}
                    ups: {host: 192.0.2.3, kind: apc-ups}
                  community: {env: SNMP_COMMUNITY}
                """);
        write(
                "landed/power/snmp-2026-09-01.ndjson",
                """
                {"at":"2026-09-01T10:00:00Z","target":"rack","kind":"vertiv","values":{"energy.1":1,"outlet_energy.2":1}}
                {"at":"2026-09-01T10:00:00Z","target":"rack-b","kind":"eaton-epdu","values":{"input_energy.0.1":1,"input_power.0.1":1}}
                {"at":"2026-09-01T10:00:00Z","target":"ups","kind":"apc-ups","values":{"output_energy":1}}
                """);

        assertThat(MeterNames.inFiles(root, "jobs/collect/power.yaml", Clock.systemUTC()))
                .extracting(MeterRow::text)
                .containsExactly(
                        "rack,rack,ROOM,SITE,ROLE,1,9999,,2026-09-01,",
                        "rack-b,rack-b,ROOM,SITE,ROLE,1,4294967.296,,2026-09-01,",
                        "rack-outlet-2,rack-outlet-2,ROOM,SITE,ROLE,1,9999,,2026-09-01,",
                        "ups-output,ups-output,ROOM,SITE,ROLE,1,,,2026-09-01,");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
