package eu.wattpeil.collect.xlsx;

import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.table.TableFormat;
import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table in a sheet of an Excel workbook, read as the definition says: the format {@code xlsx}.
 */
public final class XlsxFormat {

    /** A whole definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: xlsx
            source: {files: inbox/meters/*.xlsx}
            options:
              sheet: Readings
              decimal: ","        # of numbers that are written as texts
              columns:
                meter_key: Meter
                # A date of Excel is understood as it is; the pattern is that of texts.
                measured_at: {column: Time, pattern: "dd/MM/yyyy HH:mm"}
                value: {column: Reading, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            """;

    private static final Option<String> SHEET =
            new Option<>(
                    "sheet",
                    OptionType.text("a sheet's name, or its number from 1", text -> text),
                    "which sheet is read",
                    "the first that is not hidden and has the columns");

    private static final Option<Boolean> HEADER =
            new Option<>(
                    "header",
                    OptionType.flag(),
                    "whether a row names the columns; else they go by number, from 1",
                    "`true`");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            Stream.concat(Stream.of(SHEET, HEADER), TableOptions.ALL.stream()).toList();

    private XlsxFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        Optional<String> sheet = SHEET.read(context.options());
        boolean hasHeader = HEADER.read(context.options()).orElse(true);
        TableSettings settings = TableSettingsReader.read(context, hasHeader);
        return new TableFormat(new XlsxTables(sheet, hasHeader, settings), settings);
    }
}
