package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.table.TableFormat;
import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import java.util.List;

/**
 * Annotated CSV, as InfluxDB answers queries in Flux, read as the definition says: the format
 * {@code influx-annotated}. Columns go by the header of each table.
 */
public final class InfluxAnnotatedFormat {

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = TableOptions.ALL;

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: influx-annotated
            source: {files: inbox/influx/*.csv}
            options:
              only: {_field: [energy_total]}
              columns:            # by the header of each table
                meter_key: pdu
                measured_at: _time
                value: {column: _value, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            """;

    private InfluxAnnotatedFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        TableSettings settings = TableSettingsReader.read(context, true);
        return new TableFormat(new AnnotatedTables(settings), settings);
    }
}
