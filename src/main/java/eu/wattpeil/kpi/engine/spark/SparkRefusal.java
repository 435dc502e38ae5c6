package eu.wattpeil.kpi.engine.spark;

import eu.wattpeil.kpi.engine.EngineException;
import eu.wattpeil.kpi.engine.SqlException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Spark says when it does not do what it is told. */
final class SparkRefusal {

    /** What is wrong with a statement has a class of error; these are the names of the rest. */
    private static final Set<String> OF_STATEMENTS =
            Set.of(
                    "AnalysisException",
                    "ParseException",
                    "SparkArithmeticException",
                    "SparkDateTimeException",
                    "SparkNumberFormatException",
                    "SparkIllegalArgumentException",
                    "SparkRuntimeException",
                    "SparkUnsupportedOperationException",
                    "ArithmeticException");

    private static final String AGAIN =
            "; editions are as they were, and the next run begins this month anew";

    private static final String GONE =
            "the cluster of engine.spark in config/wattpeil.yaml went away in the middle of a month,"
                    + " or had no worker for a minute: see to the cluster"
                    + AGAIN;

    /** By a word of what Spark says: what became of the cluster, and what to do. */
    private static final Map<String, String> OF_CLUSTERS =
            Map.of(
                    "Checkpoint block",
                    "the cluster of engine.spark in config/wattpeil.yaml lost a worker, and what"
                            + " that one had computed of the month: see why it ended"
                            + AGAIN,
                    "ExecutorLostFailure",
                    "workers of the cluster of engine.spark in config/wattpeil.yaml ended while"
                            + " they computed, for want of memory perhaps: give them more by"
                            + " spark.executor.memory in engine.settings"
                            + AGAIN,
                    "SparkContext was shut down",
                    GONE,
                    "stopped SparkContext",
                    GONE);

    private static final Pattern PLACE = Pattern.compile("\\(line (\\d+), pos \\d+\\)");
    private static final Pattern LINE = Pattern.compile("line (\\d+),? pos(?:ition)? \\d+");
    private static final Pattern CLASS = Pattern.compile("^\\[[A-Z0-9_.]+\\]\\s*");
    private static final Pattern STATE = Pattern.compile("\\s*SQLSTATE: \\w+");

    private SparkRefusal() {}

    /** What the world did, explained; what is wrong with a statement, with its line. */
    static RuntimeException of(@Nullable Throwable failure) {
        if (failure instanceof EngineException || failure instanceof SqlException) {
            return (RuntimeException) failure;
        }
        String text = failure == null ? "" : String.valueOf(failure.getMessage());
        String kind = failure == null ? "" : failure.getClass().getSimpleName();
        if (OF_STATEMENTS.contains(kind)) {
            Matcher place = PLACE.matcher(text);
            Matcher line = LINE.matcher(text);
            return new SqlException(
                    reason(text),
                    place.find()
                            ? Integer.parseInt(place.group(1))
                            : line.find() ? Integer.parseInt(line.group(1)) : 0,
                    failure);
        }
        return new EngineException(
                lost(text).orElseGet(() -> "Spark failed: " + reason(kind + ": " + text)), failure);
    }

    private static Optional<String> lost(String text) {
        return OF_CLUSTERS.keySet().stream()
                .filter(text::contains)
                .sorted()
                .findFirst()
                .map(OF_CLUSTERS::get);
    }

    /** Its first line, without the class and the state of the error. */
    private static String reason(String text) {
        String first = text.lines().filter(it -> !it.isBlank()).findFirst().orElse(text);
        String problem = CLASS.matcher(first).replaceFirst("");
        return STATE.matcher(PLACE.matcher(problem).replaceAll("")).replaceAll("").strip();
    }
}
