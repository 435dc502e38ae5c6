package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.IntervalEnergy;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.tree.Nodes;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.TimeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One reading of the readings of a feed, of which the rest is known. */
final class FeedReader {

    private static final String WH = "72";
    private static final int MOST_TOLD = 100;
    private static final int LONGEST_NUMBER = 12;
    private static final long LONGEST_INTERVAL_SECONDS = 366 * 86_400L;

    private final Nodes.Opener opener;
    private final FeedIndex index;
    private final FeedSeries series;
    private final IntervalEnergy rows;
    private final Records records;
    private final Map<ReadingType.Other, Many> leftOut = new LinkedHashMap<>();

    /** The series of the entry that is open, found with its first reading. */
    private Optional<FeedSeries.Series> current = Optional.empty();

    private long entryOfCurrent = -1;

    /** How many readings there are, and the first of them. */
    private record Many(long first, long count) {

        Many andOneMore() {
            return new Many(first, count + 1);
        }
    }

    FeedReader(
            Nodes.Opener opener,
            FeedIndex index,
            FeedSeries series,
            IntervalEnergy rows,
            Records records) {
        this.opener = opener;
        this.index = index;
        this.series = series;
        this.rows = rows;
        this.records = records;
    }

    void read() throws IOException {
        try (FeedScanner scanner = new FeedScanner(opener.open());
                LinksAhead ahead = new LinksAhead(opener, index.areLinksLate())) {
            read(scanner, ahead);
        }
        leftOut.forEach(this::tell);
    }

    private void read(FeedScanner scanner, LinksAhead ahead) throws IOException {
        while (true) {
            switch (scanner.next()) {
                case READING -> {
                    long entry = scanner.isInEntry() ? scanner.entries() : 0;
                    if (entry != entryOfCurrent) {
                        entryOfCurrent = entry;
                        current = Optional.of(series.of(ahead.of(scanner)));
                    }
                    take(scanner, current.orElseThrow());
                }
                case ENTRY -> {}
                case BROKEN -> {
                    Nodes.Damage damage = scanner.damage();
                    records.reject(
                            new Reject(
                                    scanner.readings() + 1,
                                    "",
                                    Reason.DAMAGED_DOCUMENT,
                                    damage.expected(),
                                    damage.found()));
                }
                case END -> {
                    return;
                }
            }
        }
    }

    private void take(FeedScanner scanner, FeedSeries.Series of) {
        long line = scanner.readings();
        String unit = scanner.blockUnit();
        if (of instanceof FeedSeries.Energy energy) {
            if (unit.isEmpty() || unit.equals(WH)) {
                put(scanner.reading(), energy, line);
            } else {
                leaveOut(new ReadingType.Other("interval/uom", unit, "72 (Wh)"), line);
            }
        } else if (of instanceof FeedSeries.LeftOut other) {
            leaveOut(other.other(), line);
        } else if (of instanceof FeedSeries.Flawed flawed) {
            // What is missing may stand where a document is cut off: that is one reject.
            if (index.damage().isEmpty() || flawed.reason() != Reason.MISSING_VALUE) {
                records.reject(
                        new Reject(
                                line,
                                flawed.field(),
                                flawed.reason(),
                                flawed.expected(),
                                flawed.found()));
            }
        }
    }

    private void leaveOut(ReadingType.Other other, long line) {
        if (leftOut.size() < MOST_TOLD || leftOut.containsKey(other)) {
            leftOut.merge(other, new Many(line, 1), (many, one) -> many.andOneMore());
        }
    }

    private void tell(ReadingType.Other other, Many many) {
        records.leaveOut(
                new Reject(
                        many.first(),
                        other.field(),
                        Reason.UNKNOWN_CODE,
                        other.expected()
                                + "; "
                                + (many.count() == 1
                                        ? "this reading is left out"
                                        : many.count() + " such readings are left out"),
                        other.code()));
    }

    private void put(FeedScanner.Reading reading, FeedSeries.Energy energy, long line) {
        if (reading.isTwice()) {
            reject(line, "", Reason.MALFORMED_ROW, "one start, duration and value", "more");
            return;
        }
        long start = number(reading.start());
        if (start == NoValue.UNREADABLE) {
            reject(line, "timePeriod/start", "seconds since 1970", reading.start());
            return;
        }
        boolean isOwn = !reading.duration().isEmpty();
        String length = isOwn ? reading.duration() : energy.type().intervalLength();
        long duration = number(length);
        if (duration <= 0 || duration > LONGEST_INTERVAL_SECONDS) {
            reject(line, "timePeriod/duration", "seconds from 1 to those of a year", length);
            return;
        }
        byte[] text = reading.value().getBytes(StandardCharsets.UTF_8);
        long value = energy.number().read(text, 0, text.length);
        if (!NoValue.isValue(value)) {
            reject(line, "value", energy.number().expected(), reading.value());
            return;
        }
        String quality = reading.qualities();
        FeedQuality sureness =
                FeedQuality.of(quality.isEmpty() ? energy.type().defaultQuality() : quality);
        rows.put(
                energy.meterKey(),
                IntervalEnergy.ELECTRICITY,
                start * TimeText.MICROS_PER_SECOND,
                (start + duration) * TimeText.MICROS_PER_SECOND,
                value,
                sureness == null ? null : sureness.code(),
                line);
    }

    private void reject(long line, String field, String expected, String found) {
        Reason reason = found.isEmpty() ? Reason.MISSING_VALUE : Reason.UNREADABLE_VALUE;
        reject(line, field, reason, expected, found);
    }

    private void reject(long line, String field, Reason reason, String expected, String found) {
        records.reject(new Reject(line, field, reason, expected, found));
    }

    /** A whole number; UNREADABLE where it is none, or one of very many digits. */
    private static long number(String text) {
        boolean isBelow = text.startsWith("-");
        int from = isBelow ? 1 : 0;
        if (text.length() == from || text.length() - from > LONGEST_NUMBER) {
            return NoValue.UNREADABLE;
        }
        long number = 0;
        for (int i = from; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return NoValue.UNREADABLE;
            }
            number = number * 10 + digit - '0';
        }
        return isBelow ? -number : number;
    }
}
