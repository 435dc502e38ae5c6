package eu.wattpeil.goal;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** Where a goal's value leads if it goes on as it does, or why that cannot be told. */
public sealed interface Outlook {

    /** How many months it rests on, or could not rest on. */
    int knownMonths();

    /** The first of these months, where a measure or a shift of the level set older ones aside. */
    Optional<YearMonth> since();

    /**
     * The value in the target month. The interval is never of width zero: a value is known to its
     * last digit at best.
     *
     * @param low lower end of the 95 % prediction interval
     * @param high upper end
     */
    record Forecast(
            double value, double low, double high, int knownMonths, Optional<YearMonth> since)
            implements Outlook {}

    /** No forecast. */
    record Unforeseen(Cause cause, int knownMonths, Optional<YearMonth> since) implements Outlook {}

    /** Why there is no forecast. */
    enum Cause {
        /** Fewer than six months are known since the last change. */
        TOO_FEW_MONTHS,
        /** The interval is wider than the way from the baseline to the target. */
        TOO_UNCERTAIN,
        /** A month of the target's twelve is over and not known. */
        MONTH_UNKNOWN,
        /** The baseline or the target is not known, or the highest month is judged. */
        NOT_FORESEEABLE,
        /** The target month has come. */
        OVER;

        /** The code as it is written: lower case with underscores. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
