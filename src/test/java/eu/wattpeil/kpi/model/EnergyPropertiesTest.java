package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for any readings: the energy of the parts is the energy of the whole. */
final class EnergyPropertiesTest {

    private static final Instant MONTH_START = Instant.parse("2025-12-31T23:00:00Z");
    private static final Instant MONTH_END = Instant.parse("2026-01-31T23:00:00Z");
    private static final String ALL_HOURS =
            "select started_at, energy_wh, covered_s, interpolated_s from hourly_energy"
                    + " order by started_at";

    @TempDir private Path folder;

    @RepeatedTest(5)
    void addsUpToTheDifferenceOfTheRegisters() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        long register = random.nextInt(1_000_000);
        long first = register;
        for (Instant at = MONTH_START;
                at.isBefore(MONTH_END);
                at = at.plusMillis(1 + random.nextInt(9_000_000))) {
            rows.add(reading(at, register, "a", rows.size() + 1));
            register += random.nextInt(2_000_000);
        }
        rows.add(reading(MONTH_END, register, "a", rows.size() + 1));

        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", given(rows))) {
            workbench.build("hourly_energy");

            assertThat(
                            workbench.rows(
                                    "select sum(energy_wh), min(covered_s), max(covered_s)"
                                            + " from hourly_energy"))
                    .as("seed " + seed)
                    .containsExactly(BigDecimal.valueOf(register - first, 3) + ",3600,3600");
        }
    }

    @RepeatedTest(3)
    void givesTheSameForShuffledAndRepeatedReadings() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        List<String> untidy = new ArrayList<>();
        long register = 0;
        for (int i = 0; i < 500; i++) {
            Instant at = MONTH_START.plusSeconds(900L * i);
            register += random.nextInt(100_000);
            rows.add(reading(at, register, "b", i + 1));
            untidy.add(reading(at, register, "b", i + 1));
            if (random.nextInt(3) == 0) {
                untidy.add(reading(at, random.nextInt(100), "a", i + 1));
            }
        }
        Collections.shuffle(untidy, random);

        assertThat(hours(untidy)).as("seed " + seed).isEqualTo(hours(rows));
    }

    private List<String> hours(List<String> readings) throws IOException, SQLException {
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", given(readings))) {
            workbench.build("hourly_energy");
            return workbench.rows(ALL_HOURS);
        }
    }

    private Map<String, Path> given(List<String> readings) throws IOException {
        Path meters =
                Files.writeString(
                        folder.resolve("meters.csv"),
                        "meter_id,meter_key,room_id,site_id,role,multiplier,valid_from\n"
                                + "grid,K1,r1,s1,room_total,1,2025-01-01\n");
        Path documents =
                Files.writeString(folder.resolve("documents.csv"), "document_id,batch\na,1\nb,2\n");
        Path file =
                Files.writeString(
                        folder.resolve("meter_readings.csv"),
                        "meter_key,quantity,kind,measured_at,value,document_id,line\n"
                                + String.join("\n", readings)
                                + "\n");
        return Map.of("meters", meters, "documents", documents, "meter_readings", file);
    }

    private static String reading(Instant at, long milliWattHours, String document, int line) {
        return "K1,electricity,counter,"
                + at
                + ","
                + BigDecimal.valueOf(milliWattHours, 3)
                + ","
                + document
                + ","
                + line;
    }
}
