package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/**
 * The hourly report of the building's control system: the registers of the UPS input, of the heat
 * that the library takes and of the solar panels, with both ends of the month. Its oddities are
 * told at {@link SampleData}.
 */
final class BuildingSystem {

    private static final int QUARTERS_PER_HOUR = 4;
    private static final long UPS_INPUT_START_WH = 402_118_450L;
    private static final String HEAT_FROM = "2026-01-15T10:00";
    private static final String PANELS_FROM = "2026-04-01T00:00";
    private static final String SILENT_FROM = "2026-06-10T10:00";
    private static final String SILENT_UNTIL = "2026-06-10T16:00";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

    /** From here on the library needs no heat. */
    private static final double WARM_CELSIUS = 15;

    private static final double PANELS_W = 1_600;

    private final SamplePeriod period;
    private final Truth truth;
    private final long[] upsInput;
    private final long[] heat;
    private final long[] panels;

    BuildingSystem(
            SamplePeriod period,
            ServerRoom room,
            Weather weather,
            SampleRandom random,
            Truth truth) {
        this.period = period;
        this.truth = truth;
        int quarters = period.quarters();
        upsInput = new long[quarters + 1];
        heat = new long[quarters + 1];
        panels = new long[quarters + 1];
        int heatFrom = period.quarterAt(period.instantOf(HEAT_FROM));
        int panelsFrom = period.quarterAt(period.instantOf(PANELS_FROM));
        upsInput[0] = UPS_INPUT_START_WH;
        double clouds = 0;
        for (int quarter = 0; quarter < quarters; quarter++) {
            clouds = 0.97 * clouds + 0.12 * random.nextNormal();
            long used =
                    quarter < heatFrom ? 0 : usedHeatWh(room, weather.celsiusAt(quarter), quarter);
            long sun = quarter < panelsFrom ? 0 : sunWh(period.startOf(quarter), clouds);
            upsInput[quarter + 1] = upsInput[quarter] + room.upsInputWh(quarter);
            heat[quarter + 1] = heat[quarter] + used;
            panels[quarter + 1] = panels[quarter] + sun;
        }
    }

    void writeTo(Path folder) {
        Instant silentFrom = period.instantOf(SILENT_FROM);
        Instant silentUntil = period.instantOf(SILENT_UNTIL);
        for (YearMonth month : period.months()) {
            int first = period.firstQuarterOf(month);
            int last = period.firstQuarterOf(month.plusMonths(1));
            SampleFile file = new SampleFile(UTF_8, "\r\n");
            file.add("Rapport;GBS stadhuis - serverruimte");
            file.add("Tijdstip;UPS in (kWh);Warmte bibliotheek (kWh);PV ventilatie (kWh)");
            for (int quarter = first; quarter <= last; quarter += QUARTERS_PER_HOUR) {
                Instant instant = period.startOf(quarter);
                if (instant.isAfter(silentFrom) && instant.isBefore(silentUntil)) {
                    continue;
                }
                file.add(
                        String.join(
                                ";",
                                STAMP.format(period.localStartOf(quarter)),
                                Thousandths.text(upsInput[quarter]),
                                Thousandths.text(heat[quarter]),
                                Thousandths.text(panels[quarter])));
            }
            file.writeTo(folder.resolve("gbs-" + month + ".csv.gz"));
            truth.set(month, "ups_input_wh", upsInput[last] - upsInput[first]);
            truth.set(month, "heat_reused_wh", heat[last] - heat[first]);
            truth.set(month, "panels_wh", panels[last] - panels[first]);
        }
    }

    /** What the solar panels give in a quarter-hour. */
    long panelsWh(int quarter) {
        return panels[quarter + 1] - panels[quarter];
    }

    /** The colder it is, the more of the room's heat goes to the library. */
    private static long usedHeatWh(ServerRoom room, double celsius, int quarter) {
        double need = Math.min(1, Math.max(0, (WARM_CELSIUS - celsius) / WARM_CELSIUS));
        return Math.round(0.62 * need * room.upsInputWh(quarter));
    }

    /** High in summer and at noon, less under clouds, never below 0. */
    private static long sunWh(Instant instant, double clouds) {
        double days = (instant.getEpochSecond() + 3600) / 86_400.0;
        double season = StrictMath.cos(2 * StrictMath.PI * (days - 171) / 365.25);
        double noon = StrictMath.cos(2 * StrictMath.PI * (days - 0.53));
        double height = noon * 0.75 + 0.22 * season;
        double clear = Math.min(1, Math.max(0.12, 0.62 - clouds));
        return Math.round(Math.max(0, height) * clear * PANELS_W / QUARTERS_PER_HOUR);
    }
}
