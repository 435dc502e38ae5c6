package eu.wattpeil.cli;

import eu.wattpeil.operate.PrinterNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints rows for tables of config/, from what the files of a definition hold. */
@Command(
        name = "suggest",
        description = {
            "Print rows for config/printers.csv: the printers that print logs name.",
            "A name of few jobs may be a user's, moved there by a damaged line: look before you",
            "copy. Nothing is kept of what is printed."
        })
final class SuggestCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "WHAT", description = "printers")
    private What what;

    @Parameters(
            index = "1",
            paramLabel = "DEFINITION",
            description = "whose files are read, such as jobs/collect/print.yaml")
    private String definition;

    /** What is suggested. */
    enum What {
        PRINTERS
    }

    @Override
    public Integer call() throws IOException {
        List<PrinterNames.Seen> names =
                PrinterNames.unknown(wattpeil.workspace(), definition, Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        out.println("printer_id,note");
        for (PrinterNames.Seen seen : names) {
            String jobs = seen.jobs() == 1 ? "1 job" : seen.jobs() + " jobs";
            out.println(quoted(seen.name()) + "," + jobs);
        }
        return CommandLineInterface.DONE;
    }

    /** Of a damaged line there may be signs that a terminal would obey. */
    private static String quoted(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.matches("[\\w.-]+") ? shown : '"' + shown.replace("\"", "\"\"") + '"';
    }
}
