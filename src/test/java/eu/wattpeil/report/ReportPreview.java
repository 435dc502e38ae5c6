package eu.wattpeil.report;

import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** Renders the reports of a made-up municipality into a folder, to be looked at in a browser. */
public final class ReportPreview {

    private ReportPreview() {}

    /** Writes the last months' reports and the list of months to the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Publisher publisher = PublishedTown.publisher(folder);
        for (YearMonth month = Waterdam.FIRST;
                !month.isAfter(Waterdam.LAST);
                month = month.plusMonths(1)) {
            MonthlyFacts facts = Waterdam.facts(month, "Gemeente Waterdam");
            publisher.publish(MonthlyReport.of(facts, Waterdam.report()));
        }
        PublishedTown.list(folder)
                .publish(
                        "Gemeente Waterdam",
                        Waterdam.facts().organisation().languages(),
                        Waterdam.TEXTS,
                        List.of());
    }

    public static String template(String name) {
        try {
            return Files.readString(Path.of("jobs/reports/templates", name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
