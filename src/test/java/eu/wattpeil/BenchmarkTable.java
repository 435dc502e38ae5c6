package eu.wattpeil;

import eu.wattpeil.MeasuredProcess.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * What the benchmarks of one build measured, a line each, in {@code target/benchmarks.md}: seconds
 * of the clock and of the processor, the most memory, and the same of what it is compared to.
 */
final class BenchmarkTable {

    private static final Path FILE = Path.of("target/benchmarks.md");
    private static final String HEAD =
            """
            | What | Clock (s) | Processor (s) | Memory (MB) | Beside it | Clock (s) | Processor (s) | Ratio of clock | Ratio of processor |
            |---|---|---|---|---|---|---|---|---|
            """;

    private static boolean isBegun;

    private BenchmarkTable() {}

    /** A line with nothing beside it. */
    static void add(String what, Taken taken) throws IOException {
        append("| %s | %s | – | – | – | – | – |%n".formatted(what, told(taken)));
    }

    /** A line with another program, or other options, beside it. */
    static void add(String what, Taken taken, String other, Taken others) throws IOException {
        append(
                String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %.2f | %.2f | %.2f | %.2f |%n",
                        what,
                        told(taken),
                        other,
                        others.clock(),
                        others.processor(),
                        taken.clock() / others.clock(),
                        taken.processor() / others.processor()));
    }

    private static String told(Taken taken) {
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | %s",
                taken.clock(),
                taken.processor(),
                Double.isNaN(taken.megabytes())
                        ? "–"
                        : String.format(Locale.ROOT, "%.0f", taken.megabytes()));
    }

    private static void append(String line) throws IOException {
        if (!isBegun) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, HEAD);
            System.out.print(HEAD);
            isBegun = true;
        }
        System.out.print(line);
        Files.writeString(FILE, line, StandardOpenOption.APPEND);
    }

    /** Prints all lines so far. */
    static void print() throws IOException {
        System.out.print(Files.readString(FILE));
    }
}
