package eu.wattpeil.cli;

import eu.wattpeil.kpi.edition.Verified;
import eu.wattpeil.kpi.edition.Verified.Difference;
import eu.wattpeil.operate.ReportFiles;
import eu.wattpeil.operate.Verifications;
import eu.wattpeil.operate.Verifications.Answer;
import eu.wattpeil.operate.Verifications.Computed;
import eu.wattpeil.operate.Verifications.Impossible;
import eu.wattpeil.workspace.SoftwareVersion;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Computes editions again and says whether they are equal. */
@Command(
        name = "verify",
        description = {
            "Compute editions again from the documents, configuration, factors and models that they",
            "were made from, and say whether they are equal byte for byte, or where they are not.",
            "Changes nothing. Ends with 1 where one is not equal or cannot be computed again."
        })
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand private WattpeilCommand wattpeil;

    @Spec private CommandSpec spec;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            converter = RunCommand.MonthConverter.class,
            description = "a computed month (default: all of them)")
    private @Nullable YearMonth month;

    @Option(
            names = "--edition",
            paramLabel = "N",
            description = "an edition of the month (default: the one that is shown)")
    private @Nullable Integer edition;

    private boolean isEqual = true;

    @Override
    public Integer call() throws IOException {
        if (edition != null && month == null) {
            throw new ParameterException(
                    spec.commandLine(), "--edition is given without --month, expected both");
        }
        try (Verifications verifications = Verifications.of(wattpeil.workspace())) {
            verifications.verify(
                    Optional.ofNullable(month), Optional.ofNullable(edition), this::tell);
        }
        return isEqual ? CommandLineInterface.DONE : CommandLineInterface.FAILED;
    }

    private void tell(Answer answer) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(answer.month() + " edition " + answer.edition() + ": " + said(answer));
        if (answer instanceof Computed computed) {
            isEqual &= computed.isEqual();
            for (Verified.EqualFile file : computed.verified().files()) {
                out.println(
                        "  "
                                + file.file()
                                + ": "
                                + Counts.text(file.rows(), "row", "rows")
                                + ", SHA-256 "
                                + file.sha256());
            }
            computed.reports().forEach(it -> out.println("  " + said(it)));
        } else {
            isEqual = false;
        }
        out.flush();
    }

    private static String said(ReportFiles reports) {
        String files =
                reports.folder() + ": " + Counts.text(reports.files(), "file", "files") + " of ";
        if (!reports.changed().isEmpty()) {
            return files
                    + reports.report()
                    + ", not equal: "
                    + String.join(", ", reports.changed())
                    + " missing or changed after it was published";
        }
        if (!reports.different().isEmpty()) {
            return files
                    + reports.report()
                    + ", not equal: "
                    + String.join(", ", reports.different())
                    + " made otherwise now";
        }
        return files
                + reports.report()
                + (reports.isMadeAgain()
                        ? ", made again, equal byte for byte"
                        : ", as they were published; not made again, as they show what has changed"
                                + " since");
    }

    private static String said(Answer answer) {
        if (answer instanceof Impossible impossible) {
            return "cannot be computed again: " + impossible.why();
        }
        Verified verified = ((Computed) answer).verified();
        return verified.difference()
                .map(it -> "not equal: " + words(it) + why(verified, it))
                .orElse("computed again, equal byte for byte");
    }

    private static String words(Difference difference) {
        String file = difference.file();
        return switch (difference.kind()) {
            case LOST -> file + " is missing; it can be computed again";
            case ALTERED ->
                    file
                            + " was changed after it was written; computed again it is what the"
                            + " manifest says";
            case MANIFEST_ALTERED -> file + " is as computed again, and not what the manifest says";
            case VALUE ->
                    file
                            + ": "
                            + difference.column()
                            + " of "
                            + difference.row()
                            + " is "
                            + difference.published()
                            + ", computed again "
                            + difference.again();
            case ROW_TOO_MANY ->
                    file + ": " + difference.row() + " is there, and is not computed again";
            case ROW_MISSING ->
                    file + ": " + difference.row() + " is missing, and is computed again";
            case BYTES -> file + " has the same rows in other bytes";
            case UNREADABLE -> file + " cannot be read, and is not what is computed again";
        };
    }

    private static String why(Verified verified, Difference difference) {
        boolean isComputedOtherwise =
                switch (difference.kind()) {
                    case LOST, ALTERED, MANIFEST_ALTERED -> false;
                    case VALUE, ROW_TOO_MANY, ROW_MISSING, BYTES, UNREADABLE -> true;
                };
        String here = SoftwareVersion.text();
        return isComputedOtherwise && !verified.software().equals(here)
                ? "; it was made by version " + verified.software() + ", this is version " + here
                : "";
    }
}
