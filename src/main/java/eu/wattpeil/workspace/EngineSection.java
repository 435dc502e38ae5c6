package eu.wattpeil.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code engine:} of {@code config/wattpeil.yaml}. */
final class EngineSection {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "local\\[(\\*|[1-9]\\d{0,3})]"
                            + "|spark://[\\w.-]+:\\d{1,5}(,[\\w.-]+:\\d{1,5}){0,9}");

    private static final ValueType<String> MASTER =
            ValueType.of(
                    "the address of a Spark cluster such as spark://host:7077, or local[*]",
                    text -> {
                        if (!ADDRESS.matcher(text).matches()) {
                            throw new IllegalArgumentException(text);
                        }
                        return text;
                    });

    private static final ValueType<Long> ROWS =
            ValueType.of(
                    "a number of rows, 0 or more",
                    text -> {
                        long rows = Long.parseLong(text);
                        if (rows < 0) {
                            throw new IllegalArgumentException(text);
                        }
                        return rows;
                    });

    /** What the results depend on; these are not anybody's to set. */
    private static final Set<String> OF_RESULTS =
            Set.of(
                    "spark.master",
                    "spark.sql.session.timeZone",
                    "spark.sql.ansi.enabled",
                    "spark.sql.caseSensitive",
                    "spark.sql.datetime.java8API.enabled");

    private EngineSection() {}

    static Optional<ClusterSettings> read(Section section) {
        Optional<String> master = section.required("spark", MASTER);
        long fromRows = section.optional("from-rows", ROWS).orElse(ClusterSettings.FROM_ROWS);
        Map<String, String> settings = new TreeMap<>();
        section.optionalSection("settings").ifPresent(it -> read(it, settings));
        section.rejectUnknownKeys();
        return master.map(it -> new ClusterSettings(it, fromRows, settings));
    }

    private static void read(Section section, Map<String, String> settings) {
        for (String name : section.keys()) {
            if (!name.startsWith("spark.")) {
                section.problem(
                        name,
                        "setting is "
                                + name
                                + ", expected one of Spark's, which begin with \"spark.\"");
            } else if (OF_RESULTS.contains(name)) {
                section.problem(name, name + " cannot be set: figures would depend on it");
            }
            section.optionalText(name).ifPresent(it -> settings.put(name, it));
        }
    }
}
