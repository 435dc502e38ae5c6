package eu.wattpeil.report;

import eu.wattpeil.report.content.Standing;
import eu.wattpeil.report.form.AllKpisCsv;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.HtmlTemplate;
import eu.wattpeil.report.form.LanguageFile;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The pages that list all months that are published, the newest first: {@code index.html} in the
 * main language, and one for each other.
 */
public final class MonthList {

    /** The name of the page, and of its template. */
    public static final String FILE = "index.html";

    /** What it is made of, beside texts. */
    public static final List<String> TEMPLATES = List.of(FILE, HtmlForm.DESIGN);

    private static final String STEM = "index";

    private final ReportFolder folder;
    private final List<String> further;
    private final Forms forms;
    private final HtmlTemplate html;
    private final String design;

    /**
     * @param templates from a template's file name to its text
     * @param further the names of reports that have lists of their own in the folder, to which this
     *     one leads
     */
    public MonthList(ReportFolder folder, UnaryOperator<String> templates, List<String> further) {
        this(folder, templates, further, new Forms(templates));
    }

    MonthList(
            ReportFolder folder,
            UnaryOperator<String> templates,
            List<String> further,
            Forms forms) {
        this.folder = folder;
        this.further = List.copyOf(further);
        this.forms = forms;
        this.html = new HtmlTemplate(templates);
        this.design = templates.apply(HtmlForm.DESIGN);
    }

    /**
     * Writes the pages.
     *
     * @param languages of the reports, the main one first
     * @param standings how goals stood in the months
     * @return the page in the main language
     */
    public Path publish(
            String organisation, List<Locale> languages, Texts texts, List<Standing> standings)
            throws IOException {
        for (Locale language : languages) {
            Words words = Words.of(texts, language);
            List<IndexPage.Line> lines = new ArrayList<>();
            for (YearMonth month : folder.months()) {
                lines.add(line(month, languages, texts, words));
            }
            IndexWriter writer = new IndexWriter(words, standings);
            IndexPage page =
                    new IndexPage(
                            language.getLanguage(),
                            organisation,
                            others(STEM, language, languages, texts),
                            filesOfAllMonths(language, languages, words),
                            writer.heads(),
                            writer.goals(),
                            lines.stream().filter(line -> !line.editions().isEmpty()).toList());
            folder.write(
                    folder.file(name(language, languages)),
                    set(html, design, page, words).getBytes(StandardCharsets.UTF_8));
        }
        return folder.file(FILE);
    }

    /** The markup of a page. */
    static String set(HtmlTemplate html, String design, IndexPage page, Words words) {
        return html.set(FILE, words, Map.of("index", page, "design", design));
    }

    /** Links to the same page beside the months in the other languages. */
    static List<IndexPage.Link> others(
            String stem, Locale language, List<Locale> languages, Texts texts) {
        return languages.stream()
                .filter(it -> !it.equals(language))
                .map(
                        it ->
                                new IndexPage.Link(
                                        Words.of(texts, it).say("language"),
                                        LanguageFile.name(stem, it, languages),
                                        it.getLanguage()))
                .toList();
    }

    /** The name of the page in a language. */
    static String name(Locale language, List<Locale> languages) {
        return LanguageFile.name(STEM, language, languages);
    }

    private List<IndexPage.Link> filesOfAllMonths(
            Locale language, List<Locale> languages, Words words) {
        String page = LanguageFile.name(ExplorerHtml.STEM, language, languages);
        Stream<IndexPage.Link> own =
                Stream.of(
                        new IndexPage.Link(words.say("explorer.title"), page, ""),
                        new IndexPage.Link(AllKpisCsv.FILE, AllKpisCsv.FILE, ""));
        Stream<IndexPage.Link> others =
                further.stream()
                        .map(
                                it ->
                                        new IndexPage.Link(
                                                it, it + "/" + name(language, languages), ""));
        return Stream.concat(own, others).filter(it -> folder.has(it.address())).toList();
    }

    /**
     * The pages.
     *
     * @param languages of the reports, the main one first
     */
    public List<Path> files(List<Locale> languages) {
        return languages.stream().map(it -> folder.file(name(it, languages))).toList();
    }

    /**
     * The addresses of what there is to lead to: where they change, so do the pages.
     *
     * @param languages of the reports, the main one first
     */
    public List<String> addresses(List<Locale> languages) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (YearMonth month : folder.months()) {
            for (int number : folder.editions(month)) {
                places(month, number, languages).forEach(it -> addresses.add(it.address()));
            }
        }
        return addresses;
    }

    /** A file of an edition that is there. */
    private record PlacedFile(Form.File file, String address) {}

    private List<PlacedFile> places(YearMonth month, int number, List<Locale> languages) {
        String place = ReportFolder.address(month, number) + "/";
        return forms.all().stream()
                .flatMap(form -> form.files(languages).stream())
                .map(file -> new PlacedFile(file, place + file.name()))
                .filter(it -> folder.has(it.address()))
                .toList();
    }

    private IndexPage.Line line(YearMonth month, List<Locale> languages, Texts texts, Words words)
            throws IOException {
        List<IndexPage.Edition> editions = new ArrayList<>();
        for (int number : folder.editions(month)) {
            List<IndexPage.Link> links = links(places(month, number, languages), texts);
            if (!links.isEmpty()) {
                String label = words.say("index.edition", "edition", Integer.toString(number));
                editions.add(new IndexPage.Edition(label, links));
            }
        }
        return new IndexPage.Line(
                "month-" + month, words.capitalised(words.month(month)), editions);
    }

    /** What readers read by their language's own name, files for all by theirs. */
    private static List<IndexPage.Link> links(List<PlacedFile> files, Texts texts) {
        return files.stream()
                .map(
                        it ->
                                new IndexPage.Link(
                                        label(it.file(), texts),
                                        it.address(),
                                        it.file().language().map(Locale::getLanguage).orElse("")))
                .toList();
    }

    /** The report's page by its language alone; another file of a language with what it is. */
    private static String label(Form.File file, Texts texts) {
        if (file.language().isEmpty()) {
            return file.name();
        }
        String language = Words.of(texts, file.language().get()).say("language");
        String kind = file.name().substring(0, file.name().indexOf('.'));
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1);
        String what = kind.equals("report") ? ending : kind;
        return what.equals("html") ? language : language + " (" + what + ")";
    }
}
