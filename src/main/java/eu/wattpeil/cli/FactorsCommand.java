package eu.wattpeil.cli;

import eu.wattpeil.kpi.query.Query;
import eu.wattpeil.operate.FactorTables;
import eu.wattpeil.operate.Setup;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the factors in use, or what another series would change. */
@Command(
        name = "factors",
        description = {
            "List the factors of the last computed month: purpose, basis, year, vintage, the KPIs",
            "that use them, other series of the same thing, licence and source."
        },
        subcommands = FactorsImportCommand.class)
final class FactorsCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--series",
            paramLabel = "SERIES",
            description = "tell the values of that month that another series would change")
    private @Nullable String series;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            converter = KpisCommand.LanguageConverter.class,
            description = "language of sources and licences, such as nl (default: en)")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), csv or json")
    private Query.Format form = Query.Format.TABLE;

    Path workspace() {
        return wattpeil.workspace();
    }

    @Override
    public Integer call() {
        String other = series;
        FactorTables tables = FactorTables.of(Setup.load(wattpeil.workspace()), language);
        Query.write(
                other == null ? tables.inUse() : tables.changes(other),
                form,
                spec.commandLine().getOut());
        return CommandLineInterface.DONE;
    }
}
