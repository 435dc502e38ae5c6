package eu.wattpeil.report;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Standing;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.ExplorerWriter;
import eu.wattpeil.report.form.AllKpisCsv;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.HtmlTemplate;
import eu.wattpeil.report.form.LanguageFile;
import eu.wattpeil.report.form.Manuscript;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Texts;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes reports. An edition has a folder of its own, {@code <month>/edition-<n>}, that no later
 * edition touches; {@code index.html} beside the months leads to the newest edition of each. Every
 * file appears whole or not at all, and the same edition has the same bytes.
 */
public final class Publisher {

    /** The name of the page that lists the months. */
    public static final String INDEX = "index.html";

    private static final String INDEX_STEM = "index";

    /** The name of the file that tells what an edition was made from. */
    private static final String MANIFEST = "manifest.json";

    private static final String EDITION = "edition-";

    /** Months of which values are held: to ask for each alone takes several times as long. */
    private static final int MONTHS_AT_ONCE = 12;

    private final Path folder;
    private final Access access;
    private final Forms forms;
    private final HtmlTemplate html;
    private final String design;
    private final ExplorerHtml explorer;

    /**
     * @param folder that the reports stand in; made where it does not exist
     * @param templates from a template's file name, {@code report.html} or {@code index.html}, to
     *     its text
     */
    public Publisher(Path folder, UnaryOperator<String> templates) {
        this(folder, templates, Access.GROUP);
    }

    /**
     * @param access who may read the reports
     */
    public Publisher(Path folder, UnaryOperator<String> templates, Access access) {
        this(folder, templates, access, new Forms(templates));
    }

    Publisher(Path folder, UnaryOperator<String> templates, Access access, Forms forms) {
        this.folder = folder;
        this.access = access;
        this.forms = forms;
        this.html = new HtmlTemplate(templates);
        this.design = templates.apply(HtmlForm.DESIGN);
        this.explorer = new ExplorerHtml(templates);
    }

    /**
     * Writes the files of a report in the forms of its definition, and beside them what its edition
     * was made from.
     *
     * @return the files, the main language's page first
     */
    public List<Path> publish(MonthlyReport report) throws IOException {
        Path target = folderOf(report.month(), report.edition());
        List<Path> written = new ArrayList<>();
        for (Form.Rendered file : rendered(report)) {
            written.add(write(target.resolve(file.file()), file.bytes()));
        }
        return written;
    }

    /** The files that {@link #publish} writes, in its order; nothing is written. */
    public List<Form.Rendered> rendered(MonthlyReport report) {
        List<Form> asked = forms.of(report.definition());
        List<Locale> languages = report.facts().organisation().languages();
        List<Form.File> all =
                asked.stream().flatMap(form -> form.files(languages).stream()).toList();
        Manuscript manuscript = new Manuscript(report, all);
        List<Form.Rendered> rendered =
                new ArrayList<>(
                        asked.parallelStream()
                                .flatMap(form -> form.render(manuscript).stream())
                                .toList());
        report.facts()
                .provenance()
                .manifest()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .ifPresent(bytes -> rendered.add(new Form.Rendered(MANIFEST, bytes)));
        return rendered;
    }

    /**
     * Writes the pages that list all months that are published, the newest first: {@code
     * index.html} in the main language, and one for each other.
     *
     * @param languages of the reports, the main one first
     * @param standings how goals stood in the months
     * @return the page in the main language
     */
    public Path publishIndex(
            String organisation, List<Locale> languages, Texts texts, List<Standing> standings)
            throws IOException {
        for (Locale language : languages) {
            Words words = Words.of(texts, language);
            List<IndexPage.Line> lines = new ArrayList<>();
            for (YearMonth month : months()) {
                lines.add(line(month, languages, texts, words));
            }
            IndexWriter writer = new IndexWriter(words, standings);
            IndexPage page =
                    new IndexPage(
                            language.getLanguage(),
                            organisation,
                            others(language, languages, texts, Publisher::indexName),
                            filesOfAllMonths(language, languages, words),
                            writer.heads(),
                            writer.goals(),
                            lines.stream().filter(line -> !line.editions().isEmpty()).toList());
            String text = set(html, design, page, words);
            write(
                    folder.resolve(indexName(language, languages)),
                    text.getBytes(StandardCharsets.UTF_8));
        }
        return folder.resolve(INDEX);
    }

    private static List<IndexPage.Link> others(
            Locale language,
            List<Locale> languages,
            Texts texts,
            BiFunction<Locale, List<Locale>, String> name) {
        return languages.stream()
                .filter(it -> !it.equals(language))
                .map(
                        it ->
                                new IndexPage.Link(
                                        Words.of(texts, it).say("language"),
                                        name.apply(it, languages),
                                        it.getLanguage()))
                .toList();
    }

    private List<IndexPage.Link> filesOfAllMonths(
            Locale language, List<Locale> languages, Words words) {
        String page = explorerName(language, languages);
        return Stream.of(
                        new IndexPage.Link(words.say("explorer.title"), page, ""),
                        new IndexPage.Link(AllKpisCsv.FILE, AllKpisCsv.FILE, ""))
                .filter(it -> Files.exists(folder.resolve(it.address())))
                .toList();
    }

    private static String indexName(Locale language, List<Locale> languages) {
        return LanguageFile.name(INDEX_STEM, language, languages);
    }

    private static String explorerName(Locale language, List<Locale> languages) {
        return LanguageFile.name(ExplorerHtml.STEM, language, languages);
    }

    /**
     * Writes the values of all months as one table beside the list of months.
     *
     * @param newest the report of the newest month, which names and aims go by
     * @param values the shown values of some months, of which no more are held
     */
    public Path publishAllValues(
            MonthlyReport newest,
            List<YearMonth> months,
            Function<List<YearMonth>, List<KpiValue>> values)
            throws IOException {
        Path file = folder.resolve(AllKpisCsv.FILE);
        Disk.local()
                .replace(
                        file,
                        target -> {
                            Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
                            try (AllKpisCsv csv = new AllKpisCsv(newest, text)) {
                                for (int at = 0; at < months.size(); at += MONTHS_AT_ONCE) {
                                    int end = Math.min(months.size(), at + MONTHS_AT_ONCE);
                                    add(months.subList(at, end), values, csv);
                                }
                            }
                        },
                        access);
        return file;
    }

    private static void add(
            List<YearMonth> months,
            Function<List<YearMonth>, List<KpiValue>> values,
            AllKpisCsv csv) {
        Map<YearMonth, List<KpiValue>> byMonth =
                values.apply(months).stream().collect(Collectors.groupingBy(KpiValue::month));
        months.forEach(month -> csv.add(month, byMonth.getOrDefault(month, List.of())));
    }

    /** Whether the table of the values of all months is there. */
    public boolean hasAllValues() {
        return Files.exists(folder.resolve(AllKpisCsv.FILE));
    }

    /**
     * Writes the page of all figures beside the list of months, in each language: what is shown of
     * all months, to be looked through without anything else.
     *
     * @return the page in the main language
     */
    public Path publishExplorer(AllMonths all) throws IOException {
        List<Locale> languages = all.newest().facts().organisation().languages();
        Texts texts = all.newest().facts().texts();
        ExplorerWriter writer = new ExplorerWriter(all);
        for (Locale language : languages) {
            Words words = Words.of(texts, language);
            ExplorerWriter.Written data =
                    writer.write(language, month -> addressOfReport(month, language));
            List<IndexPage.Link> links =
                    new ArrayList<>(others(language, languages, texts, Publisher::explorerName));
            links.add(
                    new IndexPage.Link(
                            words.say("label.all_months"), indexName(language, languages), ""));
            if (hasAllValues()) {
                links.add(new IndexPage.Link(AllKpisCsv.FILE, AllKpisCsv.FILE, ""));
            }
            List<String> notes = new ArrayList<>(data.leftOut());
            notes.add(words.say("explorer.footer"));
            ExplorerPage page =
                    new ExplorerPage(
                            language.getLanguage(),
                            all.newest().facts().organisation().name(),
                            explorer.policy(),
                            links,
                            notes,
                            data.json());
            write(
                    folder.resolve(explorerName(language, languages)),
                    explorer.set(page, words).getBytes(StandardCharsets.UTF_8));
        }
        return folder.resolve(explorerName(languages.get(0), languages));
    }

    /** The page of the newest edition of a month; empty where there is none. */
    private String addressOfReport(YearMonth month, Locale language) {
        try {
            for (int edition : editions(month)) {
                String page = HtmlForm.pageName(language);
                if (Files.exists(folderOf(month, edition).resolve(page))) {
                    return month + "/" + EDITION + edition + "/" + page;
                }
            }
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether the page of all figures is there.
     *
     * @param languages of the reports, the main one first
     */
    public boolean hasExplorer(List<Locale> languages) {
        return languages.stream()
                .allMatch(it -> Files.exists(folder.resolve(explorerName(it, languages))));
    }

    /** The markup of the page that lists all months. */
    static String set(HtmlTemplate html, String design, IndexPage page, Words words) {
        return html.set(INDEX, words, Map.of("index", page, "design", design));
    }

    /**
     * Whether the pages that list all months are there.
     *
     * @param languages of the reports, the main one first
     */
    public boolean isIndexed(List<Locale> languages) {
        return languages.stream()
                .allMatch(it -> Files.exists(folder.resolve(indexName(it, languages))));
    }

    /** Whether all files of a report are there. */
    public boolean isPublished(
            YearMonth month, int edition, Report definition, List<Locale> languages) {
        Path target = folderOf(month, edition);
        return forms.of(definition).stream()
                .flatMap(form -> form.files(languages).stream())
                .allMatch(file -> Files.exists(target.resolve(file.name())));
    }

    /**
     * The files of an edition for readers of some languages, and those that are for all.
     *
     * @param names of forms, in the order of which the files come
     */
    public List<PublishedFile> files(
            YearMonth month, int edition, List<String> names, List<Locale> languages) {
        Path target = folderOf(month, edition);
        return names.stream()
                .flatMap(name -> forms.all().stream().filter(form -> form.name().equals(name)))
                .flatMap(
                        form ->
                                form.files(languages).stream()
                                        .map(
                                                file ->
                                                        new PublishedFile(
                                                                form.name(),
                                                                month,
                                                                edition,
                                                                target.resolve(file.name()))))
                .toList();
    }

    /**
     * A file of a report.
     *
     * @param form the name of the form that it is in
     */
    public record PublishedFile(String form, YearMonth month, int edition, Path path) {

        /** The file's name. */
        public String name() {
            return path.getFileName().toString();
        }

        /** A name that no file of another month or edition has: for where there is no folder. */
        public String nameAlone() {
            return month + (edition == 1 ? "-" : "-" + EDITION + edition + "-") + name();
        }
    }

    /** The folder of an edition. */
    public Path folderOf(YearMonth month, int edition) {
        return folder.resolve(month.toString()).resolve(EDITION + edition);
    }

    private IndexPage.Line line(YearMonth month, List<Locale> languages, Texts texts, Words words)
            throws IOException {
        List<IndexPage.Edition> editions = new ArrayList<>();
        for (int number : editions(month)) {
            List<IndexPage.Link> links = links(month, number, languages, texts);
            if (!links.isEmpty()) {
                String label = words.say("index.edition", "edition", Integer.toString(number));
                editions.add(new IndexPage.Edition(label, links));
            }
        }
        return new IndexPage.Line(
                "month-" + month, words.capitalised(words.month(month)), editions);
    }

    /** What readers read by their language's own name, files for all by theirs. */
    private List<IndexPage.Link> links(
            YearMonth month, int edition, List<Locale> languages, Texts texts) {
        Path files = folderOf(month, edition);
        return forms.all().stream()
                .flatMap(form -> form.files(languages).stream())
                .filter(file -> Files.exists(files.resolve(file.name())))
                .map(
                        file ->
                                new IndexPage.Link(
                                        label(file, texts),
                                        month + "/" + EDITION + edition + "/" + file.name(),
                                        file.language().map(Locale::getLanguage).orElse("")))
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

    private List<YearMonth> months() throws IOException {
        return list(folder).stream()
                .filter(Files::isDirectory)
                .flatMap(path -> month(path.getFileName().toString()).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Optional<YearMonth> month(String name) {
        try {
            return Optional.of(YearMonth.parse(name));
        } catch (DateTimeParseException anotherFolder) {
            return Optional.empty();
        }
    }

    private List<Integer> editions(YearMonth month) throws IOException {
        return list(folder.resolve(month.toString())).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches(EDITION + "[1-9][0-9]{0,8}"))
                .map(name -> Integer.valueOf(name.substring(EDITION.length())))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    /** Writes beside the file and renames: a reader sees the old file or the new one. */
    private Path write(Path file, byte[] bytes) throws IOException {
        Disk.local().replace(file, bytes, access);
        return file;
    }
}
