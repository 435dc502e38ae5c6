package eu.wattpeil.report;

import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.ExplorerWriter;
import eu.wattpeil.report.explorer.Rows;
import eu.wattpeil.report.form.AllKpisCsv;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.LanguageFile;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The page of all figures beside the list of months, in each language. */
final class ExplorerPages {

    private final ReportFolder folder;
    private final ExplorerHtml html;

    ExplorerPages(ReportFolder folder, UnaryOperator<String> templates) {
        this.folder = folder;
        this.html = new ExplorerHtml(templates);
    }

    /**
     * Writes the pages.
     *
     * @param rows with all months that it shows
     */
    void publish(AllMonths all, Rows rows) throws IOException {
        List<Locale> languages = all.newest().facts().organisation().languages();
        ExplorerWriter writer = new ExplorerWriter(all, rows);
        List<Supplier<String>> pages =
                languages.stream()
                        .map(language -> (Supplier<String>) () -> page(language, all, writer))
                        .toList();
        List<String> made;
        try (Crew crew = new Crew()) {
            made = crew.all(pages);
        }
        for (int i = 0; i < languages.size(); i++) {
            folder.write(
                    folder.file(name(languages.get(i), languages)),
                    made.get(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String page(Locale language, AllMonths all, ExplorerWriter writer) {
        List<Locale> languages = all.newest().facts().organisation().languages();
        Texts texts = all.newest().facts().texts();
        Words words = Words.of(texts, language);
        ExplorerWriter.Written data =
                writer.write(language, month -> addressOfReport(month, language));
        List<IndexPage.Link> links =
                new ArrayList<>(MonthList.others(ExplorerHtml.STEM, language, languages, texts));
        links.add(
                new IndexPage.Link(
                        words.say("label.all_months"), MonthList.name(language, languages), ""));
        if (folder.has(AllKpisCsv.FILE)) {
            links.add(new IndexPage.Link(AllKpisCsv.FILE, AllKpisCsv.FILE, ""));
        }
        List<String> notes = new ArrayList<>(data.leftOut());
        notes.add(words.say("explorer.footer"));
        ExplorerPage page =
                new ExplorerPage(
                        language.getLanguage(),
                        all.newest().facts().organisation().name(),
                        html.policy(),
                        links,
                        notes,
                        data.json());
        return html.set(page, words);
    }

    /** The page of the newest edition of a month; empty where there is none. */
    private String addressOfReport(YearMonth month, Locale language) {
        try {
            for (int edition : folder.editions(month)) {
                String page =
                        ReportFolder.address(month, edition) + "/" + HtmlForm.pageName(language);
                if (folder.has(page)) {
                    return page;
                }
            }
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The pages.
     *
     * @param languages of the reports, the main one first
     */
    List<Path> files(List<Locale> languages) {
        return languages.stream().map(it -> folder.file(name(it, languages))).toList();
    }

    private static String name(Locale language, List<Locale> languages) {
        return LanguageFile.name(ExplorerHtml.STEM, language, languages);
    }
}
