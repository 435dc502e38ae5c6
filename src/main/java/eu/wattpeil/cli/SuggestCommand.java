package eu.wattpeil.cli;

import eu.wattpeil.operate.MeterNames;
import eu.wattpeil.operate.MeterRow;
import eu.wattpeil.operate.PrinterNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints rows for tables of config/, from what the files of a definition hold. */
@Command(
        name = "suggest",
        description = {
            "Print rows for config/printers.csv or config/meters.csv: the printers that print logs",
            "name, the meters that readings name, as far as the table lacks them.",
            "A printer of few jobs may be a user, moved there by a damaged line: look before you",
            "copy. Nothing is kept of what is printed."
        })
final class SuggestCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WHAT", description = "printers or meters")
    private What what;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DEFINITION",
            description = {
                "whose files are read, such as jobs/collect/print.yaml;",
                "meters: without it, those of which the store has readings"
            })
    private @Nullable String definition;

    /** What is suggested. */
    enum What {
        PRINTERS,
        METERS
    }

    @Override
    public Integer call() throws IOException {
        switch (what) {
            case PRINTERS -> printPrinters();
            case METERS -> printMeters();
        }
        return CommandLineInterface.DONE;
    }

    private void printPrinters() throws IOException {
        if (definition == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the definition is missing, expected one such as jobs/collect/print.yaml");
        }
        List<PrinterNames.Seen> names =
                PrinterNames.unknown(wattpeil.workspace(), definition, Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        out.println("printer_id,note");
        for (PrinterNames.Seen seen : names) {
            String jobs = seen.jobs() == 1 ? "1 job" : seen.jobs() + " jobs";
            out.println(quoted(seen.name()) + "," + jobs);
        }
    }

    private void printMeters() throws IOException {
        List<MeterRow> rows =
                definition == null
                        ? MeterNames.inStore(wattpeil.workspace())
                        : MeterNames.inFiles(wattpeil.workspace(), definition, Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        if (!rows.isEmpty()) {
            out.println("# To fill in: " + MeterRow.PLACEHOLDERS);
        }
        out.println(MeterRow.HEADER);
        for (MeterRow row : rows) {
            out.println("# " + Questions.comment(row));
            out.println(row.text());
        }
    }

    /** Of a damaged line there may be signs that a terminal would obey. */
    private static String quoted(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.matches("[\\w.-]+") ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }
}
