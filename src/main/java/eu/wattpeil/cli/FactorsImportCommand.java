package eu.wattpeil.cli;

import eu.wattpeil.operate.FactorImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes factors from a list that may not be passed on. */
@Command(
        name = "import",
        description = {
            "Take the factors of a list that may not be passed on, which you have downloaded, into",
            "config/factors-imported.csv, for your own use. Rows that are there stay; a file that is",
            "not understood is refused, and nothing is written."
        })
final class FactorsImportCommand implements Callable<Integer> {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    @ParentCommand private FactorsCommand factors;

    @Spec private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "LIST",
            description = {
                "aib-residual-mix, co2emissiefactoren, or another file of jobs/factor-lists"
            })
    private String list;

    @Parameters(index = "1", paramLabel = "FILE", description = "a workbook (.xlsx) or CSV")
    private Path file;

    @Option(
            names = "--year",
            required = true,
            paramLabel = "YYYY",
            description = "the year that the list is of")
    private int year;

    @Option(
            names = "--vintage",
            paramLabel = "TEXT",
            description = "of a list that restates a year, such as v1.1: a series of its own")
    private @Nullable String vintage;

    @Option(
            names = "--column",
            paramLabel = "NAME=HEADING",
            description = "the heading, or the number, of a column that is called otherwise")
    private Map<String, String> columns = new TreeMap<>();

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "of the figures where the file does not say it, such as \"g CO2/kWh\"")
    private @Nullable String unit;

    @Override
    public Integer call() throws IOException {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new ParameterException(
                    spec.commandLine(), "--year is " + year + ", expected one such as 2025");
        }
        if (vintage != null && !vintage.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,30}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--vintage is \"" + vintage + "\", expected letters and digits, such as v1.1");
        }
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no file \"" + file + "\", expected a list");
        }
        FactorImport.Result result =
                FactorImport.into(
                        factors.workspace(),
                        new FactorImport.Order(
                                list,
                                file,
                                year,
                                Optional.ofNullable(vintage),
                                columns,
                                Optional.ofNullable(unit)));
        print(result, spec.commandLine().getOut());
        return CommandLineInterface.DONE;
    }

    private void print(FactorImport.Result result, PrintWriter out) {
        for (FactorImport.Row row : result.added()) {
            String value = row.value().map(BigDecimal::toPlainString).orElse("not applicable");
            out.println(row.series() + " " + row.year() + ": " + value + " " + row.unit());
        }
        out.println(
                result.title()
                        + ": "
                        + result.added().size()
                        + " rows added to config/factors-imported.csv, "
                        + result.present()
                        + " were there");
        if (!result.absent().isEmpty()) {
            out.println("Not in the file: " + String.join(", ", result.absent()));
        }
        if (!result.isLayoutSeen() && !result.added().isEmpty()) {
            out.println(
                    "No file of the publisher was at hand when this was made: compare the figures"
                            + " with it, and tell us when your file looks different.");
        }
        if (!result.added().isEmpty()) {
            out.println(
                    "A series serves a purpose when factors: of config/wattpeil.yaml names it.");
        }
    }
}
