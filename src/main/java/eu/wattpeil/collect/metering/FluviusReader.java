package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.metering.FluviusHeader.Column;
import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of the rows of one export. */
final class FluviusReader {

    private static final long WATT_HOURS_PER_KILOWATT_HOUR = 1000;
    private static final int DECIMALS = 3;

    /** NUL, U+FFFD, and the UTF-8 of U+FFFD read as windows-1252. */
    private static final List<String> LOST_LETTERS = List.of("\0", "\uFFFD", "\u00EF\u00BF\u00BD");

    private static final String DESCRIPTION =
            "a description that tells one meter from another, in UTF-8 or windows-1252";

    private final FluviusHeader header;
    private final DelimitedText rows;
    private final IntervalRows readings;
    private final Records records;
    private final IntervalWindow window;
    private final boolean hasDescriptionInKey;

    private final Meanings<Unit> units = new Meanings<>(Unit::of);
    private final Meanings<Register> registers = new Meanings<>(Register::of);
    private final Meanings<Connection> connections = new Meanings<>(Connection::of);
    private final Meanings<VolumeStatus> statuses = new Meanings<>(VolumeStatus::of);
    private final Meanings<Text> descriptions = new Meanings<>(FluviusReader::described);
    private final RowTimes times;
    private final DecimalText volumes =
            DecimalText.of(
                    new NumberSigns(','),
                    StandardCharsets.UTF_8,
                    DECIMALS,
                    Ratio.of(WATT_HOURS_PER_KILOWATT_HOUR, 1));

    private boolean hasTotals;
    private boolean hasPeaks;

    private final int fieldsNeeded;
    private final int ean;
    private final int register;
    private final int volume;
    private final int unit;
    private final int status;
    private final int description;

    FluviusReader(
            FluviusHeader header,
            DelimitedText rows,
            IntervalRows readings,
            Records records,
            boolean hasDescriptionInKey) {
        this.header = header;
        this.rows = rows;
        this.readings = readings;
        this.records = records;
        this.hasDescriptionInKey = hasDescriptionInKey;
        window = new IntervalWindow(readings::put);
        times = new RowTimes(header);
        fieldsNeeded = header.fieldsNeeded();
        ean = header.place(Column.EAN);
        register = header.place(Column.REGISTER);
        volume = header.place(Column.VOLUME);
        unit = header.place(Column.UNIT);
        status = header.place(Column.STATUS);
        description = header.place(Column.DESCRIPTION);
    }

    void read() throws IOException {
        boolean hasRows = false;
        while (rows.next()) {
            hasRows = true;
            readRow();
        }
        window.close();
        if (!hasRows) {
            records.reject(
                    Reject.document(
                            Reason.EMPTY_DOCUMENT, "rows below the header", "a header only"));
        } else if (hasPeaks && !hasTotals) {
            records.reject(
                    Reject.document(
                            Reason.NOT_THIS_FORMAT,
                            "totals of quarters, hours or days in kWh; peaks in kW are no energy",
                            "an export of peaks"));
        }
    }

    private void readRow() {
        if (rows.isBroken() || rows.fields() < fieldsNeeded) {
            String fields = rows.isBroken() ? "a quote that does not fit" : rows.fields() + "";
            reject("", Reason.MALFORMED_ROW, "at least " + fieldsNeeded + " fields", fields);
            return;
        }
        Unit in = word(units, unit);
        if (in == Unit.KILOVAR_HOUR || in == Unit.KILOWATT) {
            hasPeaks |= in == Unit.KILOWATT;
            return;
        }
        hasTotals = true;
        if (in == null) {
            reject(Column.UNIT, Reason.UNKNOWN_CODE, "kWh, m³ or kVArh");
            return;
        }
        Register of = word(registers, register);
        if (of == null) {
            reject(
                    Column.REGISTER,
                    Reason.UNKNOWN_CODE,
                    "Afname, Injectie, Productie or Hulpverbruik with Dag, Nacht or Actief");
            return;
        }
        if (of.rate() != Register.Rate.REACTIVE) {
            readRow(in, of);
        }
    }

    private void readRow(Unit in, Register of) {
        Connection connection = word(connections, ean);
        if (connection == null) {
            reject(Column.EAN, Reason.UNREADABLE_VALUE, "an EAN of 18 digits");
            return;
        }
        boolean isDescribed = description >= 0 && !rows.isEmpty(description);
        Text described = isDescribed ? word(descriptions, description) : null;
        boolean isLost = isDescribed && described == null;
        if (hasDescriptionInKey && described != null) {
            connection = connection.subMeter(described);
        }
        if (hasDescriptionInKey && isLost) {
            reject(Column.DESCRIPTION, Reason.UNREADABLE_VALUE, DESCRIPTION);
            return;
        }
        if (!hasTimes(connection, of, in)) {
            return;
        }
        if (isLost) {
            rejectVolume(connection, of, Column.DESCRIPTION, Reason.UNREADABLE_VALUE, DESCRIPTION);
            return;
        }
        if (in == Unit.CUBIC_METRE) {
            if (!rows.isEmpty(volume)) {
                interval(connection, of).seeCubicMetres(rows.line());
            }
            return;
        }
        count(connection, of, described);
    }

    /** Adds the volume to its interval, or notes that it is not known. */
    private void count(Connection connection, Register of, @Nullable Text described) {
        VolumeStatus said = word(statuses, status);
        if (said == null) {
            rejectVolume(connection, of, Column.STATUS, Reason.UNKNOWN_CODE, VolumeStatus.words());
            return;
        }
        if (rows.isEmpty(volume)) {
            countNothing(connection, of, said);
            return;
        }
        long energy = volumes.read(rows.bytes(), rows.from(volume), rows.to(volume));
        if (energy == NoValue.UNREADABLE) {
            String expected = volumes.expected();
            rejectVolume(connection, of, Column.VOLUME, Reason.UNREADABLE_VALUE, expected);
            return;
        }
        boolean mayBe = said != VolumeStatus.UNKNOWN && (said != VolumeStatus.NONE || energy == 0);
        if (energy < 0 || !mayBe) {
            String expected = mayBe ? "0 kWh or more" : "no volume, as the status says";
            rejectVolume(connection, of, Column.VOLUME, Reason.IMPOSSIBLE_VALUE, expected);
            return;
        }
        Interval interval = interval(connection, of);
        if (interval.isOfOther(of.rate(), described)) {
            reject(
                    Column.DESCRIPTION,
                    Reason.IMPOSSIBLE_VALUE,
                    "one description per EAN, register and interval; set meter-key:"
                            + " ean-and-description where sub-meters share an EAN");
            return;
        }
        interval.count(of.rate(), energy, said, described);
    }

    private void countNothing(Connection connection, Register of, VolumeStatus said) {
        switch (said) {
            case NONE -> {}
            case UNKNOWN, UNVALIDATED -> interval(connection, of).doNotKnow(of.rate());
            case MEASURED, ESTIMATED ->
                    rejectVolume(
                            connection,
                            of,
                            Column.VOLUME,
                            Reason.MISSING_VALUE,
                            "a volume, as the status says there is one");
        }
    }

    /** Finds the instants of the row; false, with a reject, where it has none. */
    private boolean hasTimes(Connection connection, Register of, Unit in) {
        long start = times.localStart(rows);
        if (start == NoValue.UNREADABLE) {
            rejectTime(Column.FROM_DATE, Column.FROM_TIME);
            return false;
        }
        long end = times.localEnd(rows);
        if (end == NoValue.UNREADABLE) {
            rejectTime(Column.UNTIL_DATE, Column.UNTIL_TIME);
            return false;
        }
        return switch (times.resolve(start, end, connection, of, in)) {
            case RESOLVED -> true;
            case LEFT_OUT -> {
                reject(
                        header.name(Column.FROM_TIME),
                        Reason.IMPOSSIBLE_TIME,
                        "a time that the clock change of spring does not leave out",
                        startAndEnd());
                yield false;
            }
            case OTHER_LENGTH -> {
                reject(
                        header.name(Column.UNTIL_TIME),
                        Reason.IMPOSSIBLE_VALUE,
                        "the end of an interval of 15 minutes, 1 hour or a day",
                        startAndEnd());
                yield false;
            }
        };
    }

    private void rejectTime(Column date, Column time) {
        if (times.isDate(rows, header.place(date))) {
            reject(time, Reason.UNREADABLE_VALUE, "a time of whole minutes such as 02:15:00");
        } else {
            reject(date, Reason.UNREADABLE_VALUE, "a date such as 31-10-2021");
        }
    }

    private Interval interval(Connection connection, Register of) {
        return window.at(connection, of.flow(), times.start(), times.end(), rows.line());
    }

    private <T> @Nullable T word(Meanings<T> words, int field) {
        return words.of(rows.bytes(), rows.from(field), rows.to(field));
    }

    /**
     * The description, or null where letters were lost in it: two different ones may look alike
     * then.
     */
    private static @Nullable Text described(String text) {
        boolean isWhole = LOST_LETTERS.stream().noneMatch(text::contains);
        return isWhole ? Text.of(text) : null;
    }

    /**
     * A reject of a row that should have counted: without it, the sum of its interval is unknown.
     */
    private void rejectVolume(
            Connection connection, Register of, Column column, Reason reason, String expected) {
        interval(connection, of).doNotKnow(of.rate());
        reject(column, reason, expected);
    }

    private void reject(Column column, Reason reason, String expected) {
        // A description is free text, and no reason needs it.
        String found = column == Column.DESCRIPTION ? "" : text(header.place(column));
        reject(header.name(column), reason, expected, found);
    }

    private void reject(String field, Reason reason, String expected, String found) {
        records.reject(new Reject(rows.line(), field, reason, expected, found));
    }

    private String startAndEnd() {
        return "%s %s to %s %s"
                .formatted(
                        text(header.place(Column.FROM_DATE)),
                        text(header.place(Column.FROM_TIME)),
                        text(header.place(Column.UNTIL_DATE)),
                        text(header.place(Column.UNTIL_TIME)));
    }

    private String text(int field) {
        return rows.text(field, StandardCharsets.UTF_8);
    }
}
