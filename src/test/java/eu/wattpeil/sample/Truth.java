package eu.wattpeil.sample;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the generator knows about each month, taken from its own state and not from the files, so
 * that the end-to-end tests can compare the KPIs with it.
 */
final class Truth {

    private final Map<YearMonth, Map<String, Long>> figures = new LinkedHashMap<>();

    Truth(SamplePeriod period) {
        period.months().forEach(month -> figures.put(month, new LinkedHashMap<>()));
    }

    /** Every figure is set for every month, also where it is 0. */
    void set(YearMonth month, String figure, long value) {
        figures.get(month).put(figure, value);
    }

    void writeTo(Path path) {
        List<String> lines = new ArrayList<>();
        Map<String, Long> first = figures.values().iterator().next();
        lines.add("month," + String.join(",", first.keySet()));
        figures.forEach((month, values) -> lines.add(month + "," + row(values)));
        TextFile.write(path, lines);
    }

    private static String row(Map<String, Long> values) {
        return values.values().stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
