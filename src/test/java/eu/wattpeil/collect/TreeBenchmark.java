package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a row of JSON and XML costs, against a row of delimited text with the same content in the
 * same run. Not part of the build; run it by
 *
 * <pre>mvn -q test -Dtest=TreeBenchmark -DargLine=-Xmx1g</pre>
 *
 * with {@code -Dbenchmark.rows=300000} for another number of rows than a million. The seconds are
 * those that the process had a core.
 */
class TreeBenchmark {

    private static final long ROWS = Long.getLong("benchmark.rows", 1_000_000L);
    private static final int ROUNDS = 4;
    private static final double MOST = 10;

    /** Two columns of each are for nobody. */
    private static final List<String> READING = List.of("time", "meter", "kwh", "unit", "note");

    private static final List<String> JOB =
            List.of(
                    "time", "printer", "user", "pages", "copies", "sheets", "paper", "color",
                    "duplex", "title");

    @TempDir private Path folder;

    @Test
    void readingsInTreesCostAtMostTenTimesThoseInLines() throws IOException {
        compare(
                "meter_readings",
                READING,
                TreeBenchmark::reading,
                name ->
                        "columns:\n  meter_key: "
                                + name.of("meter")
                                + "\n  measured_at: "
                                + name.of("time")
                                + "\n  value: {column: "
                                + name.of("kwh")
                                + ", unit: kWh, kind: counter}\n"
                                + "constants: {quantity: electricity}\n");
    }

    @Test
    void printJobsInTreesCostAtMostTenTimesThoseInLines() throws IOException {
        compare(
                "print_jobs",
                JOB,
                TreeBenchmark::job,
                name ->
                        "columns:\n  printed_at: "
                                + name.of("time")
                                + "\n  printer_id: "
                                + name.of("printer")
                                + "\n  user_key: "
                                + name.of("user")
                                + "\n  impressions: {product: ["
                                + name.of("pages")
                                + ", "
                                + name.of("copies")
                                + "]}\n  sheets: "
                                + name.of("sheets")
                                + "\n  is_colour: {column: "
                                + name.of("color")
                                + ", values: {COLOR: true, GRAY: false}}\n  is_duplex: {column: "
                                + name.of("duplex")
                                + ", values: {DUPLEX: true, SIMPLEX: false}}\n");
    }

    private interface Naming {
        String of(String column);
    }

    private interface Options {
        String of(Naming name);
    }

    /** How rows are written. */
    private record Kind(
            String format, String options, String above, Naming name, Line line, String below) {}

    private interface Line {
        String of(List<String> names, List<String> values, boolean isLast);
    }

    private void compare(
            String table, List<String> names, LongFunction<List<String>> rows, Options options)
            throws IOException {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put(
                "delimited",
                new Kind(
                        "delimited",
                        "delimiter: ';'\n",
                        String.join(";", names),
                        name -> name,
                        (columns, values, isLast) -> String.join(";", values),
                        ""));
        kinds.put(
                "json",
                new Kind(
                        "json",
                        "rows: /rows/*\n",
                        "{\"rows\": [",
                        name -> name,
                        (columns, values, isLast) -> json(columns, values) + (isLast ? "" : ","),
                        "]}"));
        kinds.put(
                "json, one in each line",
                new Kind(
                        "json",
                        "rows: /\n",
                        "",
                        name -> name,
                        (columns, values, isLast) -> json(columns, values),
                        ""));
        kinds.put(
                "xml, elements",
                new Kind(
                        "xml",
                        "rows: /rows/row\n",
                        "<rows>",
                        name -> name,
                        (columns, values, isLast) ->
                                IntStream.range(0, columns.size())
                                        .mapToObj(
                                                i ->
                                                        "<"
                                                                + columns.get(i)
                                                                + ">"
                                                                + values.get(i)
                                                                + "</"
                                                                + columns.get(i)
                                                                + ">")
                                        .collect(Collectors.joining("", "<row>", "</row>")),
                        "</rows>"));
        kinds.put(
                "xml, attributes",
                new Kind(
                        "xml",
                        "rows: /rows/row\n",
                        "<rows>",
                        name -> "'@" + name + "'",
                        (columns, values, isLast) ->
                                IntStream.range(0, columns.size())
                                        .mapToObj(i -> columns.get(i) + "=\"" + values.get(i) + '"')
                                        .collect(Collectors.joining(" ", "<row ", "/>")),
                        "</rows>"));
        Map<String, Double> best = new LinkedHashMap<>();
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
            documents.put(kind.getKey(), write(kind.getValue(), names, rows));
        }
        FormatWorkbench bench = new FormatWorkbench(folder);
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
                Kind how = kind.getValue();
                Format format =
                        bench.format(how.format(), table, how.options() + options.of(how.name()));
                double seconds = read(format, documents.get(kind.getKey()), table);
                best.merge(kind.getKey(), seconds, Math::min);
            }
        }
        best.forEach(
                (kind, seconds) ->
                        System.out.printf(
                                "%s, %s: %,d MB, %.2f µs a row, %.1f times delimited%n",
                                table,
                                kind,
                                documents.get(kind).bytes() >> 20,
                                seconds * 1e6 / ROWS,
                                seconds / best.get("delimited")));
        for (Map.Entry<String, Double> each : best.entrySet()) {
            assertThat(each.getValue() / best.get("delimited")).as(each.getKey()).isLessThan(MOST);
        }
    }

    private Document write(Kind kind, List<String> names, LongFunction<List<String>> rows)
            throws IOException {
        Path file = Files.createTempFile(folder, "rows", "");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(kind.above().isEmpty() ? "" : kind.above() + "\n");
            for (long row = 0; row < ROWS; row++) {
                out.write(kind.line().of(names, rows.apply(row), row == ROWS - 1));
                out.write('\n');
            }
            out.write(kind.below());
        }
        return FormatCases.document("rows", file);
    }

    private static double read(Format format, Document document, String table) throws IOException {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        CountedRows counted = new CountedRows(FormatWorkbench.dataset(table));
        long before = system.getProcessCpuTime();
        for (Format.Piece piece : format.pieces(document)) {
            piece.read(counted);
        }
        double seconds = (system.getProcessCpuTime() - before) / 1e9;
        assertThat(counted.rows).isEqualTo(ROWS);
        return seconds;
    }

    private static String json(List<String> names, List<String> values) {
        return IntStream.range(0, names.size())
                .mapToObj(
                        i ->
                                '"'
                                        + names.get(i)
                                        + "\": "
                                        + (values.get(i).matches("[\\d.]+")
                                                ? values.get(i)
                                                : '"' + values.get(i) + '"'))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> reading(long row) {
        return List.of(
                Instant.ofEpochSecond(1_767_571_200 + row / 40 * 900).toString(),
                "METER-" + (100 + row % 40),
                row / 40 + "." + (100 + row * 7 % 900),
                "kWh",
                "");
    }

    private static List<String> job(long row) {
        return Stream.of(
                        Instant.ofEpochSecond(1_767_571_200 + row * 7).toString(),
                        "mfp-" + row % 30,
                        "user" + row * 31 % 900,
                        Long.toString(1 + row * 13 % 40),
                        Long.toString(1 + row % 3),
                        Long.toString(1 + row * 13 % 40),
                        "A4",
                        row % 4 == 0 ? "COLOR" : "GRAY",
                        row % 2 == 0 ? "DUPLEX" : "SIMPLEX",
                        "Document " + row * 77 % 100_000 + ".docx")
                .toList();
    }

    /** Fills blocks and forgets them. */
    private static final class CountedRows implements Records {

        private final RowBlock block;
        private long rows;

        CountedRows(Dataset dataset) {
            block = new RowBlock(dataset, 4_096);
        }

        @Override
        public RowBlock rows() {
            return block;
        }

        @Override
        public void accept(long line) {
            rows++;
            block.closeRow();
            if (block.isFull()) {
                block.clear();
            }
        }

        @Override
        public void reject(Reject reject) {
            throw new IllegalStateException(reject.toString());
        }
    }
}
