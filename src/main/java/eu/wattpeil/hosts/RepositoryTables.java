package eu.wattpeil.hosts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The tables of the job repository: Spring Batch's own and those of the hosts. Made together, by
 * whoever comes first, all of them or none.
 */
final class RepositoryTables {

    /** Raised where an older program would take what stands in them for something else. */
    static final int VERSION = 1;

    private static final String OF_BATCH = "org/springframework/batch/core/schema-postgresql.sql";
    private static final String OF_HOSTS = "hosts/tables.sql";
    private static final String OF_SHARING = "hosts/sharing.sql";

    private final RepositoryDatabase database;

    RepositoryTables(RepositoryDatabase database) {
        this.database = database;
    }

    /**
     * Makes what is not there.
     *
     * @param workspaceId of the workspace that they are made for
     * @throws RepositoryException where they cannot be made, are those of another workspace, or
     *     were made by a newer version
     */
    void require(String workspaceId) {
        database.transaction(
                connection -> {
                    if (!has("wattpeil_offer", connection)) {
                        make(workspaceId, connection);
                    }
                    requireUsable(workspaceId, connection);
                    return true;
                });
    }

    private void make(String workspaceId, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Two hosts that come first make them one after the other.
            statement.execute("select pg_advisory_xact_lock(hashtext('wattpeil tables'))");
            if (database.settings().schema().isPresent() && !hasSchema(connection)) {
                statement.execute("create schema " + database.settings().schema().get());
            }
        }
        if (!has("wattpeil_claim", connection)) {
            makeAll(workspaceId, connection);
        }
        // Tables of a version before lack those by which hosts share documents.
        if (!has("wattpeil_offer", connection)) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(OF_SHARING));
        }
    }

    private void makeAll(String workspaceId, Connection connection) throws SQLException {
        if (!has("batch_job_instance", connection)) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource(OF_BATCH));
        }
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(OF_HOSTS));
        try (PreparedStatement row =
                connection.prepareStatement(
                        "insert into wattpeil_claim (version, workspace_id, claim_number)"
                                + " values (?, ?, 0)")) {
            row.setInt(1, VERSION);
            row.setString(2, workspaceId);
            row.executeUpdate();
        }
    }

    private void requireUsable(String workspaceId, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select version, workspace_id from wattpeil_claim")) {
            if (!row.next()) {
                throw RepositoryException.of(
                        "has an empty table wattpeil_claim, expected its one row; drop the tables"
                                + " in its schema, and the next run makes them anew",
                        database.settings());
            }
            if (row.getInt(1) > VERSION) {
                throw RepositoryException.of(
                        "has tables of version "
                                + row.getInt(1)
                                + ", made by a newer version of Wattpeil, expected version "
                                + VERSION
                                + " or older; run that version",
                        database.settings());
            }
            if (!row.getString(2).equals(workspaceId)) {
                throw RepositoryException.of(
                        "holds the work of another workspace, expected one of its own; name"
                                + " another schema under schema (where .wattpeil of this workspace"
                                + " was lost: drop the tables, and the next run makes them anew)",
                        database.settings());
            }
        }
    }

    private static boolean has(String table, Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "select 1 from information_schema.tables"
                                + " where table_schema = current_schema() and table_name = ?")) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean hasSchema(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            query.setString(1, database.settings().schema().orElseThrow());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}
