package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.metering.Telegram.Entry;
import eu.wattpeil.collect.value.DecimalText;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.collect.value.Units;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what telegrams say into the rows of {@code meter_readings}. */
final class TelegramRows {

    private static final int DECIMALS = 3;

    /** What {@code DECIMAL(18, 3)} cannot hold any more, in thousandths. */
    private static final long BOUND = 1_000_000_000_000_000_000L;

    private static final String COUNTER = "counter";
    private static final String POWER = "power";

    private final Records records;
    private final Map<String, Text> words = new HashMap<>();
    private final Map<Measure, Optional<DecimalText>> numbers = new HashMap<>();
    private final int meterKey;
    private final int quantity;
    private final int kind;
    private final int measuredAt;
    private final int value;
    private long at;
    private long line;

    private record Measure(String quantity, String kind, String unit, Ratio factor) {}

    TelegramRows(Dataset dataset, Records records) {
        this.records = records;
        meterKey = dataset.index("meter_key");
        quantity = dataset.index("quantity");
        kind = dataset.index("kind");
        measuredAt = dataset.index("measured_at");
        value = dataset.index("value");
    }

    /**
     * From now on it is about a telegram.
     *
     * @param at its instant; UNREADABLE where it has none
     * @param line where it ends, and so is known to be whole
     */
    void startTelegram(long at, long line) {
        this.at = at;
        this.line = line;
    }

    /** Adds a register that is the sum of others, or one alone; a reject where one is none. */
    void counter(Text key, String of, List<Entry> registers) {
        long sum = 0;
        for (Entry register : registers) {
            long number = number(register, of, COUNTER, Ratio.ONE);
            if (number < 0) {
                return;
            }
            sum += number;
            if (sum >= BOUND) {
                reject(register, Reason.IMPOSSIBLE_VALUE, "registers with a sum of a meter");
                return;
            }
        }
        put(key, of, COUNTER, at, sum);
    }

    /** Adds the power of this moment. */
    void power(Text key, Entry register) {
        long number = number(register, "electricity", POWER, Ratio.ONE);
        if (number >= 0) {
            put(key, "electricity", POWER, at, number);
        }
    }

    /**
     * Adds a register of another meter.
     *
     * @param factor what its unit is multiplied by
     * @param readAt when it was read, before the telegram was sent
     */
    void counter(Text key, String of, Entry register, Ratio factor, long readAt) {
        long number = number(register, of, COUNTER, factor);
        if (number >= 0) {
            put(key, of, COUNTER, readAt, number);
        }
    }

    /** A reject, for a meter does not tell its number. */
    void rejectNumber(String code) {
        records.reject(
                new Reject(
                        line,
                        code,
                        Reason.MISSING_VALUE,
                        "the number of the meter; option meter-key gives one to meters that do not"
                                + " tell it",
                        ""));
    }

    /** The instant of the telegram; UNREADABLE where it has none. */
    long at() {
        return at;
    }

    private void put(Text key, String of, String as, long instant, long number) {
        RowBlock row = records.rows();
        row.set(meterKey, key);
        row.set(quantity, words.computeIfAbsent(of, Text::of));
        row.set(kind, words.computeIfAbsent(as, Text::of));
        row.set(measuredAt, instant);
        row.set(value, number);
        records.accept(line);
    }

    /** The number in thousandths of the store's unit; below 0, with a reject, where it is none. */
    private long number(Entry register, String of, String as, Ratio factor) {
        Optional<DecimalText> reader =
                numbers.computeIfAbsent(
                        new Measure(of, as, register.unit(), factor), TelegramRows::reader);
        if (reader.isEmpty()) {
            reject(
                    register,
                    Reason.UNKNOWN_CODE,
                    "a number with one of the units "
                            + String.join(", ", Units.of(of, as).keySet()));
            return NoValue.UNREADABLE;
        }
        byte[] text = register.number().getBytes(StandardCharsets.ISO_8859_1);
        long number = reader.get().read(text, 0, text.length);
        if (!NoValue.isValue(number)) {
            reject(register, Reason.UNREADABLE_VALUE, reader.get().expected());
        } else if (number < 0) {
            reject(register, Reason.IMPOSSIBLE_VALUE, "0 or more");
        }
        return number;
    }

    private static Optional<DecimalText> reader(Measure measure) {
        // A volume of gas is in litres before the factor makes energy of it.
        boolean isVolume = measure.unit().equals("m3") && measure.quantity().equals("gas");
        Map<String, Ratio> units =
                Units.of(isVolume ? "water" : measure.quantity(), measure.kind());
        return Optional.ofNullable(units.get(measure.unit()))
                .map(
                        unit ->
                                DecimalText.of(
                                        new NumberSigns('.'),
                                        StandardCharsets.ISO_8859_1,
                                        DECIMALS,
                                        isVolume ? unit.times(measure.factor()) : unit));
    }

    private void reject(Entry register, Reason reason, String expected) {
        String found = register.values().isEmpty() ? "" : register.number() + "*" + register.unit();
        records.reject(new Reject(register.line(), register.code(), reason, expected, found));
    }
}
