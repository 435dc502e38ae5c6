package eu.wattpeil.kpi.engine;

/**
 * How long a text of SQL may be, and how deep it may go into brackets and signs. DuckDB's parser
 * takes a time that grows with the square of the depth, and cannot be stopped: a few thousand
 * brackets are minutes, and so is a megabyte of anything.
 */
public final class SqlLimits {

    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 100;

    private final String sql;
    private int at;
    private int line = 1;

    private SqlLimits(String sql) {
        this.sql = sql;
    }

    /**
     * Looks at a text before a parser does.
     *
     * @throws SqlException with its line where it is longer or deeper than anyone writes
     */
    public static void check(String sql) {
        new SqlLimits(sql).check();
    }

    private void check() {
        if (sql.length() > LONGEST) {
            throw new SqlException(
                    "the text is " + sql.length() + " characters long, expected at most " + LONGEST,
                    1);
        }
        int depth = 0;
        int signs = 0;
        while (at < sql.length()) {
            char sign = sql.charAt(at);
            switch (sign) {
                case '\'', '"' -> skipTo(String.valueOf(sign), 1);
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                default -> {
                    if (sql.startsWith("--", at)) {
                        skipTo("\n", 2);
                    } else if (sql.startsWith("/*", at)) {
                        skipTo("*/", 2);
                    }
                }
            }
            boolean isSign = sign == '-' || sign == '+';
            boolean isBlank = Character.isWhitespace(sign);
            signs = isSign ? signs + 1 : isBlank ? signs : 0;
            if (depth > DEEPEST) {
                throw new SqlException(
                        "brackets are more than " + DEEPEST + " deep, expected fewer", line);
            }
            if (signs > DEEPEST) {
                throw new SqlException(
                        "signs are more than " + DEEPEST + " in a row, expected a value", line);
            }
            next();
        }
    }

    /** Goes to the last character of an end, or of the text where there is no such end. */
    private void skipTo(String end, int from) {
        int found = sql.indexOf(end, at + from);
        int last = found < 0 ? sql.length() - 1 : found + end.length() - 1;
        while (at < last) {
            next();
        }
    }

    private void next() {
        if (sql.charAt(at) == '\n') {
            line++;
        }
        at++;
    }
}
