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
import java.util.HashMap;
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

    @RepeatedTest(3)
    void givesTheSameForReadingsInManyDocuments() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> whole = new ArrayList<>();
        List<String> split = new ArrayList<>();
        long register = 0;
        for (int i = 0; i < 500; i++) {
            Instant at = MONTH_START.plusSeconds(600L * i + random.nextInt(600));
            register += random.nextInt(100_000);
            whole.add(reading(at, register, "a", i + 1));
            split.add(reading(at, register, "d" + random.nextInt(5), i + 1));
        }

        assertThat(hours(split)).as("seed " + seed).isEqualTo(hours(whole));
    }

    @RepeatedTest(3)
    void addsUpTheHoursOfEachDay() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        List<String> days = new ArrayList<>();
        long register = 0;
        for (Instant day = MONTH_START; day.isBefore(MONTH_END); day = day.plusSeconds(86_400)) {
            long atMidnight = register;
            rows.add(reading(day, register, "a", rows.size() + 1));
            for (long second = 1 + random.nextInt(20_000);
                    second < 86_400;
                    second += 1 + random.nextInt(20_000)) {
                register += random.nextInt(5_000_000);
                rows.add(reading(day.plusSeconds(second), register, "a", rows.size() + 1));
            }
            register += random.nextInt(5_000_000);
            days.add(BigDecimal.valueOf(register - atMidnight, 3).toString());
        }
        rows.add(reading(MONTH_END, register, "a", rows.size() + 1));

        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", given(rows))) {
            workbench.build("hourly_energy");

            assertThat(
                            workbench.rows(
                                    "select sum(energy_wh) from hourly_energy"
                                            + " group by local_date(started_at)"
                                            + " order by local_date(started_at)"))
                    .as("seed " + seed)
                    .isEqualTo(days);
        }
    }

    @RepeatedTest(3)
    void changesOnlyTheHoursThatALateDocumentTouches() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int fromHour = 24 + random.nextInt(300);
        int toHour = fromHour + 2 + random.nextInt(48);
        List<String> early = new ArrayList<>();
        List<String> all = new ArrayList<>();
        long register = 0;
        for (int hour = 0; hour <= 744; hour++) {
            Instant at = MONTH_START.plusSeconds(3_600L * hour);
            register += random.nextInt(5_000_000);
            boolean isLate = hour > fromHour && hour < toHour;
            all.add(reading(at, register, isLate ? "b" : "a", hour + 1));
            if (!isLate) {
                early.add(reading(at, register, "a", hour + 1));
            }
        }

        List<String> before = hours(early);
        List<String> after = hours(all);

        assertThat(after.subList(0, fromHour))
                .as("seed " + seed)
                .isEqualTo(before.subList(0, fromHour));
        assertThat(after.subList(toHour, 744))
                .as("seed " + seed)
                .isEqualTo(before.subList(toHour, 744));
        assertThat(after.subList(fromHour, toHour))
                .as("seed " + seed)
                .allMatch(hour -> hour.endsWith(",3600,0"));
    }

    @RepeatedTest(3)
    void givesAConstantLoadTheSameEnergyByPowerCounterAndInterval()
            throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long load = 12L * (1 + random.nextInt(1_000));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i <= 744 * 12; i++) {
            Instant at = MONTH_START.plusSeconds(300L * i);
            rows.add(row("P", "power", "", at, BigDecimal.valueOf(load), rows.size() + 1));
            boolean isRead = i == 0 || i == 744 * 12 || random.nextInt(9) == 0;
            if (isRead) {
                BigDecimal register = BigDecimal.valueOf(load * i).divide(BigDecimal.valueOf(12));
                rows.add(row("C", "counter", "", at, register, rows.size() + 1));
            }
            if (i % 3 == 0 && i < 744 * 12) {
                BigDecimal quarter = BigDecimal.valueOf(load).divide(BigDecimal.valueOf(4));
                rows.add(
                        row(
                                "I",
                                "interval",
                                at.toString(),
                                at.plusSeconds(900),
                                quarter,
                                rows.size() + 1));
            }
        }
        Map<String, Path> files = new HashMap<>(given(rows));
        files.put(
                "meters",
                Files.writeString(
                        folder.resolve("three.csv"),
                        "meter_id,meter_key,room_id,site_id,role,multiplier,valid_from\n"
                                + "p,P,r1,s1,other,1,2025-01-01\n"
                                + "c,C,r1,s1,other,1,2025-01-01\n"
                                + "i,I,r1,s1,other,1,2025-01-01\n"));

        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", files)) {
            workbench.build("hourly_energy");

            assertThat(
                            workbench.rows(
                                    "select meter_id, min(energy_wh), max(energy_wh), count(*)"
                                            + " from hourly_energy where covered_s = 3600"
                                            + " group by meter_id order by meter_id"))
                    .as("seed " + seed)
                    .containsExactly(
                            "c," + load + ".000," + load + ".000,744",
                            "i," + load + ".000," + load + ".000,744",
                            "p," + load + ".000," + load + ".000,744");
        }
    }

    @RepeatedTest(3)
    void addsUpTheRestsOfATreeToItsTop() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> meters = new ArrayList<>();
        List<String> hours = new ArrayList<>();
        long top = 0;
        for (int i = 0; i < 40; i++) {
            boolean isSource = i > 0 && random.nextInt(5) == 0;
            // Nothing stands below panels here, which would be a tree of its own.
            int parent = i == 0 ? -1 : random.nextInt(Math.min(i, 1 + i / 2));
            while (parent > 0 && meters.get(parent).startsWith("pv")) {
                parent--;
            }
            String id = (isSource ? "pv" : "m") + i;
            meters.add(id + ",2025-01-01," + (i == 0 ? "" : id(meters, parent)));
            long energy = random.nextInt(1_000_000);
            top += i == 0 || isSource ? energy : 0;
            hours.add(
                    "2026-01,2026-01-10T10:00:00Z,"
                            + id
                            + ",r1,s1,"
                            + (isSource ? "pv" : "rack")
                            + ",electricity,"
                            + BigDecimal.valueOf(energy, 3)
                            + ",3600,0,0");
        }
        Map<String, Path> files =
                Map.of(
                        "meters",
                        Files.writeString(
                                folder.resolve("tree.csv"),
                                "meter_id,valid_from,parent_meter_id\n"
                                        + String.join("\n", meters)
                                        + "\n"),
                        "hourly_energy",
                        Files.writeString(
                                folder.resolve("hourly_energy.csv"),
                                "month,started_at,meter_id,room_id,site_id,role,quantity,energy_wh,"
                                        + "covered_s,interpolated_s,estimated_s\n"
                                        + String.join("\n", hours)
                                        + "\n"));

        try (ModelWorkbench workbench = ModelWorkbench.open("2026-01", files)) {
            workbench.build("int_meter_tree");

            assertThat(
                            workbench.rows(
                                    "select sum(rest_wh) from int_meter_tree"
                                            + " where meter_id not like 'pv%'"))
                    .as("seed " + seed)
                    .containsExactly(BigDecimal.valueOf(top, 3).toString());
        }
    }

    private static String id(List<String> meters, int index) {
        return meters.get(index).substring(0, meters.get(index).indexOf(','));
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
                Files.writeString(
                        folder.resolve("documents.csv"),
                        "document_id,batch\na,1\nb,2\nd0,3\nd1,4\nd2,4\nd3,5\nd4,6\n");
        Path file =
                Files.writeString(
                        folder.resolve("meter_readings.csv"),
                        "meter_key,quantity,kind,started_at,measured_at,value,document_id,line\n"
                                + String.join("\n", readings)
                                + "\n");
        return Map.of("meters", meters, "documents", documents, "meter_readings", file);
    }

    private static String reading(Instant at, long milliWattHours, String document, int line) {
        return "K1,electricity,counter,,"
                + at
                + ","
                + BigDecimal.valueOf(milliWattHours, 3)
                + ","
                + document
                + ","
                + line;
    }

    private static String row(
            String key, String kind, String start, Instant at, BigDecimal value, int line) {
        return String.join(
                ",",
                key,
                "electricity",
                kind,
                start,
                at.toString(),
                value.toPlainString(),
                "a",
                Integer.toString(line));
    }
}
