package eu.wattpeil.report.workbook;

import eu.wattpeil.kpi.model.Kpi;

/**
 * How numbers are shown, in the code of spreadsheets (ECMA-376 part 1, 18.8.31). The code is the
 * same everywhere; a spreadsheet writes separators and dates as its user does.
 */
final class Formats {

    static final String WHOLE = "#,##0";

    /** The number of an edition, a year: no separators. */
    static final String PLAIN = "0";

    static final String DAY = "yyyy-mm-dd";
    static final String MONTH = "yyyy-mm";

    /** A share of which it matters whether it is whole: further digits where there are any. */
    static final String COVERAGE = "0.0##%";

    /** A change as a share, with its sign. */
    static final String CHANGE = "+0.0%;-0.0%;0.0%";

    private Formats() {}

    /** Of a value: the digits that its measurement defends; a share in percent. */
    static String of(Kpi kpi) {
        return kpi.isShare() ? digits("0", kpi.decimals() - 2) + "%" : amount(kpi.decimals());
    }

    /** The same; a share that is not whole does not become so by rounding. */
    static String of(Kpi kpi, double value) {
        double digit = Math.pow(10, -kpi.decimals());
        boolean isWholeByRounding = kpi.isShare() && value < 1 && value >= 1 - digit / 2;
        return isWholeByRounding ? COVERAGE : of(kpi);
    }

    /** Of an amount that a value is made of. */
    static String amount(int decimals) {
        return digits(WHOLE, decimals);
    }

    /**
     * Of the difference of two values, with its sign.
     *
     * @param decimals after the point
     * @param unit that stands behind it; empty for none
     */
    static String difference(int decimals, String unit) {
        String digits =
                digits(WHOLE, decimals)
                        + (unit.isEmpty() ? "" : "\" " + unit.replace("\"", "") + "\"");
        return "+" + digits + ";-" + digits + ";" + digits;
    }

    private static String digits(String whole, int decimals) {
        return decimals > 0 ? whole + "." + "0".repeat(decimals) : whole;
    }
}
