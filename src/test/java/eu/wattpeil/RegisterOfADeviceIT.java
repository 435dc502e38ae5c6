package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rack PDU whose register begins anew after 9,999 kWh, from its polls to the energy of the hours,
 * with the row for {@code config/meters.csv} that is suggested.
 */
class RegisterOfADeviceIT {

    private static final String DEFINITION = "jobs/collect/power.yaml";

    /** Watt-hours at every quarter of an hour from 10:00, Brussels time: 2 kW all the time. */
    private static final List<Integer> REGISTER = List.of(9998000, 9998500, 0, 500, 1000);

    @TempDir Path folder;

    @Test
    void aRegisterThatBeginsAnewLosesNoEnergy() throws IOException {
        Program program = new Program(folder.resolve("town"));
        program.inProcess("init", program.workspace().toString());
        write(
                program,
                DEFINITION,
                """
                dataset: meter_readings
                format: snmp-poll
                source:
                  snmp:
                    rack: {host: "127.0.0.1:9", kind: vertiv}
                  community: {file: community.txt}
                  timeout: PT0.1S
                  retries: 0
                """);
        write(program, "community.txt", "town-hall\n");
        write(program, "landed/power/snmp-2026-09-01.ndjson", polls());

        Ended suggested = program.inProcess("suggest", "meters", DEFINITION);
        String row =
                suggested
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("rack,"))
                        .findFirst()
                        .orElseThrow();
        assertThat(row).isEqualTo("rack,rack,ROOM,SITE,ROLE,1,9999,,2026-09-01,");
        Files.writeString(
                program.workspace().resolve("config/meters.csv"),
                row.replace("ROOM,SITE,ROLE", "server-room,main-building,it")
                                .replace("9999,,", "9999,5000,")
                        + "\n",
                StandardOpenOption.APPEND);
        Ended run = program.inProcess("run");

        assertThat(run.err()).contains("rack gives no answer");
        assertThat(run.err().lines()).hasSize(1);
        Ended energy =
                program.inProcess(
                        "query",
                        "select sum(energy_wh) from read_parquet('"
                                + program.workspace().resolve("store/hourly_energy")
                                + "/**/*.parquet') where meter_id = 'rack'",
                        "--format",
                        "csv");
        assertThat(energy.err()).isEmpty();
        assertThat(energy.out().lines().toList().get(1)).isEqualTo("2000.000");
    }

    private static String polls() {
        StringBuilder polls = new StringBuilder();
        for (int quarter = 0; quarter < REGISTER.size(); quarter++) {
            polls.append(
                    "{\"at\":\"2026-09-01T%02d:%02d:00Z\",\"target\":\"rack\",\"kind\":\"vertiv\",\"values\":{\"energy.1\":%d}}%n"
                            .formatted(8 + quarter / 4, quarter % 4 * 15, REGISTER.get(quarter)));
        }
        return polls.toString();
    }

    private static void write(Program program, String file, String text) throws IOException {
        Path path = program.workspace().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
