package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.workspace.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Two months in which the clock is put back once, and what tests do with them. */
final class Autumn {

    static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final String SEPTEMBER_START = "2026-08-31T22:00:00Z";
    static final String OCTOBER_START = "2026-09-30T22:00:00Z";
    static final String NOVEMBER_START = "2026-10-31T23:00:00Z";
    static final int SEPTEMBER_HOURS = 720;
    static final int OCTOBER_HOURS = 745;

    private Autumn() {}

    static void computeBoth(TestWorkspace workspace) {
        Computation computation = workspace.computation();
        computation.compute(SEPTEMBER);
        computation.compute(OCTOBER);
    }

    static double total(List<KpiValue> values) {
        return values.stream()
                .filter(it -> it.isOfOrganisation() && it.period() == Period.MONTH)
                .findFirst()
                .flatMap(KpiValue::value)
                .orElseThrow();
    }

    /** The bytes of every file of the store. */
    static Map<String, String> files(TestWorkspace workspace) throws IOException {
        Path root = workspace.store().root();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), TestWorkspace.ZONE);
    }
}
