package eu.wattpeil.cli;

import eu.wattpeil.store.ColumnTable;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Spelling;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the columns are that definitions fill. */
@Command(
        name = "columns",
        description = "List the columns of a dataset: values, unit, whether required, meaning.")
final class ColumnsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DATASET",
            description = "such as meter_readings (default: all)")
    private @Nullable String dataset;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(dataset == null ? ColumnTable.all() : ColumnTable.of(named(dataset)));
        return CommandLineInterface.DONE;
    }

    private Dataset named(String name) {
        List<String> names = Datasets.collected().stream().map(Dataset::name).toList();
        return Datasets.named(name)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "dataset is \""
                                                + name
                                                + "\""
                                                + Spelling.hint(name, names)));
    }
}
