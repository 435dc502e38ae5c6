package eu.wattpeil.operate;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database of the job repository, with its tables: a file in the workspace, or that which hosts
 * share.
 *
 * @param ofRepository holds together what the repository writes
 * @param ofSteps holds together what a step does
 * @param closing ends it
 */
record JobDatabase(
        DataSource connections,
        PlatformTransactionManager ofRepository,
        PlatformTransactionManager ofSteps,
        Runnable closing)
        implements AutoCloseable {

    private static final String TABLES = "org/springframework/batch/core/schema-h2.sql";

    /** Of a script that was cut off the last is missing. */
    private static final String LAST_OF_TABLES =
            "select 1 from information_schema.sequences"
                    + " where sequence_name = 'BATCH_JOB_INSTANCE_SEQ'";

    /** Of a run, beside the steps at work: they hold none. */
    private static final int MOST_CONNECTIONS = 4;

    private static final int PATIENCE_MS = 10_000;

    /** The file in a folder; one that is damaged is set aside, and a new one begun. */
    static JobDatabase inFile(Path stateFolder) {
        // Each commit reaches the file: a killed process must not lose what it had recorded. Of a
        // process that is asked to end, nothing is closed while it still works. H2's own log would
        // repeat statements beside it, for everybody to read.
        String url =
                "jdbc:h2:file:"
                        + stateFolder.resolve("jobs").toAbsolutePath()
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
        // With its last connection H2 closes the file.
        SingleConnectionDataSource kept =
                JobRepositoryFile.open(stateFolder, isKnown -> opened(url, isKnown));
        DataSource connections = new DriverManagerDataSource(url);
        PlatformTransactionManager transactions = new JdbcTransactionManager(connections);
        return new JobDatabase(
                connections,
                transactions,
                transactions,
                () -> {
                    kept.destroy();
                    JobRepositoryFile.seal(stateFolder);
                });
    }

    /** Reads all of a file that may be damaged, which Spring Batch would log at length. */
    private static SingleConnectionDataSource opened(String url, boolean isKnown) {
        SingleConnectionDataSource kept = new SingleConnectionDataSource(url, true);
        try {
            JdbcTemplate database = new JdbcTemplate(kept);
            if (!isKnown) {
                database.queryForList("script", String.class);
            }
            if (database.queryForList(LAST_OF_TABLES).isEmpty()) {
                ResourceDatabasePopulator tables =
                        new ResourceDatabasePopulator(new ClassPathResource(TABLES));
                tables.setContinueOnError(true);
                tables.execute(kept);
            }
            return kept;
        } catch (RuntimeException failure) {
            kept.destroy();
            throw failure;
        }
    }

    /**
     * That which hosts share, whose tables are there.
     *
     * <p>A step writes to the store, and takes its time: meanwhile it holds no transaction of a
     * database that may go away.
     */
    static JobDatabase of(SharedJobs shared) {
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(shared.database().settings().url());
        shared.database().properties().forEach(connections::addDataSourceProperty);
        connections.setMaximumPoolSize(MOST_CONNECTIONS);
        connections.setMinimumIdle(0);
        connections.setConnectionTimeout(PATIENCE_MS);
        return new JobDatabase(
                connections,
                new DataSourceTransactionManager(connections),
                new ResourcelessTransactionManager(),
                connections::close);
    }

    /** Runs statements, each for itself. */
    void update(List<String> statements) {
        JdbcTemplate database = new JdbcTemplate(connections);
        statements.forEach(database::update);
    }

    @Override
    public void close() {
        closing.run();
    }
}
