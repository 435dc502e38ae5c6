package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.LogLines;
import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.collect.value.WallClock;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of what ipmitool and FreeIPMI said of power, one answer after the other. */
final class IpmiReader {

    private static final int DECIMALS = 3;

    private static final Set<String> LABELS =
            Set.of(
                    "instantaneous power reading",
                    "current power",
                    "ipmi timestamp",
                    "time stamp",
                    "power reading state is",
                    "power measurement");

    /** The lines between which FreeIPMI puts the hosts that gave an answer. */
    private static final Pattern RULE = Pattern.compile("-{4,}\\s*");

    private static final Pattern POWER = Pattern.compile("(?i)(?<watts>\\S+) watts?\\.?");
    private static final Pattern IN_UTC = Pattern.compile(" (UTC|GMT)$");

    private final LogLines lines;
    private final IpmiFormat.Keys keys;
    private final Records records;
    private final WallClock clock;
    private final TimeText times =
            TimeText.firstOf(
                    "EEE MMM d HH:mm:ss yyyy",
                    "MM/dd/yyyy - HH:mm:ss",
                    "MM/dd/yyyy HH:mm:ss",
                    "MM/dd/yy HH:mm:ss",
                    "iso");
    private final DecimalText watts =
            DecimalText.of(new NumberSigns('.'), StandardCharsets.ISO_8859_1, DECIMALS, Ratio.ONE);
    private final Text electricity = Text.of("electricity");
    private final Text power = Text.of("power");
    private final int meterKey;
    private final int quantity;
    private final int kind;
    private final int measuredAt;
    private final int value;

    private String host = "";
    private boolean isBetweenRules;
    private boolean hasAnswers;
    private boolean isOpen;
    private @Nullable String powerText;
    private @Nullable String timeText;

    IpmiReader(
            LogLines lines, IpmiFormat.Keys keys, ZoneId zone, Dataset dataset, Records records) {
        this.lines = lines;
        this.keys = keys;
        this.records = records;
        clock = new WallClock(zone);
        meterKey = dataset.index("meter_key");
        quantity = dataset.index("quantity");
        kind = dataset.index("kind");
        measuredAt = dataset.index("measured_at");
        value = dataset.index("value");
    }

    /** Reads all; whether any answer was there. */
    boolean read() throws IOException {
        String line = lines.next();
        boolean isLineEnded = true;
        while (line != null) {
            if (!takeAnswer(line, 0, host)) {
                takeHost(line);
            }
            isLineEnded = lines.isEnded();
            line = lines.next();
        }
        endWithoutState(lines.number() + (isLineEnded ? 1 : 0));
        return hasAnswers;
    }

    /**
     * Takes a line with a label and a value; where FreeIPMI asks several hosts, each line has its
     * host and a colon before these. False for any other line.
     */
    private boolean takeAnswer(String line, int from, String named) {
        int colon = line.indexOf(':', from);
        if (colon < 0) {
            return false;
        }
        String label = line.substring(from, colon).strip();
        if (LABELS.contains(label.toLowerCase(Locale.ROOT))) {
            take(named, label.toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            return true;
        }
        return from == 0 && takeAnswer(line, colon + 1, label);
    }

    private void takeHost(String line) {
        if (RULE.matcher(line).matches()) {
            isBetweenRules = !isBetweenRules;
        } else if (isBetweenRules) {
            host = line.strip();
        }
    }

    private void take(String from, String label, String found) {
        switch (label) {
            case "instantaneous power reading", "current power" -> {
                endWithoutState(lines.number());
                hasAnswers = true;
                isOpen = true;
                isBetweenRules = false;
                powerText = found;
                timeText = null;
            }
            case "ipmi timestamp", "time stamp" -> timeText = found;
            case "power reading state is", "power measurement" -> {
                if (isOpen) {
                    isOpen = false;
                    takeState(from, found);
                }
            }
            default -> {}
        }
    }

    /** An answer ends with the state of the measurement. */
    private void endWithoutState(long line) {
        if (isOpen) {
            isOpen = false;
            reject(
                    line,
                    "Power reading state",
                    Reason.MALFORMED_ROW,
                    "the state of the measurement: the answer is cut off",
                    "");
        }
    }

    private void takeState(String from, String state) {
        switch (state.toLowerCase(Locale.ROOT)) {
            case "activated", "active" -> put(from);
            // Then what is told of power is no measurement: mostly 0.
            case "deactivated", "not active", "not activated", "inactive" -> {}
            default ->
                    reject(
                            lines.number(),
                            "Power reading state",
                            Reason.UNKNOWN_CODE,
                            "activated or deactivated, Active or Not Active",
                            "");
        }
    }

    private void put(String from) {
        Optional<String> key = keys.of(from);
        if (key.isEmpty()) {
            reject(
                    lines.number(),
                    "",
                    Reason.UNKNOWN_CODE,
                    "a host of the option meter-keys before each answer",
                    "");
            return;
        }
        long milliWatts = milliWatts();
        long at = milliWatts == NoValue.UNREADABLE ? milliWatts : instant();
        if (at == NoValue.UNREADABLE) {
            return;
        }
        RowBlock row = records.rows();
        row.set(meterKey, Text.of(key.get()));
        row.set(quantity, electricity);
        row.set(kind, power);
        row.set(measuredAt, at);
        row.set(value, milliWatts);
        records.accept(lines.number());
    }

    /** The power; UNREADABLE, with a reject, where it is none. */
    private long milliWatts() {
        Matcher found = POWER.matcher(String.valueOf(powerText));
        if (found.matches()) {
            byte[] text = found.group("watts").getBytes(StandardCharsets.ISO_8859_1);
            long number = watts.read(text, 0, text.length);
            if (NoValue.isValue(number) && number >= 0) {
                return number;
            }
        }
        reject(
                lines.number(),
                "power",
                Reason.UNREADABLE_VALUE,
                "a power such as 167 Watts",
                String.valueOf(powerText));
        return NoValue.UNREADABLE;
    }

    /** The time of the answer; UNREADABLE, with a reject, where it has none. */
    private long instant() {
        if (timeText == null) {
            reject(
                    lines.number(),
                    "timestamp",
                    Reason.MISSING_VALUE,
                    "the timestamp of the answer, above the state of the measurement",
                    "");
            return NoValue.UNREADABLE;
        }
        boolean isUtc = IN_UTC.matcher(timeText).find();
        byte[] text =
                IN_UTC.matcher(timeText)
                        .replaceFirst("")
                        .replaceAll("\\s+", " ")
                        .getBytes(StandardCharsets.ISO_8859_1);
        long local = times.read(text, 0, text.length);
        boolean hasOffset = local != NoValue.UNREADABLE && times.offset() != NoValue.NO_OFFSET;
        if (local == NoValue.UNREADABLE || isUtc || hasOffset) {
            if (local == NoValue.UNREADABLE) {
                reject(
                        lines.number(),
                        "timestamp",
                        Reason.UNREADABLE_VALUE,
                        "a time such as Mon Jan  5 09:30:00 2026, or 01/05/2026 - 09:30:00",
                        timeText);
                return local;
            }
            return hasOffset ? local - times.offset() : local;
        }
        long at = clock.instant(local);
        if (NoValue.isValue(at)) {
            return at;
        }
        reject(
                lines.number(),
                "timestamp",
                Reason.IMPOSSIBLE_TIME,
                "a time that no clock change repeats or leaves out; zone: UTC, where the clock of"
                        + " the server keeps it",
                timeText);
        return NoValue.UNREADABLE;
    }

    private void reject(long line, String field, Reason reason, String expected, String found) {
        records.reject(new Reject(line, field, reason, expected, found));
    }
}
