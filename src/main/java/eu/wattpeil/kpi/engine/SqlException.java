package eu.wattpeil.kpi.engine;

import org.jspecify.annotations.Nullable;

/** An engine refused a statement; carries what it says, without its excerpt of the source. */
public final class SqlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    public SqlException(String message, int line) {
        this(message, line, null);
    }

    public SqlException(String message, int line, @Nullable Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** What the engine says. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The line of the select or statement, from 1; 0 where the engine names none. */
    public int line() {
        return line;
    }
}
