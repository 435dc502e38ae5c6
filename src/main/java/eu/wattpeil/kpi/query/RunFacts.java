package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table {@code runs}.
 *
 * @param outcome {@code done} or {@code failed}
 * @param message first line of what went wrong; empty where nothing did
 */
public record RunFacts(
        Instant startedAt,
        Instant endedAt,
        String outcome,
        long documents,
        long records,
        long rejects,
        long months,
        long reports,
        String message) {

    /** The last runs that did something or failed, the latest first. */
    public static List<RunFacts> last(Store store, int count) {
        try (Database database = Database.over(store.root())) {
            database.execute(
                    "create view runs as "
                            + FileRelation.select(
                                    Datasets.RUNS, false, store.layout().all(Datasets.RUNS)));
            return database.list(
                    Sql.resource(RunFacts.class, "last-runs.sql"), RunFacts::of, count);
        }
    }

    private static RunFacts of(ResultSet row) throws SQLException {
        return new RunFacts(
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                row.getLong("documents"),
                row.getLong("records"),
                row.getLong("rejects"),
                row.getLong("months"),
                row.getLong("reports"),
                Optional.ofNullable(row.getString("message")).orElse(""));
    }
}
