package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.metering.LineProtocol.Precision;
import eu.wattpeil.collect.table.TableFormat;
import eu.wattpeil.collect.table.TableOptions;
import eu.wattpeil.collect.table.TableSettings;
import eu.wattpeil.collect.table.TableSettingsReader;
import java.util.List;
import java.util.stream.Stream;

/**
 * Line protocol of InfluxDB and Telegraf, read as the definition says: the format {@code influx}.
 * Columns of a document are {@code _measurement}, {@code _time} and the keys of tags and fields.
 */
public final class InfluxFormat {

    private static final Option<String> PRECISION =
            new Option<>(
                    "precision",
                    OptionType.choice("ns", "us", "ms", "s"),
                    "what the numbers of times count; line protocol does not say it",
                    "`ns`");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            Stream.concat(Stream.<Option<?>>of(PRECISION), TableOptions.ALL.stream()).toList();

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: influx
            source: {files: inbox/influx/*.lp}
            options:
              precision: ns
              only: {_measurement: [rack_pdu]}
              columns:            # the measurement, the time, and keys of tags and fields
                meter_key: pdu
                measured_at: _time
                value: {column: energy_total, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            """;

    private InfluxFormat() {}

    /** The format of a definition; what is wrong with its options becomes problems. */
    public static Format of(FormatContext context) {
        Precision precision =
                switch (PRECISION.read(context.options()).orElse("ns")) {
                    case "us" -> Precision.MICROSECONDS;
                    case "ms" -> Precision.MILLISECONDS;
                    case "s" -> Precision.SECONDS;
                    default -> Precision.NANOSECONDS;
                };
        TableSettings settings = TableSettingsReader.read(context, true);
        return new TableFormat(new LineProtocolTables(precision, settings), settings);
    }
}
