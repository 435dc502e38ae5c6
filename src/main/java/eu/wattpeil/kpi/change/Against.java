package eu.wattpeil.kpi.change;

import java.time.YearMonth;
import java.util.Locale;

/** What a value stands beside. */
public enum Against {
    /** The month before. */
    MONTH_BEFORE(1),
    /** The same month, or the year, a year before. */
    YEAR_BEFORE(12);

    private final int months;

    Against(int months) {
        this.months = months;
    }

    /** With which month the older one ends. */
    public YearMonth of(YearMonth month) {
        return month.minusMonths(months);
    }

    /** The code as it is written: lower case with underscores. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
