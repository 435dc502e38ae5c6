package eu.wattpeil.report.form;

import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.pdf.PdfFile;
import eu.wattpeil.report.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;

/**
 * A page for a board in each language of the organisation, by the template {@code
 * board-print.html}: the first page of the report, and as many of the goals that are off course as
 * it has room for.
 */
public final class BoardForm implements Form {

    static final String NAME = "board";

    private static final String OFF_COURSE = "off_course";

    private final PrintTemplate print;

    public BoardForm(UnaryOperator<String> templates) {
        this(new PrintTemplate(templates));
    }

    BoardForm(PrintTemplate print) {
        this.print = print;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return File.each(languages, BoardForm::fileName);
    }

    @Override
    public byte[] render(Manuscript manuscript, File file) {
        Locale language = file.language().orElseThrow();
        MonthlyReport report = manuscript.report();
        Words words = Words.of(report.facts().texts(), language);
        ReportPage page = manuscript.page(language);
        int goals = offCourse(page).size();
        PdfFile paper;
        do {
            paper =
                    print.file(
                            set(page, words, goals), file.name(), report, page, words, List.of());
            goals = paper.pages() > 1 ? goals / 2 : 0;
        } while (paper.pages() > 1 && goals > 0);
        return paper.bytes();
    }

    /**
     * The markup of a page for a board.
     *
     * @param most goals that are named; the others are counted
     */
    public Document set(ReportPage page, Words words, int most) {
        List<ReportPage.GoalLine> goals = offCourse(page);
        int rest = Math.max(0, goals.size() - most);
        return print.set(
                PrintTemplate.BOARD,
                page,
                words,
                Map.of(
                        "isWhole",
                        false,
                        "goals",
                        goals.stream().limit(most).toList(),
                        "more",
                        rest == 0 ? "" : words.count("board.more", rest)));
    }

    private static List<ReportPage.GoalLine> offCourse(ReportPage page) {
        return page.front().allGoals().stream()
                .filter(goal -> goal.verdict().code().equals(OFF_COURSE))
                .toList();
    }

    private static String fileName(Locale language) {
        return "board." + language.getLanguage() + ".pdf";
    }
}
