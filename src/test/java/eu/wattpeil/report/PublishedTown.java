package eu.wattpeil.report;

import eu.wattpeil.disk.Access;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.form.Manuscript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

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
        return new Publisher(folder(reports), ReportPreview::template);
    }

    /** What writes the list of months into a folder. */
    public static MonthList list(Path reports) {
        return new MonthList(folder(reports), ReportPreview::template, List.of());
    }

    /** What writes into a folder what is made of all months. */
    public static AllMonthsFiles ofAllMonths(Path reports) {
        return new AllMonthsFiles(folder(reports), ReportPreview::template);
    }

    private static ReportFolder folder(Path reports) {
        return new ReportFolder(reports, Access.GROUP);
    }

    /** The files of a form, in their order. */
    public static List<Form.Rendered> files(Form form, MonthlyReport report) {
        Manuscript manuscript = new Manuscript(report, List.of());
        return form.files(report.facts().organisation().languages()).stream()
                .map(it -> new Form.Rendered(it.name(), form.render(manuscript, it)))
                .toList();
    }

    /** Publishes a month. */
    public static void publish(Path reports, YearMonth month, int edition) throws IOException {
        publisher(reports).publish(report(month, edition, "Gemeente Waterdam"));
    }

    /** The same facts in an edition for readers of some languages. */
    static MonthlyFacts spoken(MonthlyFacts facts, int edition, List<Locale> languages) {
        Organisation town = facts.organisation();
        return new MonthlyFacts(
                new Organisation(
                        town.name(),
                        town.zone(),
                        languages,
                        town.minimumGroupSize(),
                        town.minimumCoverage(),
                        town.workingDays(),
                        town.departments(),
                        town.deviceProfiles(),
                        town.factors(),
                        town.goals(),
                        town.measures(),
                        town.csv(),
                        town.names()),
                facts.texts(),
                facts.definitions(),
                facts.month(),
                edition,
                facts.softwareVersion(),
                facts.inputsFingerprint(),
                facts.catalogue(),
                facts.values(),
                facts.previousEdition(),
                facts.sources(),
                facts.rejects());
    }
}
