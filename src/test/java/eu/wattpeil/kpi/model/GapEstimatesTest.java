package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gaps that are estimated: told apart from what is known, which stays as it is. */
final class GapEstimatesTest {

    /** Of winter time throughout, so that a week is 168 hours. */
    private static final Instant MONTH_START = Instant.parse("2026-01-31T23:00:00Z");

    private static final int HOURS = 28 * 24;
    private static final int WEEK = 7 * 24;
    private static final String SETTINGS =
            "power_max_gap_s,counter_max_gap_s,inventory_max_age_days,minimum_coverage,"
                    + "minimum_group_size,gap_estimate_most_share,gap_estimate_least_weeks\n"
                    + "900,86400,62,0.95,10,";
    private static final String ALL_HOURS =
            "select energy_wh, covered_s, estimated_s from hourly_energy order by started_at";

    @TempDir private Path folder;

    private final List<String> readings = new ArrayList<>();

    @RepeatedTest(5)
    void addsTheMeanOfTheWeeksBeforeAndNothingElse() throws IOException, SQLException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TreeMap<Integer, Long> known = new TreeMap<>();
        double gaps = 0.08 * random.nextDouble();
        for (int hour = -HOURS; hour <= HOURS; hour++) {
            if (Math.abs(hour) == HOURS || random.nextDouble() >= gaps) {
                known.put(hour, (long) random.nextInt(20_000));
            }
        }
        known.forEach((hour, energy) -> interval(hour, energy));
        Map<Integer, BigDecimal> estimates = estimates(known);
        boolean isAllowed = estimates.size() <= 0.05 * HOURS;

        List<String> without = hours("room_total", "");
        List<String> with = hours("room_total", SETTINGS + "0.05,3\n");

        for (int hour = 0; hour < HOURS; hour++) {
            BigDecimal estimate = isAllowed ? estimates.get(hour) : null;
            assertThat(with.get(hour))
                    .as("hour " + hour + ", seed " + seed)
                    .isEqualTo(estimate == null ? without.get(hour) : estimate + ",3600,3600");
        }
        assertThat(total(with).subtract(total(without)))
                .as("seed " + seed)
                .isEqualByComparingTo(
                        isAllowed
                                ? estimates.values().stream()
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                : BigDecimal.ZERO);
    }

    /** emoncms issue 1795 */
    @Test
    void marksWhatItPutsIntoAnOutageOf50Minutes() throws IOException, SQLException {
        for (int week = 0; week < 4; week++) {
            interval(-WEEK * week, 1_200);
        }
        Instant ten = at(WEEK);
        for (int minute = 0; minute <= 120; minute++) {
            if (minute <= 5 || minute >= 55) {
                power(ten.plusSeconds(60L * minute), 6_000);
            }
        }

        List<String> hours = hours("room_total", SETTINGS + "0.05,3\n");

        // 10 minutes at 6 kW, and 50 of an hour of 1200 Wh; then a whole hour.
        assertThat(hours.get(WEEK)).isEqualTo("2000.000,3600,3000");
        assertThat(hours.get(WEEK + 1)).isEqualTo("6000.000,3600,0");
    }

    /** emoncms issue 1939 */
    @Test
    void givesNoEnergyToADeviceThatWasUnplugged() throws IOException, SQLException {
        for (int week = 0; week < 4; week++) {
            interval(-WEEK * week, 1_200);
        }
        interval(WEEK - 1, 1_000);
        interval(WEEK + 1, 1_000);

        assertThat(hours("device", SETTINGS + "0.05,3\n").get(WEEK)).isEqualTo(",0,0");
        assertThat(hours("rack", SETTINGS + "0.05,3\n").get(WEEK)).isEqualTo("1200.000,3600,3600");
    }

    private static Map<Integer, BigDecimal> estimates(Map<Integer, Long> known) {
        Map<Integer, BigDecimal> estimates = new TreeMap<>();
        for (int hour = 0; hour < HOURS; hour++) {
            long sum = 0;
            int weeks = 0;
            for (int week = 1; week <= 4; week++) {
                Long energy = known.get(hour - WEEK * week);
                sum += energy == null ? 0 : energy;
                weeks += energy == null ? 0 : 1;
            }
            if (!known.containsKey(hour) && weeks >= 3) {
                estimates.put(
                        hour,
                        BigDecimal.valueOf(sum)
                                .divide(BigDecimal.valueOf(weeks), 3, RoundingMode.HALF_UP));
            }
        }
        return estimates;
    }

    private static BigDecimal total(List<String> hours) {
        return hours.stream()
                .map(hour -> hour.substring(0, hour.indexOf(',')))
                .filter(energy -> !energy.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Instant at(int hour) {
        return MONTH_START.plus(Duration.ofHours(hour));
    }

    private void interval(int hour, long wattHours) {
        row("interval", at(hour).toString(), at(hour + 1), wattHours);
    }

    private void power(Instant at, long watt) {
        row("power", "", at, watt);
    }

    private void row(String kind, String start, Instant end, long value) {
        readings.add(
                "K1,electricity,"
                        + String.join(",", kind, start, end.toString())
                        + ","
                        + value
                        + ",a,"
                        + (readings.size() + 1));
    }

    /** The hours of February 2026: energy, known and estimated seconds. */
    private List<String> hours(String role, String settings) throws IOException, SQLException {
        Map<String, String> texts = new HashMap<>();
        texts.put(
                "meters",
                "meter_id,meter_key,room_id,site_id,role,multiplier,valid_from\n"
                        + "grid,K1,r1,s1,"
                        + role
                        + ",1,2025-01-01\n");
        texts.put("documents", "document_id,batch\na,1\n");
        texts.put(
                "meter_readings",
                "meter_key,quantity,kind,started_at,measured_at,value,document_id,line\n"
                        + String.join("\n", readings)
                        + "\n");
        if (!settings.isEmpty()) {
            texts.put("settings", settings);
        }
        Map<String, Path> files = new HashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            files.put(
                    text.getKey(),
                    Files.writeString(folder.resolve(text.getKey() + ".csv"), text.getValue()));
        }
        try (ModelWorkbench workbench = ModelWorkbench.open("2026-02", files)) {
            workbench.build("hourly_energy");
            return workbench.rows(ALL_HOURS);
        }
    }
}
