package eu.wattpeil.workspace;

/**
 * How the organisation's spreadsheets read comma-separated text.
 *
 * @param separator between fields
 * @param decimal sign of numbers
 * @param hasByteOrderMark whether a file begins with the mark by which Excel knows UTF-8
 */
public record CsvDialect(char separator, char decimal, boolean hasByteOrderMark) {

    /** As programs read it (RFC 4180). */
    public static final CsvDialect DEFAULT = new CsvDialect(',', '.', false);

    public CsvDialect {
        if (separator == decimal) {
            throw new IllegalArgumentException(
                    "separator and decimal are both \"" + separator + "\", expected two signs");
        }
    }
}
