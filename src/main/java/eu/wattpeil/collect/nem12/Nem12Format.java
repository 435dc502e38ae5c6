package eu.wattpeil.collect.nem12;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.collect.bytes.TextDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Interval data of Australian meters, NEM12; dataset {@code meter_readings}.
 *
 * <p>Gives one reading of kind {@code interval} for each value of a day, in Wh:
 *
 * <ul>
 *   <li>{@code meter_key} is the connection with the suffix of its channel, {@code <NMI>-<suffix>}:
 *       E is what is taken from the grid and B what is delivered to it, and a connection may have
 *       several of each, such as E1 and E2. They are never added up here;
 *   <li>{@code quality} is {@code measured} for A, {@code estimated} for E, F and S; of quality V
 *       the records 400 tell it for each stretch of intervals. What is N, or has no value, is no
 *       reading: absent is not zero;
 *   <li>channels of other units than Wh, kWh and MWh, such as reactive energy in kVArh, are passed
 *       over, and so are records 500.
 * </ul>
 *
 * <p>Days are those of the market's time, which has no summer time: every day has 24 hours. Option
 * {@code zone} is for markets with another offset than that of Brisbane.
 *
 * <p>Records 100 and 900 may be missing, as they are in what distributors give to customers; where
 * a 100 has no 900, the document was cut off. A day that is there twice gives its readings twice,
 * of which the models keep the later ones. NEM13, registers that are read every few months, is
 * refused.
 *
 * <p>Source: AEMO, Meter Data File Format Specification NEM12 &amp; NEM13, sections 3 and 4.
 */
public final class Nem12Format implements Format {

    private static final Option<ZoneOffset> ZONE =
            new Option<>(
                    "zone",
                    OptionType.text("an offset such as +10:00", ZoneOffset::of),
                    "of the market's time, all year: there is no summer time in these files",
                    "`+10:00`");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(ZONE);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: nem12
            source: {files: inbox/nem12/*.csv}
            """;

    /**
     * All of the market but the Northern Territory and the west, which have markets of their own.
     */
    private static final ZoneOffset MARKET = ZoneOffset.ofHours(10);

    private final FormatContext context;
    private final ZoneOffset zone;

    private Nem12Format(FormatContext context, ZoneOffset zone) {
        this.context = context;
        this.zone = zone;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static Nem12Format of(FormatContext context) {
        return new Nem12Format(context, ZONE.read(context.options()).orElse(MARKET));
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        try (TextDocument text =
                TextDocument.open(
                        document, StandardCharsets.UTF_8, "records of NEM12", KnownContent.NEM12)) {
            if (text.flaw().isPresent()) {
                records.reject(text.flaw().get());
                return;
            }
            DelimitedText rows = new DelimitedText(text.stream(), ',', 1);
            new Nem12Reader(rows, zone, context.dataset(), records).read();
        }
    }
}
