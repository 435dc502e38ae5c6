package eu.wattpeil.cli;

import eu.wattpeil.operate.MeterNames;
import eu.wattpeil.operate.MeterRow;
import eu.wattpeil.operate.PrinterNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints definitions for files, and rows for tables of config/. */
@Command(
        name = "suggest",
        description = {
            "Print a definition for a file that nobody has described yet, with its first rows as",
            "they would be read and what is doubtful; ready for a file of jobs/collect.",
            "Or print rows for config/printers.csv or config/meters.csv: the printers that print",
            "logs name, the meters that readings name, as far as the table lacks them.",
            "A printer of few jobs may be a user, moved there by a damaged line: look before you",
            "copy. Nothing is kept of what is printed. Of a file that shows nothing, the reason is",
            "told and the exit code is 1."
        })
final class SuggestCommand implements Callable<Integer> {

    private static final String PRINTERS = "printers";
    private static final String METERS = "meters";

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "WHAT",
            description = {
                "files; or printers or meters, with the definition whose files are read, such as",
                "jobs/collect/print.yaml; meters without it: those of which the store has readings"
            })
    private List<String> what;

    private @Nullable String definition;

    @Override
    public Integer call() throws IOException {
        String first = what.get(0).toLowerCase(Locale.ROOT);
        boolean isOfConfig = List.of(PRINTERS, METERS).contains(first);
        if (isOfConfig && what.size() > 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "\"" + what.get(2) + "\" comes after the definition, expected one definition");
        }
        if (isOfConfig) {
            definition = what.size() > 1 ? what.get(1) : null;
        }
        switch (first) {
            case PRINTERS -> printPrinters();
            case METERS -> printMeters();
            default -> {
                return printDefinitions();
            }
        }
        return CommandLineInterface.DONE;
    }

    private int printDefinitions() throws IOException {
        List<Path> files = what.stream().map(this::file).toList();
        PrintWriter out = spec.commandLine().getOut();
        FileSuggestions suggestions = new FileSuggestions(wattpeil.workspace(), wattpeil.clock());
        PrintWriter err = spec.commandLine().getErr();
        boolean areAllKnown = true;
        String parting = "";
        for (Path file : files) {
            StringWriter text = new StringWriter();
            if (suggestions.print(file, new PrintWriter(text), err)) {
                out.print(parting + text);
                parting = "---" + System.lineSeparator();
            } else {
                areAllKnown = false;
            }
        }
        return areAllKnown ? CommandLineInterface.DONE : CommandLineInterface.FAILED;
    }

    /** A file of the folder one is in, or of the workspace. */
    private Path file(String name) {
        try {
            for (Path path : List.of(Path.of(name), wattpeil.workspace().resolve(name))) {
                if (Files.isRegularFile(path)) {
                    return path;
                }
            }
        } catch (InvalidPathException unusable) {
            // It is told as what is not there.
        }
        throw new ParameterException(
                spec.commandLine(),
                "there is no file \"" + name + "\", expected a file, or printers or meters");
    }

    private void printPrinters() throws IOException {
        if (definition == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the definition is missing, expected one such as jobs/collect/print.yaml");
        }
        List<PrinterNames.Seen> names =
                PrinterNames.unknown(wattpeil.workspace(), definition, wattpeil.clock());
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
                        : MeterNames.inFiles(wattpeil.workspace(), definition, wattpeil.clock());
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
