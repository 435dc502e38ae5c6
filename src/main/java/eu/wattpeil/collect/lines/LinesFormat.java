package eu.wattpeil.collect.lines;

import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.table.ColumnRef;
import eu.wattpeil.collect.table.TableFormat;
import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import eu.wattpeil.workspace.Section;
import java.util.List;
import java.util.stream.Stream;

/** Any text of which each line, or some lines together, is a record: the format {@code lines}. */
public final class LinesFormat {

    /** A whole definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: lines
            source: {files: inbox/ups/*.log}
            options:
              # 2026-01-05 00:15:00 ups-1: load 1250 W
              expressions: '^(?<time>\\S+ \\S+) (?<meter>\\S+): load (?<watts>\\d+) W'
              skip: [started, stopped]
              columns:
                meter_key: meter
                measured_at: {column: time, pattern: "yyyy-MM-dd HH:mm:ss"}
                value: {column: watts, unit: W, kind: power}
              constants: {quantity: electricity}
            """;

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            Stream.concat(LineSettings.OPTIONS.stream(), TableOptions.ALL.stream()).toList();

    private LinesFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        Section options = context.options();
        LineSettings lines = LineSettings.read(options);
        TableSettings settings = TableSettingsReader.read(context, true);
        for (ColumnRef column : settings.columns()) {
            if (column.position(lines.groups(), lines.groups().size()) < 0) {
                options.problem(
                        "columns",
                        "columns is with \""
                                + column.text()
                                + "\", expected groups of the expressions: "
                                + String.join(", ", lines.groups()));
            }
        }
        return new TableFormat(new LinesTables(lines), settings);
    }
}
