package eu.wattpeil.report;

import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** The report of a town, for what comes after publishing. */
public final class PublishedTown {

    private PublishedTown() {}

    /** The report of a month in an edition. */
    public static MonthlyReport report(YearMonth month, int edition, String organisation) {
        MonthlyFacts facts = Waterdam.facts(month, organisation);
        return MonthlyReport.of(
                new MonthlyFacts(
                        facts.organisation(),
                        facts.texts(),
                        facts.definitions(),
                        month,
                        edition,
                        facts.softwareVersion(),
                        facts.inputsFingerprint(),
                        facts.catalogue(),
                        facts.values(),
                        List.of(),
                        facts.sources(),
                        facts.rejects()),
                Waterdam.report());
    }

    /** What writes reports into a folder. */
    public static Publisher publisher(Path reports) {
        return new Publisher(reports, ReportPreview::template);
    }

    /** Publishes a month. */
    public static void publish(Path reports, YearMonth month, int edition) throws IOException {
        publisher(reports).publish(report(month, edition, "Gemeente Waterdam"));
    }
}
