package eu.wattpeil.cli;

import eu.wattpeil.kpi.query.Query;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Answers a question in SQL. */
@Command(
        name = "query",
        description = {
            "Run a SELECT over the store's tables and the KPI values.",
            "Tables: documents, rejects, runs, meter_readings, devices, print_jobs, hourly_energy,",
            "kpi_values, and the configuration (meters, departments, factors, ...)."
        })
final class QueryCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "SQL", description = "one SELECT, in DuckDB's dialect")
    private String sql;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), csv, json or parquet")
    private Form form = Form.TABLE;

    @Option(names = "--output", paramLabel = "FILE", description = "the file to write, for parquet")
    private @Nullable Path output;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "stop a query that takes longer (default: 300)")
    private int timeLimit = Math.toIntExact(Query.TIME_LIMIT.toSeconds());

    /** How the answer is written. */
    enum Form {
        TABLE,
        CSV,
        JSON,
        PARQUET
    }

    @Override
    public Integer call() {
        Path file = output;
        if (form == Form.PARQUET && file == null) {
            throw new ParameterException(
                    spec.commandLine(), "--output is missing, expected a file for parquet");
        }
        if (timeLimit < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--time-limit is " + timeLimit + ", expected 1 second or more");
        }
        Workspace workspace = Setup.readWorkspace(wattpeil.workspace());
        Query query =
                Query.over(workspace, Setup.store(workspace)).within(Duration.ofSeconds(timeLimit));
        switch (form) {
            case TABLE -> query.run(sql, Query.Format.TABLE, spec.commandLine().getOut());
            case CSV -> query.run(sql, Query.Format.CSV, spec.commandLine().getOut());
            case JSON -> query.run(sql, Query.Format.JSON, spec.commandLine().getOut());
            case PARQUET -> query.writeParquet(sql, Objects.requireNonNull(file));
        }
        return CommandLineInterface.DONE;
    }
}
