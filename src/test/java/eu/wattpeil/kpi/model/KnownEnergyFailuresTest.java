package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong with energy in other tools, in public, must not go wrong here. */
final class KnownEnergyFailuresTest {

    private static final Instant TEN = Instant.parse("2026-01-10T10:00:00Z");
    private static final String METERS =
            "meter_id,meter_key,room_id,site_id,role,multiplier,register_max,max_power_w,valid_from\n"
                    + "grid,K1,r1,s1,room_total,1,,20000,2025-01-01\n";

    @TempDir private Path folder;

    private final List<String> readings = new ArrayList<>();
    private String meters = METERS;

    /** emoncms issue 1795 */
    @Test
    void makesNoEnergyAcrossAnOutageOf50Minutes() throws IOException, SQLException {
        for (int minute = 0; minute <= 120; minute++) {
            if (minute <= 5 || minute >= 55) {
                power(TEN.plusSeconds(60L * minute), 6_000);
            }
        }

        // 5 minutes before and 5 after the outage, 6 kW each; then a whole hour.
        assertThat(hours()).containsExactly("10,1000.000,600", "11,6000.000,3600");
    }

    /** emoncms issue 1137 */
    @Test
    void takesNoEnergyBackWhenACounterGoesBackwards() throws IOException, SQLException {
        counter(TEN, 5_000);
        counter(TEN.plusSeconds(3_600), 7_000);
        counter(TEN.plusSeconds(7_200), 6_500);
        counter(TEN.plusSeconds(10_800), 8_500);

        assertThat(hours()).containsExactly("10,2000.000,3600", "12,2000.000,3600");
    }

    /** Home Assistant issue 76973 */
    @Test
    void countsTheRegisterAfterAResetAsNoConsumption() throws IOException, SQLException {
        counter(TEN, 9_000);
        counter(TEN.plusSeconds(3_600), 9_500);
        counter(TEN.plusSeconds(7_200), 300);
        counter(TEN.plusSeconds(10_800), 800);

        assertThat(hours()).containsExactly("10,500.000,3600", "12,500.000,3600");
    }

    /** Home Assistant issue 140300 */
    @Test
    void countsTheRegisterAsNoConsumptionAfterAMomentAtZero() throws IOException, SQLException {
        counter(TEN, 9_000);
        counter(TEN.plusSeconds(900), 0);
        counter(TEN.plusSeconds(1_800), 9_100);
        counter(TEN.plusSeconds(3_600), 9_200);

        // From 0 to 9100 Wh in a quarter of an hour is more than 20 kW can carry.
        assertThat(hours()).containsExactly("10,100.000,1800");
    }

    /** emoncms issue 1939 */
    @Test
    void givesNoEnergyToTheTimeInWhichAMeterWasUnplugged() throws IOException, SQLException {
        power(TEN, 2_000);
        power(TEN.plusSeconds(300), 2_000);
        power(TEN.plusSeconds(600), 2_000);
        power(TEN.plusSeconds(7_200), 2_000);
        power(TEN.plusSeconds(7_500), 2_000);

        assertThat(hours()).containsExactly("10,333.333,600", "12,166.667,300");
    }

    /** OED issues 196 and 267 */
    @Test
    void skipsABadPeriodAndKeepsTheOthers() throws IOException, SQLException {
        interval(TEN, 900, 1_000);
        interval(TEN.plusSeconds(900), 900, -250);
        interval(TEN.plusSeconds(1_800), 900, 900_000);
        interval(TEN.plusSeconds(2_700), 900, 1_200);
        readings.add(
                row("interval", TEN.plusSeconds(5_400).toString(), TEN.plusSeconds(4_500), 700));
        interval(TEN.plusSeconds(3_600), 900, 800);

        assertThat(hours()).containsExactly("10,2200.000,1800", "11,800.000,900");
    }

    @Test
    void countsARegisterOnceThatIsSentAgainOutOfOrder() throws IOException, SQLException {
        counter(TEN.plusSeconds(7_200), 3_000);
        counter(TEN, 1_000);
        counter(TEN.plusSeconds(3_600), 2_000);
        counter(TEN.plusSeconds(3_600), 2_000);
        counter(TEN, 1_000);

        assertThat(hours()).containsExactly("10,1000.000,3600", "11,1000.000,3600");
    }

    @Test
    void countsTheHourOnceThatAnOctoberNightHasTwice() throws IOException, SQLException {
        // 02:00 to 03:00 on the wall, first in summer time and then in winter time.
        Instant two = Instant.parse("2026-10-25T00:00:00Z");
        interval(two, 3_600, 1_100);
        interval(two.plusSeconds(3_600), 3_600, 1_200);
        interval(two.plusSeconds(3_600), 3_600, 1_200);
        interval(two.plusSeconds(7_200), 3_600, 1_300);

        assertThat(hours("2026-10"))
                .containsExactly("0,1100.000,3600", "1,1200.000,3600", "2,1300.000,3600");
    }

    @Test
    void readsARolloverWhereTheConnectionCouldCarryIt() throws IOException, SQLException {
        meters = METERS.replace("room_total,1,,", "room_total,1,100,");
        counter(TEN, 99_950);
        counter(TEN.plusSeconds(3_600), 30);

        assertThat(hours()).containsExactly("10,80.000,3600");
    }

    private void power(Instant at, long watt) {
        readings.add(row("power", "", at, watt));
    }

    private void counter(Instant at, long wattHours) {
        readings.add(row("counter", "", at, wattHours));
    }

    private void interval(Instant start, int seconds, long wattHours) {
        readings.add(row("interval", start.toString(), start.plusSeconds(seconds), wattHours));
    }

    private String row(String kind, String start, Instant at, long value) {
        return String.join(
                ",",
                "K1,electricity",
                kind,
                start,
                at.toString(),
                Long.toString(value),
                "a",
                Integer.toString(readings.size() + 1));
    }

    private List<String> hours() throws IOException, SQLException {
        return hours("2026-01");
    }

    /** The hours of the day, in UTC, of which anything is known: energy and seconds. */
    private List<String> hours(String month) throws IOException, SQLException {
        Map<String, String> texts = new HashMap<>();
        texts.put("meters", meters);
        texts.put("documents", "document_id,batch\na,1\n");
        texts.put(
                "meter_readings",
                "meter_key,quantity,kind,started_at,measured_at,value,document_id,line\n"
                        + String.join("\n", readings)
                        + "\n");
        Map<String, Path> files = new HashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            files.put(
                    text.getKey(),
                    Files.writeString(folder.resolve(text.getKey() + ".csv"), text.getValue()));
        }
        try (ModelWorkbench workbench = ModelWorkbench.open(month, files)) {
            workbench.build("hourly_energy");
            return workbench.rows(
                    "select hour(timezone('UTC', started_at)) as hour, energy_wh, covered_s"
                            + " from hourly_energy where covered_s > 0 order by started_at");
        }
    }
}
