package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.cli.CommandLineInterface;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows of every dataset whose numbers are, each in its turn, the largest that are read end no
 * computation: what would be too much for the sums of a month is not read.
 */
class LargestAmountsIT {

    private static final int ROWS = 300;
    private static final List<String> NUMBERS =
            List.of("1", "1000000", "1000000000", "10000000000", "99999999999999");

    private static final Map<String, String> OF_METERS =
            Map.of(
                    "power", "1000000000",
                    "interval", "10000000000",
                    "counter", "10000000000000");

    @TempDir private Path folder;

    private final StringWriter printed = new StringWriter();

    @Test
    void aMonthIsComputedWhateverNumbersItsRowsHave() throws IOException {
        Path root = folder.resolve("town");
        assertThat(run("init", root.toString())).isZero();
        Files.delete(root.resolve("jobs/collect/example.yaml"));
        Files.delete(root.resolve("jobs/collect/print.yaml"));
        write(
                root,
                "config/meters.csv",
                "meter_id,meter_key,room_id,site_id,role,multiplier,register_max,max_power_w,"
                        + "valid_from,valid_to\n"
                        + "counter,counter,server-room,town-hall,room_total,1,,,2025-01-01,\n"
                        + "power,power,server-room,town-hall,it,1,,,2025-01-01,\n"
                        + "interval,interval,server-room,town-hall,cooling,1,,,2025-01-01,\n");
        write(root, "config/printers.csv", "printer_id\nmfp-0\nmfp-1\n");
        for (Dataset dataset : Datasets.collected()) {
            if (dataset.equals(Datasets.METER_READINGS)) {
                continue;
            }
            for (String number : NUMBERS) {
                source(root, dataset, "", number);
            }
        }
        for (Map.Entry<String, String> largest : OF_METERS.entrySet()) {
            source(root, Datasets.METER_READINGS, largest.getKey(), largest.getValue());
        }

        int code = run("run", "--workspace", root.toString(), "--month", "2026-01");

        assertThat(printed.toString()).doesNotContain("cast").doesNotContain("ut of range");
        assertThat(code).as(printed.toString()).isZero();
    }

    private static void source(Path root, Dataset dataset, String kind, String number)
            throws IOException {
        String name = dataset.name() + kind + number.length();
        List<Column> columns =
                dataset.columns().stream()
                        .filter(it -> !List.of("document_id", "line").contains(it.name()))
                        .filter(it -> !List.of("user_key", "kind").contains(it.name()))
                        .filter(it -> kind.isEmpty() || !it.name().equals("quantity"))
                        .filter(it -> kind.equals("interval") || !it.name().equals("started_at"))
                        .toList();
        StringBuilder yaml = new StringBuilder("dataset: " + dataset.name() + "\n");
        yaml.append("format: delimited\nsource: {files: inbox/" + name + ".csv}\n");
        yaml.append("rejects: {fail-above-share: 1}\noptions:\n  columns:\n");
        for (Column column : columns) {
            yaml.append("    " + column.name() + ": " + mapping(column, kind) + "\n");
        }
        if (!kind.isEmpty()) {
            yaml.append("  constants: {quantity: electricity}\n");
        }
        StringBuilder table = new StringBuilder();
        table.append(columns.stream().map(Column::name).collect(Collectors.joining(";")));
        List<Column> numbers = columns.stream().filter(LargestAmountsIT::isNumber).toList();
        for (int i = 0; i < ROWS; i++) {
            int row = i;
            Column largest = numbers.get(i % numbers.size());
            table.append("\n");
            table.append(
                    columns.stream()
                            .map(it -> field(it, row, kind, it.equals(largest) ? number : "1"))
                            .collect(Collectors.joining(";")));
        }
        write(root, "jobs/collect/" + name.replace('_', '-') + ".yaml", yaml.toString());
        write(root, "inbox/" + name + ".csv", table + "\n");
    }

    private static boolean isNumber(Column column) {
        return List.of(ColumnType.INTEGER, ColumnType.DECIMAL, ColumnType.FINE_DECIMAL)
                .contains(column.type());
    }

    private static String mapping(Column column, String kind) {
        if (column.name().equals("value") && !kind.isEmpty()) {
            String unit = kind.equals("power") ? "W" : "Wh";
            return "{column: value, unit: " + unit + ", kind: " + kind + "}";
        }
        return switch (column.type()) {
            case TIMESTAMP -> "{column: " + column.name() + ", pattern: iso}";
            case DATE -> "{column: " + column.name() + ", pattern: yyyy-MM-dd}";
            default -> column.name();
        };
    }

    private static String field(Column column, int row, String kind, String number) {
        if (column.name().equals("meter_key")) {
            return kind;
        }
        if (column.name().equals("printer_id")) {
            return "mfp-" + row % 2;
        }
        if (column.type() == ColumnType.TIMESTAMP) {
            int minute = column.name().equals("started_at") ? 0 : 30;
            return String.format("2026-01-%02dT%02d:%02d:00Z", 2 + row % 28, row / 28, minute);
        }
        return switch (column.type()) {
            case DATE -> String.format("2026-01-%02d", 1 + row % 28);
            case BOOLEAN -> row % 2 == 0 ? "true" : "false";
            case TEXT ->
                    column.codes().isEmpty()
                            ? column.name() + row
                            : column.codes().get(row % column.codes().size());
            case DOUBLE -> "1";
            default -> column.name().endsWith("_share") ? "1" : number;
        };
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(printed);
        return CommandLineInterface.run(out, out, arguments);
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
