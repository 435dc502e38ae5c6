package eu.wattpeil.collect;

import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What every row of a dataset keeps to, whatever format it was read by: what is required is there,
 * it is of a plausible time, no amount is below nothing or beyond what any organisation comes to, a
 * share is one, a temperature is one of air or machines, and nothing in it names a person.
 */
final class RowRules {

    /** Set for each row by whoever keeps it. */
    private static final Set<String> OF_THE_DOCUMENT = Set.of("document_id", "line");

    /** Days of something that has happened; others may lie ahead, as the end of support does. */
    private static final Set<String> HAPPENED =
            Set.of(
                    "first_used_on",
                    "purchased_on",
                    "disposed_on",
                    "manufactured_on",
                    "closed_on",
                    "label_checked_on",
                    "factories_disclosed_on");

    /**
     * What is more is a mistake of its source, such as a register of ones, and would be more than
     * the sums of a month can hold. A printer of a thousand pages a minute takes half a day for the
     * most that a job may have.
     */
    private static final long MOST = 1_000_000_000;

    private static final long MOST_OF_A_JOB = 1_000_000;

    /** Days, hours or kilometres: of a country. */
    private static final long MOST_OF_PEOPLE = 100_000_000;

    /** Sides: a register of 32 bits, and more. */
    private static final long MOST_ON_A_PRINTER = 10_000_000_000L;

    /** W: a whole power station. */
    private static final long MOST_POWER = 1_000_000_000;

    /** Wh or L: ten GWh, or a lake. */
    private static final long MOST_IN_AN_INTERVAL = 10_000_000_000L;

    /** Wh or L: a register of ten digits in kWh or m³. */
    private static final long MOST_ON_A_COUNTER = 10_000_000_000_000L;

    private static final Text COUNTER = Text.of("counter");
    private static final Text POWER = Text.of("power");
    private static final Text TEMPERATURE = Text.of("temperature");

    /**
     * Thousandths of m°C: no air on earth was colder than -89.2 °C (World Meteorological
     * Organization), and nothing that is cooled survives 150 °C. Sensors that are cut off say -127.
     */
    private static final long COLDEST = -90_000_000;

    private static final long HOTTEST = 150_000_000;
    private static final int NO_COLUMN = -1;
    private static final int DECIMALS = 3;
    private static final long THOUSANDTHS = 1000;
    private static final long WHOLE_SHARE = 1_000_000;
    private static final int SHARE_DECIMALS = 6;

    private final Dataset dataset;
    private final TimeWindow window;
    private final int[] required;
    private final int[] instants;
    private final int[] days;
    private final int[] amounts;
    private final int[] shares;
    private final int kind;
    private final int value;
    private final int quantity;
    private final long most;
    private final Optional<PersonalColumns> personal;

    /**
     * @param texts that rows of personal data may keep
     */
    RowRules(Dataset dataset, TimeWindow window, PersonalTexts texts) {
        this.dataset = dataset;
        this.window = window;
        personal =
                PersonalTexts.concerns(dataset)
                        ? Optional.of(new PersonalColumns(dataset, texts))
                        : Optional.empty();
        required = columns(column -> column.isRequired() && !isOfDocument(column));
        instants = columns(column -> column.type() == ColumnType.TIMESTAMP);
        days =
                columns(
                        column ->
                                column.name().equals(dataset.timeColumn())
                                                && column.type() == ColumnType.DATE
                                        || HAPPENED.contains(column.name()));
        boolean isOfMeters = columns(column -> column.name().equals("kind")).length > 0;
        kind = isOfMeters ? dataset.index("kind") : NO_COLUMN;
        value = isOfMeters ? dataset.index("value") : NO_COLUMN;
        quantity = isOfMeters ? dataset.index("quantity") : NO_COLUMN;
        amounts = columns(column -> isAmount(column) && !isOfDocument(column));
        shares = columns(column -> column.name().endsWith("_share"));
        most =
                switch (dataset.name()) {
                    case "print_jobs" -> MOST_OF_A_JOB;
                    case "printer_counters" -> MOST_ON_A_PRINTER;
                    case "workdays" -> MOST_OF_PEOPLE;
                    default -> MOST;
                };
    }

    /** Why the open row of a block cannot be kept, or null where it can: then it is fit to keep. */
    @Nullable Reject flaw(RowBlock rows, long line) {
        int missing = rows.firstOpenNull(required);
        if (missing != RowBlock.NONE) {
            return new Reject(line, name(missing), Reason.MISSING_VALUE, "a value", "");
        }
        int open = rows.rows();
        for (int column : instants) {
            if (!rows.isOpenNull(column) && !window.hasInstant(rows.number(column, open))) {
                Instant found = Instant.EPOCH.plus(rows.number(column, open), ChronoUnit.MICROS);
                return impossible(line, column, window.expected(), found.toString());
            }
        }
        for (int column : days) {
            if (!rows.isOpenNull(column) && !window.hasDay(rows.number(column, open))) {
                LocalDate found = LocalDate.ofEpochDay(rows.number(column, open));
                return impossible(line, column, window.expected(), found.toString());
            }
        }
        Reject impossible = belowNothing(rows, line);
        if (impossible == null) {
            impossible = beyondAll(rows, line);
        }
        if (impossible == null) {
            impossible = noShare(rows, line);
        }
        if (impossible == null) {
            impossible = noTemperature(rows, line);
        }
        return impossible != null || personal.isEmpty()
                ? impossible
                : personal.get().clear(rows, line);
    }

    /**
     * Whether the open row and those behind it surely keep to all rules, by the least and greatest
     * of each column; what does not is looked at row by row.
     */
    boolean allFit(RowBlock rows, int count) {
        if (personal.isPresent()) {
            return false;
        }
        for (int column : required) {
            if (rows.hasNull(column, count)) {
                return false;
            }
        }
        return areTimesPlausible(rows, count)
                && areAmountsPlausible(rows, count)
                && areValuesPlausible(rows, count);
    }

    private boolean areTimesPlausible(RowBlock rows, int count) {
        for (int column : instants) {
            long least = rows.least(column, count);
            if (!isNothing(least)
                    && !(window.hasInstant(least)
                            && window.hasInstant(rows.greatest(column, count)))) {
                return false;
            }
        }
        for (int column : days) {
            long least = rows.least(column, count);
            if (!isNothing(least)
                    && !(window.hasDay(least) && window.hasDay(rows.greatest(column, count)))) {
                return false;
            }
        }
        return true;
    }

    private boolean areAmountsPlausible(RowBlock rows, int count) {
        for (int column : amounts) {
            if (rows.least(column, count) < least(column)
                    || rows.greatest(column, count) > most * thousandths(column)) {
                return false;
            }
        }
        for (int column : shares) {
            if (rows.least(column, count) < 0 || rows.greatest(column, count) > WHOLE_SHARE) {
                return false;
            }
        }
        return true;
    }

    private boolean areValuesPlausible(RowBlock rows, int count) {
        if (value == NO_COLUMN) {
            return true;
        }
        long least = rows.least(value, count);
        long greatest = rows.greatest(value, count);
        if (least >= 0
                && greatest <= MOST_POWER * THOUSANDTHS
                && !rows.has(quantity, count, TEMPERATURE)) {
            return true;
        }
        for (int row = rows.rows(); row < rows.rows() + count; row++) {
            if (!isValuePlausible(rows, row, rows.number(value, row))) {
                return false;
            }
        }
        return true;
    }

    private boolean isValuePlausible(RowBlock rows, int row, long number) {
        if (number < 0 && COUNTER.equals(rows.text(kind, row))) {
            return false;
        }
        if (TEMPERATURE.equals(rows.text(quantity, row))) {
            return number >= COLDEST && number <= HOTTEST;
        }
        long size = Math.abs(number);
        return size <= MOST_POWER * THOUSANDTHS
                || size <= mostOfKind(rows.text(kind, row)) * THOUSANDTHS;
    }

    private static boolean isNothing(long least) {
        return least == Long.MAX_VALUE;
    }

    private @Nullable Reject noShare(RowBlock rows, long line) {
        int open = rows.rows();
        for (int column : shares) {
            long number = rows.isOpenNull(column) ? 0 : rows.number(column, open);
            if (number < 0 || number > WHOLE_SHARE) {
                String found =
                        BigDecimal.valueOf(number, SHARE_DECIMALS)
                                .stripTrailingZeros()
                                .toPlainString();
                return impossible(line, column, "0 to 1", found);
            }
        }
        return null;
    }

    private @Nullable Reject noTemperature(RowBlock rows, long line) {
        int open = rows.rows();
        if (quantity == NO_COLUMN || !TEMPERATURE.equals(rows.text(quantity, open))) {
            return null;
        }
        long number = rows.number(value, open);
        if (number >= COLDEST && number <= HOTTEST) {
            return null;
        }
        String found = BigDecimal.valueOf(number, DECIMALS).toPlainString();
        return impossible(line, value, "-90000 to 150000 m°C", found);
    }

    private @Nullable Reject belowNothing(RowBlock rows, long line) {
        int open = rows.rows();
        for (int column : amounts) {
            if (!rows.isOpenNull(column) && rows.number(column, open) < least(column)) {
                return below(rows, column, line);
            }
        }
        boolean isBelow =
                kind != NO_COLUMN
                        && rows.number(value, open) < 0
                        && COUNTER.equals(rows.text(kind, open));
        return isBelow ? below(rows, value, line) : null;
    }

    private Reject below(RowBlock rows, int column, long line) {
        return impossible(line, column, least(column) + " or more", amount(rows, column));
    }

    private @Nullable Reject beyondAll(RowBlock rows, long line) {
        int open = rows.rows();
        for (int column : amounts) {
            if (!rows.isOpenNull(column)
                    && rows.number(column, open) > most * thousandths(column)
                    && !isNumberOfOne(column)) {
                return beyond(rows, column, most, line);
            }
        }
        if (value == NO_COLUMN) {
            return null;
        }
        long size = Math.abs(rows.number(value, open));
        if (size <= MOST_POWER * THOUSANDTHS) {
            return null;
        }
        long mostOfKind = mostOfKind(rows.text(kind, open));
        return size > mostOfKind * THOUSANDTHS ? beyond(rows, value, mostOfKind, line) : null;
    }

    private static long mostOfKind(Text kindOfValue) {
        if (POWER.equals(kindOfValue)) {
            return MOST_POWER;
        }
        return COUNTER.equals(kindOfValue) ? MOST_ON_A_COUNTER : MOST_IN_AN_INTERVAL;
    }

    private Reject beyond(RowBlock rows, int column, long limit, long line) {
        return impossible(line, column, limit + " or less", amount(rows, column));
    }

    private String amount(RowBlock rows, int column) {
        long number = rows.number(column, rows.rows());
        return BigDecimal.valueOf(number, isDecimal(column) ? DECIMALS : 0).toPlainString();
    }

    private long thousandths(int column) {
        return isDecimal(column) ? THOUSANDTHS : 1;
    }

    private boolean isDecimal(int column) {
        return dataset.columns().get(column).type() == ColumnType.DECIMAL;
    }

    private Reject impossible(long line, int column, String expected, String found) {
        return new Reject(line, name(column), Reason.IMPOSSIBLE_VALUE, expected, found);
    }

    /** A row of no devices at all is none. */
    private int least(int column) {
        return name(column).equals("quantity") ? 1 : 0;
    }

    /** Servers number their jobs as they like. */
    private boolean isNumberOfOne(int column) {
        return name(column).endsWith("_id");
    }

    /** Power, heat and temperature may be below zero; what is counted may not. */
    private boolean isAmount(Column column) {
        boolean isNumber =
                column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        return isNumber && (value == NO_COLUMN || !column.name().equals("value"));
    }

    private static boolean isOfDocument(Column column) {
        return isOfDocument(column.name());
    }

    static boolean isOfDocument(String column) {
        return OF_THE_DOCUMENT.contains(column);
    }

    private String name(int column) {
        return dataset.columns().get(column).name();
    }

    private int[] columns(Predicate<Column> condition) {
        List<Column> all = dataset.columns();
        return IntStream.range(0, all.size()).filter(i -> condition.test(all.get(i))).toArray();
    }
}
