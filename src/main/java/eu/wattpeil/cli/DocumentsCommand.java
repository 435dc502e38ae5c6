package eu.wattpeil.cli;

import eu.wattpeil.kpi.query.Query;
import eu.wattpeil.operate.StoredDocuments;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the documents in the store. */
@Command(
        name = "documents",
        description = {
            "List the documents in the store: where they came from, the months that they speak of,",
            "and how many records and rejects they have."
        },
        subcommands = {
            DocumentsForgetCommand.class,
            DocumentsRestoreCommand.class,
            DocumentsEraseUserCommand.class
        })
final class DocumentsCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--definition",
            paramLabel = "NAME",
            description = "those of this file in jobs/collect (default: of all)")
    private @Nullable String definition;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = RunCommand.MonthConverter.class,
            description = "those that speak of this month (default: of all)")
    private @Nullable YearMonth month;

    @Option(
            names = "--forgotten",
            description = "those that were taken out of the store and are not read again")
    private boolean isForgotten;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), csv or json")
    private Query.Format form = Query.Format.TABLE;

    Path workspace() {
        return wattpeil.workspace();
    }

    StoredDocuments documents() {
        return StoredDocuments.of(wattpeil.workspace(), wattpeil.clock());
    }

    @Override
    public Integer call() {
        if (isForgotten && month != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--month stands beside --forgotten, expected one of them: of a document that"
                            + " was forgotten no months are known");
        }
        Optional<String> wanted = Optional.ofNullable(definition);
        Query.write(
                isForgotten
                        ? documents().forgottenTable(wanted)
                        : documents().table(wanted, Optional.ofNullable(month)),
                form,
                spec.commandLine().getOut());
        return CommandLineInterface.DONE;
    }
}
