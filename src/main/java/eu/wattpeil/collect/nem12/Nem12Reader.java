package eu.wattpeil.collect.nem12;

import eu.wattpeil.collect.IntervalEnergy;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.DelimitedText;
import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.store.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of the records of one document. Fields have the names of the specification. */
final class Nem12Reader {

    static final String QUALITY = "QualityMethod";

    private static final String RECORD = "RecordIndicator";
    private static final Pattern CONNECTION = Pattern.compile("[A-Z0-9]{10,11}");
    private static final Pattern SUFFIX = Pattern.compile("[A-Z0-9]{2}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private static final int NMI_FIELD = 1;
    private static final int SUFFIX_FIELD = 4;
    private static final int UNIT_FIELD = 7;
    private static final int LENGTH_FIELD = 8;
    private static final int FIRST_VALUE = 2;
    private static final int STRETCH_FIELDS = 4;

    private final DelimitedText rows;
    private final long offset;
    private final Records records;
    private final IntervalEnergy readings;

    private @Nullable Channel channel;
    private @Nullable MeteredDay day;
    private boolean hasDays;
    private boolean hasEnergy;
    private boolean isToBeEnded;
    private boolean isLastWrong;

    /**
     * @param zone of the days and their intervals
     */
    Nem12Reader(DelimitedText rows, ZoneOffset zone, Dataset dataset, Records records) {
        this.rows = rows;
        this.records = records;
        offset = zone.getTotalSeconds() * TimeText.MICROS_PER_SECOND;
        readings = new IntervalEnergy(dataset, records);
    }

    void read() throws IOException {
        boolean isFirst = true;
        while (rows.next()) {
            if (isFirst && notNem12().isPresent()) {
                records.reject(
                        Reject.document(
                                Reason.NOT_THIS_FORMAT,
                                "interval data, NEM12: a record 100,NEM12 or 200 first",
                                notNem12().get()));
                return;
            }
            isFirst = false;
            isLastWrong = false;
            readRecord();
        }
        closeDay();
        if (!hasDays) {
            records.reject(
                    Reject.document(Reason.EMPTY_DOCUMENT, "records 300, the days", "without one"));
        } else if (!hasEnergy) {
            records.reject(
                    Reject.document(
                            Reason.NOT_THIS_FORMAT,
                            "a channel of energy in Wh, kWh or MWh",
                            "channels of other units only"));
        } else if (isToBeEnded && !isLastWrong) {
            records.reject(
                    Reject.document(
                            Reason.DAMAGED_DOCUMENT,
                            "a record 900 at the end; what is above the cut is read",
                            "an end after line " + rows.line()));
        }
    }

    /** What the first row shows the document to be; empty where it may be of this format. */
    private Optional<String> notNem12() {
        String first = text(0);
        boolean isOfTotals = first.equals("100") && text(1).equals("NEM13") || first.equals("250");
        if (isOfTotals) {
            return Optional.of("NEM13: registers of meters that are read every few months");
        }
        if (first.startsWith("100;") || first.startsWith("200;")) {
            return Optional.of("fields parted by semicolons; take the file as it was sent");
        }
        boolean isHeader = first.equals("100") && text(1).equals("NEM12");
        boolean isChannel =
                first.equals("200")
                        && CONNECTION.matcher(text(NMI_FIELD)).matches()
                        && SUFFIX.matcher(text(SUFFIX_FIELD)).matches()
                        && Channel.isUnit(text(UNIT_FIELD));
        return isHeader || isChannel ? Optional.empty() : Optional.of("other rows");
    }

    private void readRecord() {
        if (rows.isBroken()) {
            closeDay();
            reject("", Reason.MALFORMED_ROW, rows.whole(), "");
            return;
        }
        String record = text(0);
        if (record.equals("400")) {
            readStretch();
            return;
        }
        closeDay();
        switch (record) {
            case "100" -> isToBeEnded = true;
            case "200" -> channel = channel();
            case "300" -> day = day();
            // What was done at the meter, and what its register showed.
            case "500" -> {}
            case "900" -> {
                isToBeEnded = false;
                channel = null;
            }
            default ->
                    reject(RECORD, Reason.UNKNOWN_CODE, "100, 200, 300, 400, 500 or 900", record);
        }
    }

    private @Nullable Channel channel() {
        String connection = text(NMI_FIELD);
        String suffix = text(SUFFIX_FIELD);
        String unit = text(UNIT_FIELD);
        String minutes = text(LENGTH_FIELD);
        if (!CONNECTION.matcher(connection).matches()) {
            reject("NMI", Reason.UNREADABLE_VALUE, "10 or 11 letters and digits", connection);
        } else if (!SUFFIX.matcher(suffix).matches()) {
            reject("NMISuffix", Reason.UNREADABLE_VALUE, "a suffix such as E1 or B1", suffix);
        } else if (!Channel.isUnit(unit)) {
            reject("UOM", Reason.UNKNOWN_CODE, "Wh, kWh, MWh, or a unit of no energy", unit);
        } else if (!Channel.isLength(minutes)) {
            reject("IntervalLength", Reason.UNREADABLE_VALUE, "5, 15 or 30 minutes", minutes);
        } else {
            return Channel.of(connection, suffix, unit, minutes);
        }
        return null;
    }

    /** The day of the record; null where it is of no energy, or with a reject. */
    private @Nullable MeteredDay day() {
        hasDays = true;
        if (channel == null) {
            hasEnergy = true;
            reject(RECORD, Reason.MISSING_VALUE, "a readable record 200 above it", "none");
            return null;
        }
        if (channel.energy().isEmpty()) {
            return null;
        }
        hasEnergy = true;
        int end = FIRST_VALUE + channel.intervals();
        if (rows.fields() <= end) {
            reject(
                    "",
                    Reason.MALFORMED_ROW,
                    "%d values and their quality".formatted(channel.intervals()),
                    rows.fields() + " fields");
            return null;
        }
        Optional<LocalDate> date = date(text(1));
        if (date.isEmpty()) {
            reject("IntervalDate", Reason.UNREADABLE_VALUE, "a day such as 20260131", text(1));
            return null;
        }
        DataQuality quality = DataQuality.of(text(end));
        if (quality == null) {
            reject(QUALITY, Reason.UNKNOWN_CODE, "A, E, F, N, S or V", text(end));
            return null;
        }
        long start = date.get().toEpochDay() * TimeText.MICROS_PER_DAY - offset;
        MeteredDay read = new MeteredDay(channel, start, rows.line(), quality);
        DecimalText energy = channel.energy().get();
        for (int i = 0; i < channel.intervals(); i++) {
            int field = FIRST_VALUE + i;
            if (!rows.isEmpty(field)) {
                long number = energy.read(rows.bytes(), rows.from(field), rows.to(field));
                String found = number < 0 ? text(field) : "";
                read.put(i, number, energy.expected(), found);
            }
        }
        return read;
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** The quality of some of the intervals of the day above. */
    private void readStretch() {
        if (day == null) {
            return;
        }
        int first = interval(1, day);
        int last = interval(2, day);
        DataQuality quality = DataQuality.of(text(STRETCH_FIELDS - 1));
        if (rows.fields() < STRETCH_FIELDS || first < 0 || last < first) {
            reject(
                    "StartInterval",
                    Reason.IMPOSSIBLE_VALUE,
                    "the first and the last of 1 to " + day.intervals(),
                    text(1) + " to " + text(2));
        } else if (quality == null || quality == DataQuality.VARIABLE) {
            reject(QUALITY, Reason.UNKNOWN_CODE, "A, E, F, N or S", text(STRETCH_FIELDS - 1));
        } else {
            day.is(quality, first, last);
        }
    }

    /** An interval of the day, from 0; below 0 where the field is none. */
    private int interval(int field, MeteredDay of) {
        String text = text(field);
        int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        return number > of.intervals() ? -1 : number - 1;
    }

    private void closeDay() {
        if (day != null) {
            day.close(readings, records);
            day = null;
        }
    }

    private void reject(String field, Reason reason, String expected, String found) {
        isLastWrong = true;
        records.reject(new Reject(rows.line(), field, reason, expected, found));
    }

    private String text(int field) {
        return rows.text(field, StandardCharsets.UTF_8);
    }
}
