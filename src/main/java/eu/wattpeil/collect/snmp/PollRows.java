package eu.wattpeil.collect.snmp;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts polls into the rows of a dataset, as the files of the kinds of devices say. */
final class PollRows {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,9})?");
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMAL_DIGITS = 9;
    private static final int MOST_ROWS = 99;
    private static final long MOST_COUNTED = 999_999_999_999_999_999L;

    private final Dataset dataset;
    private final DeviceKinds kinds;
    private final Records records;
    private final Map<String, Text> texts = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    /** The counters of printers that count something else, which is told already. */
    private final Set<String> told = new HashSet<>();

    PollRows(Dataset dataset, DeviceKinds kinds, Records records) {
        this.dataset = dataset;
        this.kinds = kinds;
        this.records = records;
    }

    /** A value that cannot be used. */
    private static final class Unusable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Reason reason;
        private final String expected;
        private final String found;

        Unusable(Reason reason, String expected, String found) {
            super(expected);
            this.reason = reason;
            this.expected = expected;
            this.found = found;
        }

        Reject reject(long line, String field) {
            return new Reject(line, field, reason, expected, found);
        }
    }

    /** Adds the rows of a poll; a value that cannot be used leaves the others alone. */
    void put(Poll poll, long line) {
        Optional<DeviceKind> kind = kinds.named(poll.kind());
        if (kind.isEmpty() || !kind.get().dataset().equals(dataset.name())) {
            records.reject(
                    new Reject(
                            line,
                            "kind",
                            Reason.UNKNOWN_CODE,
                            "a kind of device of jobs/snmp that fills " + dataset.name(),
                            poll.kind()));
            return;
        }
        Map<String, ObjectValues> values = new LinkedHashMap<>();
        for (DeviceObject object : kind.get().objects().values()) {
            values.put(object.name(), ObjectValues.of(object, poll.values()));
        }
        values.replaceAll((name, given) -> given.counting(values));
        boolean hasAny =
                kind.get().dataset().equals(DeviceKind.PRINTER_COUNTERS)
                        ? putCounters(poll, line, values)
                        : putReadings(poll, line, values);
        if (!hasAny) {
            records.reject(
                    new Reject(
                            line,
                            "",
                            Reason.MISSING_VALUE,
                            "a value that the device supports; wattpeil ask HOST tells of which"
                                    + " kind it is",
                            ""));
        }
    }

    private boolean putReadings(Poll poll, long line, Map<String, ObjectValues> values) {
        boolean hasAny = false;
        for (ObjectValues given : values.values()) {
            DeviceObject object = given.object();
            if (!(object.meaning() instanceof Meaning.Reading reading)
                    || given.rows().isEmpty()
                    || isSaidBefore(object, values)) {
                continue;
            }
            hasAny = true;
            if (reading.rows().isPresent()) {
                putSum(poll, line, given, reading, values);
                continue;
            }
            for (ObjectValues.Row row : given.rows()) {
                try {
                    putReading(
                            poll, line, object, reading, row.index(), number(row, reading, values));
                } catch (Unusable unusable) {
                    records.reject(unusable.reject(line, object.valueName(row.index())));
                }
            }
        }
        return hasAny;
    }

    private void putSum(
            Poll poll,
            long line,
            ObjectValues given,
            Meaning.Reading reading,
            Map<String, ObjectValues> values) {
        DeviceObject object = given.object();
        try {
            int expected = rowCount(reading, values);
            if (given.rows().size() != expected) {
                throw new Unusable(
                        Reason.MISSING_VALUE,
                        "the value of each of " + expected + " rows, which make one reading",
                        given.rows().size() + " of them");
            }
            BigDecimal sum = BigDecimal.ZERO;
            for (ObjectValues.Row row : given.rows()) {
                sum = sum.add(number(row, reading, values));
            }
            putReading(poll, line, object, reading, "", sum);
        } catch (Unusable unusable) {
            records.reject(unusable.reject(line, object.name()));
        }
    }

    private static int rowCount(Meaning.Reading reading, Map<String, ObjectValues> values)
            throws Unusable {
        String name = reading.rows().orElseThrow();
        String count = help(values, name, "").orElse("");
        if (!count.matches("[1-9][0-9]?")) {
            throw new Unusable(
                    Reason.MISSING_VALUE, name + " to be 1 to " + MOST_ROWS + " rows", count);
        }
        return Integer.parseInt(count);
    }

    private void putReading(
            Poll poll,
            long line,
            DeviceObject object,
            Meaning.Reading reading,
            String index,
            BigDecimal thousandths)
            throws Unusable {
        BigDecimal value = thousandths.setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal baseUnit = value.movePointLeft(3);
        if (reading.most().isPresent() && baseUnit.abs().compareTo(reading.most().get()) > 0
                || value.precision() > MOST_DIGITS) {
            throw new Unusable(
                    Reason.IMPOSSIBLE_VALUE,
                    "at most " + reading.most().map(BigDecimal::toPlainString).orElse("15 digits"),
                    baseUnit.stripTrailingZeros().toPlainString());
        }
        boolean isMain = index.isEmpty() || index.equals(reading.main());
        String suffix =
                isMain && !reading.main().isEmpty()
                        ? ""
                        : object.index()
                                .filter(it -> !index.isEmpty())
                                .flatMap(it -> it.filled(reading.suffix(), index))
                                .orElse(reading.suffix());
        RowBlock row = records.rows();
        row.set(column("meter_key"), text(poll.target() + suffix));
        row.set(column("quantity"), text(reading.quantity()));
        row.set(column("kind"), text(reading.kind()));
        row.set(column("measured_at"), micros(poll.at()));
        row.set(column("value"), value.longValueExact());
        records.accept(line);
    }

    private static BigDecimal number(
            ObjectValues.Row row, Meaning.Reading reading, Map<String, ObjectValues> values)
            throws Unusable {
        BigDecimal number = parsed(row.value());
        if (reading.digits().isPresent()) {
            String digits = help(values, reading.digits().get(), row.index()).orElse("");
            if (!digits.matches("[0-9]")) {
                throw new Unusable(
                        Reason.MISSING_VALUE,
                        reading.digits().get() + " to be 0 to " + MOST_DECIMAL_DIGITS,
                        digits);
            }
            number = number.movePointLeft(Integer.parseInt(digits));
        }
        BigDecimal multiplied = number.multiply(new BigDecimal(reading.factor().numerator()));
        return reading.factor().denominator().equals(BigInteger.ONE)
                ? multiplied
                : multiplied.divide(
                        new BigDecimal(reading.factor().denominator()),
                        MOST_DECIMAL_DIGITS,
                        RoundingMode.HALF_EVEN);
    }

    private static BigDecimal parsed(String text) throws Unusable {
        String number = text.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new Unusable(Reason.UNREADABLE_VALUE, "a number", text);
        }
        return new BigDecimal(number);
    }

    private static boolean isSaidBefore(DeviceObject object, Map<String, ObjectValues> values) {
        return object.unless().map(values::get).filter(it -> !it.rows().isEmpty()).isPresent();
    }

    private static Optional<String> help(
            Map<String, ObjectValues> values, String name, String index) {
        return Optional.ofNullable(values.get(name)).flatMap(it -> it.value(index));
    }

    private boolean putCounters(Poll poll, long line, Map<String, ObjectValues> values) {
        Map<String, Long> counters = new LinkedHashMap<>();
        boolean hasAny = false;
        for (ObjectValues given : values.values()) {
            DeviceObject object = given.object();
            if (!(object.meaning() instanceof Meaning.PrinterCounter counter)
                    || given.rows().isEmpty()
                    || isSaidBefore(object, values)) {
                continue;
            }
            hasAny = true;
            List<ObjectValues.Row> counted =
                    counter.isSum() ? given.rows() : given.rows().subList(0, 1);
            String index = "";
            try {
                long sum = 0;
                for (ObjectValues.Row row : counted) {
                    index = row.index();
                    requireUnit(counter, index, values);
                    sum = sum(sum, whole(row.value()));
                }
                counters.putIfAbsent(counter.column(), sum);
            } catch (Unusable unusable) {
                // What a printer counts stays the same: it is told once, not at each poll.
                boolean isOfUnit = unusable.reason == Reason.UNKNOWN_CODE;
                if (!isOfUnit || told.add(poll.target() + " " + object.name())) {
                    records.reject(unusable.reject(line, object.valueName(index)));
                }
            }
        }
        if (!counters.isEmpty()) {
            RowBlock row = records.rows();
            row.set(column("printer_id"), text(poll.target()));
            row.set(column("read_at"), micros(poll.at()));
            counters.forEach((column, value) -> row.set(column(column), value));
            records.accept(line);
        }
        return hasAny;
    }

    private static void requireUnit(
            Meaning.PrinterCounter counter, String index, Map<String, ObjectValues> values)
            throws Unusable {
        if (counter.unit().isEmpty()) {
            return;
        }
        String unit = help(values, counter.unit().get(), index).orElse("");
        if (!counter.units().contains(unit)) {
            throw new Unusable(
                    Reason.UNKNOWN_CODE,
                    counter.unit().get()
                            + " to be "
                            + String.join(" or ", counter.units())
                            + ": what the printer counts are no "
                            + counter.column().replace('_', ' '),
                    unit);
        }
    }

    private static long sum(long sum, long value) throws Unusable {
        if (sum + value > MOST_COUNTED) {
            throw new Unusable(
                    Reason.IMPOSSIBLE_VALUE, "a sum of at most 18 digits", Long.toString(value));
        }
        return sum + value;
    }

    private static long whole(String text) throws Unusable {
        if (!text.strip().matches("[0-9]{1,18}")) {
            throw new Unusable(Reason.UNREADABLE_VALUE, "a whole number from 0", text);
        }
        return Long.parseLong(text.strip());
    }

    private static long micros(Instant at) {
        return Math.addExact(
                Math.multiplyExact(at.getEpochSecond(), 1_000_000), at.getNano() / 1_000);
    }

    private int column(String name) {
        return columns.computeIfAbsent(name, dataset::index);
    }

    private Text text(String value) {
        return texts.computeIfAbsent(value, Text::of);
    }
}
