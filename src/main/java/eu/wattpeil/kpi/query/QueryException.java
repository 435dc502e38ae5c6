package eu.wattpeil.kpi.query;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.kpi.engine.SqlException;

/** A query that cannot be run; the message says where and why, with DuckDB's hint. */
public final class QueryException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    QueryException(String message, int line) {
        super("query" + (line > 0 ? ":" + line : "") + ": " + message);
    }

    QueryException(SqlException failure, int firstLine) {
        super(
                new QueryException(
                                failure.getMessage(), Math.max(0, failure.line() - firstLine + 1))
                        .getMessage(),
                failure);
    }
}
