package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a definition may say of tables holds for every reader of them. */
class TableReadersTest {

    private static final List<String> COLUMNS = List.of("time", "meter", "a", "b", "state", "span");

    private static final List<List<String>> ROWS =
            List.of(
                    row("00:15", "m-1", "1", "20", "ok", "00:00"),
                    row("00:30", "m-2", "-", "30", "ok", "00:15"),
                    row("00:45", "m-3", "3", "40", "bad", "00:30"));

    @TempDir private Path folder;

    /** How the same table is written. */
    private enum Reader {
        DELIMITED("delimiter: ';'\n") {
            @Override
            byte[] write() {
                return bytes(String.join(";", COLUMNS), row -> String.join(";", row), "");
            }
        },
        XLSX("") {
            @Override
            byte[] write() throws IOException {
                return TestWorkbook.of(
                        new String(
                                bytes(
                                        "#sheet S\n" + String.join("|", COLUMNS),
                                        row -> String.join("|", row),
                                        ""),
                                UTF_8));
            }
        },
        JSON("rows: /\n") {
            @Override
            byte[] write() {
                return bytes("", row -> fields(row, "\"%s\": \"%s\"", ", ", "{", "}"), "");
            }
        },
        XML("rows: /t/r\n") {
            @Override
            byte[] write() {
                return bytes(
                        "<t>", row -> fields(row, "<%1$s>%2$s</%1$s>", "", "<r>", "</r>"), "</t>");
            }
        },
        LINES(
                "expressions: '"
                        + COLUMNS.stream()
                                .map("(?P<%s>[^;]*)"::formatted)
                                .collect(Collectors.joining(";"))
                        + "'\n") {
            @Override
            byte[] write() {
                return bytes("", row -> String.join(";", row), "");
            }
        },
        INFLUX("") {
            @Override
            byte[] write() {
                return bytes("", row -> fields(row, "%s=\"%s\"", ",", "table ", ""), "");
            }
        },
        INFLUX_ANNOTATED("") {
            @Override
            byte[] write() {
                return bytes(
                        ",result,table," + String.join(",", COLUMNS),
                        row -> ",,0," + String.join(",", row),
                        "");
            }
        };

        private final String options;

        Reader(String options) {
            this.options = options;
        }

        abstract byte[] write() throws IOException;

        String format() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private interface Writing {
        String of(List<String> row);
    }

    @ParameterizedTest
    @EnumSource
    void aColumnMayHaveSeveralNames(Reader reader) throws IOException {
        MemoryRecords records =
                read(
                        reader,
                        """
                        missing: "-"
                        columns:
                          meter_key: {any-of: [Zaehler, meter]}
                          measured_at: {any-of: [time, Tijdstip]}
                          value: {any-of: [c, a, b], unit: kWh, kind: counter}
                        constants: {quantity: electricity}
                        """);

        assertThat(shown(records, "meter_key", "measured_at", "value"))
                .containsExactly(
                        "m-1 2026-01-05T00:15:00Z 1000",
                        "m-2 2026-01-05T00:30:00Z 30000",
                        "m-3 2026-01-05T00:45:00Z 3000");
        assertThat(records.rejects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aColumnMayBeLacking(Reader reader) throws IOException {
        MemoryRecords records =
                read(
                        reader,
                        """
                        columns:
                          meter_key: meter
                          measured_at: time
                          value: {column: b, unit: kWh, kind: counter}
                          quality: {column: sureness, optional: true}
                        constants: {quantity: electricity}
                        """);

        assertThat(shown(records, "meter_key", "quality")).containsExactly("m-1 ", "m-2 ", "m-3 ");
        assertThat(records.rejects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRowBecomesSeveralRecordsWhereTheyFit(Reader reader) throws IOException {
        MemoryRecords records =
                read(
                        reader,
                        """
                        missing: "-"
                        columns: {meter_key: meter, measured_at: time}
                        constants: {quantity: electricity}
                        records:
                          - {columns: {value: {column: a, unit: kWh, kind: counter}}, ignore-rows-without: a}
                          - {columns: {value: {column: b, unit: W, kind: power}}, only: {state: ok}, meter-suffix: -b}
                        """);

        assertThat(shown(records, "meter_key", "kind", "value"))
                .containsExactly(
                        "m-1 counter 1000", "m-1-b power 20", "m-2-b power 30", "m-3 counter 3000");
        assertThat(records.rejects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rowsArePassedOverByWhatTheyHold(Reader reader) throws IOException {
        String columns =
                """
                columns:
                  meter_key: meter
                  measured_at: time
                  value: {column: b, unit: kWh, kind: counter}
                constants: {quantity: electricity}
                """;

        assertThat(shown(read(reader, columns + "only: {state: [ok]}\n"), "meter_key"))
                .containsExactly("m-1", "m-2");
        assertThat(
                        shown(
                                read(reader, columns + "not: {meter: {matches: 'm-[12]'}}\n"),
                                "meter_key"))
                .containsExactly("m-3");
    }

    @ParameterizedTest
    @EnumSource
    void sumsAndProductsAreOfSeveralColumns(Reader reader) throws IOException {
        MemoryRecords records =
                read(
                        reader,
                        """
                        missing: "-"
                        missing-value: skip
                        columns: {meter_key: meter, measured_at: time}
                        constants: {quantity: electricity}
                        records:
                          - {columns: {value: {sum: [a, b], unit: kWh, kind: counter}}}
                          - {columns: {value: {product: [a, b], unit: W, kind: power}}}
                        """);

        assertThat(shown(records, "meter_key", "kind", "value"))
                .containsExactly(
                        "m-1 counter 21000", "m-1 power 20", "m-3 counter 43000", "m-3 power 120");
        assertThat(records.rejects()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCellMayHoldTheStartAndTheEnd(Reader reader) throws IOException {
        MemoryRecords records =
                read(
                        reader,
                        """
                        columns:
                          meter_key: meter
                          started_at: {column: span, range: {separator: "/", part: start}}
                          measured_at: {column: span, range: {separator: "/", part: end}}
                          value: {column: b, unit: kWh, kind: interval}
                        constants: {quantity: electricity}
                        """);

        assertThat(shown(records, "started_at", "measured_at"))
                .containsExactly(
                        "2026-01-05T00:00:00Z 2026-01-05T00:15:00Z",
                        "2026-01-05T00:15:00Z 2026-01-05T00:30:00Z",
                        "2026-01-05T00:30:00Z 2026-01-05T00:45:00Z");
    }

    @ParameterizedTest
    @EnumSource
    void aTextMayBeKeptAsItsHash(Reader reader) throws IOException {
        MemoryRecords records =
                read(
                        reader,
                        """
                        only: {meter: m-1}
                        columns:
                          meter_key: {column: meter, hash: true}
                          measured_at: time
                          value: {column: b, unit: kWh, kind: counter}
                        constants: {quantity: electricity}
                        """);

        // printf M-1 | sha256sum
        assertThat(shown(records, "meter_key")).containsExactly("fc12a89cb9563375");
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatIsMissingIsARejectUnlessItIsSkipped(Reader reader) throws IOException {
        String columns =
                """
                missing: ["-"]
                columns:
                  meter_key: meter
                  measured_at: time
                  value: {column: a, unit: kWh, kind: counter}
                constants: {quantity: electricity}
                """;
        MemoryRecords rejected = read(reader, columns);
        MemoryRecords skipped = read(reader, columns + "missing-value: skip\n");

        assertThat(shown(rejected, "meter_key")).containsExactly("m-1", "m-3");
        assertThat(rejected.rejects())
                .extracting(Reject::reason)
                .containsExactly(Reject.Reason.MISSING_VALUE);
        assertThat(shown(skipped, "meter_key")).containsExactly("m-1", "m-3");
        assertThat(skipped.rejects()).isEmpty();
    }

    private MemoryRecords read(Reader reader, String options) throws IOException {
        FormatWorkbench bench = new FormatWorkbench(folder);
        Format format = bench.format(reader.format(), "meter_readings", reader.options + options);
        return bench.read(format, "meter_readings", bench.document(reader.write()));
    }

    private static List<String> shown(MemoryRecords records, String... columns) {
        return records.accepted().stream()
                .map(row -> Stream.of(columns).map(row::get).collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> row(
            String time, String meter, String a, String b, String state, String from) {
        String end = "2026-01-05T" + time + ":00Z";
        return List.of(end, meter, a, b, state, "2026-01-05T" + from + ":00Z/" + end);
    }

    private static byte[] bytes(String above, Writing writing, String below) {
        return Stream.of(Stream.of(above), ROWS.stream().map(writing::of), Stream.of(below))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(UTF_8);
    }

    private static String fields(
            List<String> row, String field, String between, String before, String after) {
        Map<String, String> named = new LinkedHashMap<>();
        IntStream.range(0, row.size()).forEach(i -> named.put(COLUMNS.get(i), row.get(i)));
        return named.entrySet().stream()
                .map(each -> field.formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(between, before, after));
    }
}
