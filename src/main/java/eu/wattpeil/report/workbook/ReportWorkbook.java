package eu.wattpeil.report.workbook;

import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A report as a workbook: a sheet that says what the others are, one for each section, one of the
 * goals, one of the measures, one of all values, one of what is taken apart and one of the factors.
 */
public final class ReportWorkbook {

    private final MonthlyReport report;
    private final AllValues values;

    private ReportWorkbook(MonthlyReport report) {
        this.report = report;
        values = AllValues.of(report);
    }

    /** The workbook, of which every language has a file. */
    public static ReportWorkbook of(MonthlyReport report) {
        return new ReportWorkbook(report);
    }

    /**
     * The file (.xlsx) in a language. Numbers and days are such, in full; what is text is never a
     * formula; what is not known or not shown is an empty cell with a reason beside it.
     */
    public byte[] in(Locale language) {
        Speech speech = new Speech(report, language);
        Words words = speech.words();
        SheetNames names = new SheetNames();
        String about = names.next(words.say("book.about"));
        List<Sheet> sheets = new ArrayList<>();
        List<AboutSheet.Entry> contents = new ArrayList<>();
        for (Report.Section section : report.definition().sections()) {
            String title = words.pick(section.title());
            Sheet sheet = SectionSheet.of(section, report, speech);
            add(
                    sheet.named(names.next(title)),
                    words.count("book.section.what", section.kpis().size()),
                    sheets,
                    contents);
        }
        add(
                GoalSheet.of(report, speech).named(names.next(words.say("label.goals"))),
                words.say("book.goals.what"),
                sheets,
                contents);
        if (!report.measures().isEmpty()) {
            add(
                    MeasureSheet.of(report, speech).named(names.next(words.say("label.measures"))),
                    words.say("book.measures.what"),
                    sheets,
                    contents);
        }
        add(
                ValueSheet.of(values, report, speech).named(names.next(words.say("book.values"))),
                values.isEmpty()
                        ? words.say("book.values.none")
                        : words.say(
                                "book.values.what",
                                "from",
                                words.month(values.first()),
                                "to",
                                words.month(values.last())),
                sheets,
                contents);
        List<Breakdown> details = report.breakdowns();
        if (!details.isEmpty()) {
            add(
                    DetailSheet.of(details, report, speech)
                            .named(names.next(words.say("book.details"))),
                    words.count("book.details.what", details.size()),
                    sheets,
                    contents);
        }
        add(
                FactorSheet.of(report, speech).named(names.next(words.say("label.factors"))),
                words.say("book.factors.what"),
                sheets,
                contents);
        sheets.add(0, AboutSheet.of(report, speech, contents).named(about));
        return WorkbookFile.of(title(report, words), sheets);
    }

    private static void add(
            Sheet sheet, String what, List<Sheet> sheets, List<AboutSheet.Entry> contents) {
        sheets.add(sheet);
        contents.add(new AboutSheet.Entry(sheet.name(), what));
    }

    private static String title(MonthlyReport report, Words words) {
        return report.facts().organisation().name()
                + ", "
                + words.month(report.month())
                + ", "
                + words.say("index.edition", "edition", Integer.toString(report.edition()));
    }
}
