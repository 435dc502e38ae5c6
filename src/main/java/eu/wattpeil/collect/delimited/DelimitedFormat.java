package eu.wattpeil.collect.delimited;

import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.bytes.Stretches;
import eu.wattpeil.collect.table.TableFormat;
import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import java.util.List;
import java.util.stream.Stream;

/** Any delimited text, read as the definition says: the format {@code delimited}. */
public final class DelimitedFormat {

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            Stream.concat(TextSettings.OPTIONS.stream(), TableOptions.ALL.stream()).toList();

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: delimited
            source: {files: inbox/ups/*.csv}
            options:
              delimiter: ";"
              decimal: ","
              columns:            # left: what Wattpeil needs; right: the column in the file
                meter_key: Meter
                measured_at: {column: Tijdstip, pattern: "dd/MM/yyyy HH:mm:ss"}
                value: {column: Stand, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            rejects: {fail-above-share: 0.01}
            """;

    private DelimitedFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        return of(context, Stretches.BYTES);
    }

    /** As above, with parts of another size. */
    static Format of(FormatContext context, long stretchBytes) {
        TextSettings texts = TextSettings.read(context.options());
        TableSettings settings = TableSettingsReader.read(context, texts.hasHeader());
        return new TableFormat(new DelimitedTables(texts, settings, stretchBytes), settings);
    }
}
