package eu.wattpeil.kpi.engine;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DuckDB refused a statement; carries what it says without its source excerpt. */
public final class SqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern KIND = Pattern.compile("^(?:[A-Z][A-Za-z-]*\\s)+Error:\\s*");
    private static final Pattern PLACE = Pattern.compile("\\s*LINE (\\d+):.*", Pattern.DOTALL);

    private final int line;

    public SqlException(String message, int line) {
        super(message);
        this.line = line;
    }

    public SqlException(SQLException failure) {
        super(problem(failure), failure);
        this.line = line(failure);
    }

    /** What DuckDB says, without its kind of error and its excerpt. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The line of the statement, from 1; 0 where DuckDB names none. */
    public int line() {
        return line;
    }

    private static String problem(SQLException failure) {
        String text = KIND.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
        return PLACE.matcher(text).replaceFirst("").strip().replaceAll("\\s*\\n\\s*", " ");
    }

    private static int line(SQLException failure) {
        Matcher place = PLACE.matcher(String.valueOf(failure.getMessage()));
        return place.find() ? Integer.parseInt(place.group(1)) : 0;
    }
}
