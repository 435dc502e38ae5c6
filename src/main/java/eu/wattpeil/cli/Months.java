package eu.wattpeil.cli;

import eu.wattpeil.workspace.Settings;
import java.time.YearMonth;
import java.util.List;

/** Months in messages. */
final class Months {

    private Months() {}

    /** That months with data come before the first one that is computed. */
    static String leftAlone(List<YearMonth> months) {
        YearMonth first = months.get(0);
        YearMonth last = months.get(months.size() - 1);
        return Counts.text(months.size(), "month", "months")
                + (first.equals(last) ? " (" + first + ")" : " from " + first + " to " + last)
                + (first.equals(last) ? " is" : " are")
                + " in the store and not computed; first-month: "
                + first
                + " in config/wattpeil.yaml computes all (without it, the last "
                + Settings.LAST_MONTHS
                + " months with data)";
    }
}
