package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.bytes.TextDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Exports of quarter-hour, hourly and daily totals from Mijn Fluvius (Flemish grid operator), of
 * digital meters and of large connections (AMR); dataset {@code meter_readings}.
 *
 * <p>Gives one reading of kind {@code interval} per flow and interval, in Wh:
 *
 * <ul>
 *   <li>{@code meter_key} is the EAN for what is taken from the grid, and the EAN with {@code
 *       -injection}, {@code -production} or {@code -auxiliary} for the other flows. Auxiliary
 *       consumption (Hulpverbruik) is counted by a meter of its own and so never added to offtake;
 *   <li>the registers of a flow (day, night, active) are added up; {@code quality} is that of the
 *       least sure one, {@code line} the first of its rows. Where one of them is a reject or has
 *       status Geen gegevens, the sum is not known and there is no reading;
 *   <li>an empty volume is no reading: absent is not zero. It is no reject either, unless the
 *       status says that the volume is read or estimated. Geen verbruik (no consumption) with
 *       volume 0 is a reading of 0 without a quality;
 *   <li>gas is kept as energy. The rows in m³ that tell the same again are passed over; where an
 *       interval has only those, that is a reject, for the energy is not known;
 *   <li>reactive energy (kVArh) and peaks (kW) are passed over.
 * </ul>
 *
 * <p>Times are Belgian local time without an offset, whatever zone the organisation is in. Start
 * and end of a row, and in the repeated hour of autumn the order of a register's rows (the first of
 * a pair is summer time), give the instants: the day of the clock change has 92 or 100 quarters.
 *
 * <p>Rows may come in any order of registers as long as the rows of an interval are not further
 * apart than {@value IntervalWindow#MAX_OPEN} intervals; within that, of a row that is given twice
 * the last counts. Beyond it a second reading of the same interval results, of which the models
 * keep the later one.
 *
 * <p>Without options, rows of one EAN, register and interval with different descriptions
 * (Omschrijving) are rejects from the second description on: they are sub-meters that share an EAN.
 * With {@code meter-key: ean-and-description} they are meters of their own, {@code
 * <EAN>-<description>}.
 */
public final class FluviusFormat implements Format {

    private static final String EAN = "ean";
    private static final String EAN_AND_DESCRIPTION = "ean-and-description";

    private static final Option<String> METER_KEY =
            new Option<>(
                    "meter-key",
                    OptionType.choice(EAN, EAN_AND_DESCRIPTION),
                    "whether sub-meters that share an EAN are told apart by their description",
                    "`" + EAN + "`");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(METER_KEY);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: fluvius
            source: {files: inbox/fluvius/*.csv}
            """;

    private static final int MOST_LINES_ABOVE = 10;
    private static final int UNIT_FIELD = 7;

    private static final Reject MONTHLY_LAYOUT =
            Reject.document(
                    Reject.Reason.NOT_THIS_FORMAT,
                    "an export with the totals of each quarter (kwartiertotalen); this one, with a"
                            + " day in each row, tells neither its connection nor how it writes"
                            + " days of 92 or 100 quarters",
                    "an export of months of an AMR meter, without a header");

    private final FormatContext context;
    private final boolean hasDescriptionInKey;

    private FluviusFormat(FormatContext context, boolean hasDescriptionInKey) {
        this.context = context;
        this.hasDescriptionInKey = hasDescriptionInKey;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static FluviusFormat of(FormatContext context) {
        boolean hasDescriptionInKey =
                METER_KEY.read(context.options()).filter(EAN_AND_DESCRIPTION::equals).isPresent();
        return new FluviusFormat(context, hasDescriptionInKey);
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        boolean isPasted = PastedLines.areIn(document);
        try (TextDocument text = TextDocument.open(document, StandardCharsets.UTF_8)) {
            if (text.flaw().isPresent()) {
                records.reject(text.flaw().get());
                return;
            }
            InputStream bytes = isPasted ? new PastedLines(text.stream()) : text.stream();
            DelimitedText rows = new DelimitedText(bytes, ';', 1);
            FluviusHeader header = header(rows, text.charset());
            if (header.flaw().isPresent()) {
                records.reject(
                        isMonthlyLayout(rows, text.charset())
                                ? MONTHLY_LAYOUT
                                : header.flaw().get());
                return;
            }
            IntervalRows readings = new IntervalRows(context.dataset(), header, records);
            new FluviusReader(header, rows, readings, records, hasDescriptionInKey).read();
        }
    }

    /** Rows of 96 values, of which not even the connection is told. */
    private static boolean isMonthlyLayout(DelimitedText rows, Charset charset) throws IOException {
        for (int i = 0; i < MOST_LINES_ABOVE && rows.next(); i++) {
            boolean isDay = rows.text(0, charset).matches("\\d{8} \\d{2}:\\d{2}");
            if (isDay
                    && rows.fields() > UNIT_FIELD
                    && rows.text(UNIT_FIELD, charset).equals("KWT")) {
                return true;
            }
        }
        return false;
    }

    private static FluviusHeader header(DelimitedText rows, Charset charset) throws IOException {
        List<String> names = new ArrayList<>();
        if (rows.next()) {
            for (int i = 0; i < rows.fields(); i++) {
                names.add(rows.text(i, charset));
            }
        }
        return FluviusHeader.of(names);
    }
}
