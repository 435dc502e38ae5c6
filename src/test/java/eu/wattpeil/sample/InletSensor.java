package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The temperature of the air that goes into the servers of rack 1, once an hour, as Prometheus
 * answers. Its oddities are told at {@link SampleData}.
 */
final class InletSensor {

    private static final int QUARTERS_PER_HOUR = 4;
    private static final String SET_POINT_RAISED = "2026-05-01T09:00";
    private static final String COOLING_FAILED = "2026-07-21T13:00";
    private static final String COOLING_BACK = "2026-07-21T17:00";
    private static final String SILENT_FROM = "2026-02-10T00:00";
    private static final String SILENT_UNTIL = "2026-02-11T00:00";

    private static final int TENTHS_BEFORE = 212;
    private static final int TENTHS_AFTER = 248;
    private static final int TENTHS_FAILED = 60;
    private static final int HIGHEST_IN_RANGE = 270;

    private final SamplePeriod period;
    private final Weather weather;
    private final SampleRandom random;
    private final Truth truth;

    InletSensor(SamplePeriod period, Weather weather, SampleRandom random, Truth truth) {
        this.period = period;
        this.weather = weather;
        this.random = random;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            List<String> values = new ArrayList<>();
            long hot = 0;
            for (int quarter = period.firstQuarterOf(month);
                    quarter < period.firstQuarterOf(month.plusMonths(1));
                    quarter += QUARTERS_PER_HOUR) {
                Instant instant = period.startOf(quarter);
                int tenths = tenths(instant, weather.celsiusAt(quarter));
                if (!isBetween(instant, SILENT_FROM, SILENT_UNTIL)) {
                    hot += tenths > HIGHEST_IN_RANGE ? 1 : 0;
                    values.add(
                            "["
                                    + instant.getEpochSecond()
                                    + ",\""
                                    + tenths / 10
                                    + "."
                                    + tenths % 10
                                    + "\"]");
                }
            }
            SampleFile file = new SampleFile(UTF_8, "\n");
            file.add(
                    "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                            + "{\"metric\":{\"__name__\":\"ipmi_temperature_celsius\","
                            + "\"instance\":\"sr-rack-1\",\"name\":\"Inlet Temp\"},\"values\":["
                            + String.join(",", values)
                            + "]}]}}");
            file.writeTo(folder.resolve("inlet-" + month + ".json.gz"));
            truth.set(month, "inlet_hours", values.size());
            truth.set(month, "inlet_hours_too_hot", hot);
        }
    }

    private int tenths(Instant instant, double celsius) {
        boolean isRaised = !instant.isBefore(period.instantOf(SET_POINT_RAISED));
        boolean isFailing = isBetween(instant, COOLING_FAILED, COOLING_BACK);
        double warm = Math.max(0, celsius - 22) * 1.5;
        double tenths = (isRaised ? TENTHS_AFTER : TENTHS_BEFORE) + warm + 3 * random.nextNormal();
        return (int) Math.round(tenths) + (isFailing ? TENTHS_FAILED : 0);
    }

    private boolean isBetween(Instant instant, String from, String until) {
        return !instant.isBefore(period.instantOf(from))
                && instant.isBefore(period.instantOf(until));
    }
}
