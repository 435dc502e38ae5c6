package eu.wattpeil.kpi.query;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.kpi.engine.SqlException;

/** A query that cannot be run; the message says where and why, with DuckDB's hint. */
public final class QueryException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    QueryException(String message, int line) {
        super(told(message, line));
    }

    QueryException(SqlException failure, int firstLine) {
        super(told(failure.reason(), Math.max(0, failure.line() - firstLine + 1)), failure);
    }

    private static String told(String message, int line) {
        return "query" + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
