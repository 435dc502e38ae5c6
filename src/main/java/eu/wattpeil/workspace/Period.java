package eu.wattpeil.workspace;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What a value of a month speaks of; in the order of their codes, as rows are kept in it. */
public enum Period {
    /** The month only. */
    MONTH,
    /** The quarter of the calendar that ends with it. */
    QUARTER,
    /** The twelve months that end with it. */
    ROLLING_YEAR,
    /** The year of the calendar that ends with it. */
    YEAR,
    /** The months of its calendar year up to and including it. */
    YEAR_TO_DATE;

    /** Those that a report shows beside each other of every month. */
    public static final Set<Period> REPORTED = Set.of(MONTH, ROLLING_YEAR);

    /** Months of the longest. */
    public static final int MOST_MONTHS = 12;

    private static final int QUARTER_MONTHS = 3;

    /** The code as it stands in {@code kpi_values}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code as it stands in definitions. */
    public String word() {
        return code().replace('_', '-');
    }

    /**
     * The period of a code.
     *
     * @throws IllegalArgumentException where it is the code of none
     */
    public static Period of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether it is as long whichever month it ends with, so that no two differ by their days. */
    public boolean isOfTwelveMonths() {
        return this == ROLLING_YEAR || this == YEAR;
    }

    /** Whether one ends with a month. */
    public boolean isEndedBy(YearMonth month) {
        return switch (this) {
            case MONTH, ROLLING_YEAR, YEAR_TO_DATE -> true;
            case QUARTER -> month.getMonthValue() % QUARTER_MONTHS == 0;
            case YEAR -> month.getMonthValue() == MOST_MONTHS;
        };
    }

    /** The last month, this one or one before it, with which one ends. */
    public YearMonth lastEnd(YearMonth month) {
        YearMonth end = month;
        while (!isEndedBy(end)) {
            end = end.minusMonths(1);
        }
        return end;
    }

    /** The months of the one that ends with a month, in order. */
    public List<YearMonth> months(YearMonth last) {
        int count =
                switch (this) {
                    case MONTH -> 1;
                    case QUARTER -> QUARTER_MONTHS;
                    case ROLLING_YEAR, YEAR -> MOST_MONTHS;
                    case YEAR_TO_DATE -> last.getMonthValue();
                };
        return IntStream.range(0, count)
                .mapToObj(index -> last.minusMonths(count - 1L - index))
                .toList();
    }
}
