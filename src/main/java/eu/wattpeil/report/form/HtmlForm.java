package eu.wattpeil.report.form;

import eu.wattpeil.report.chart.BarSvg;
import eu.wattpeil.report.chart.SparkSvg;
import eu.wattpeil.report.chart.StackSvg;
import eu.wattpeil.report.chart.StripSvg;
import eu.wattpeil.report.chart.TimeSvg;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.page.Table;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Texts;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A page for each language of the organisation, by the template {@code report.html}; it holds all
 * that it shows, and only links to the files beside it.
 */
public final class HtmlForm implements Form {

    public static final String NAME = "html";

    public static final String TEMPLATE = "report.html";

    /** Where the pages of all months stand, from an edition's folder. */
    private static final String ABOVE = "../../";

    private static final String INDEX = ABOVE + "index.html";

    /** What the page of all figures is asked by its address. */
    private static final String FIGURE_OF = "#month=";

    private static final String KPI = "&kpi=";

    /** The page of all figures, without its language. */
    public static final String EXPLORER = "explorer";

    private static final String LEAD = "lead-";

    /** The classes that the cells of a kind of column have. */
    static final Map<Table.Column.Kind, String> KINDS =
            Map.of(
                    Table.Column.Kind.WORD,
                    "word",
                    Table.Column.Kind.NUMBER,
                    "n",
                    Table.Column.Kind.CODE,
                    "code",
                    Table.Column.Kind.NOTE,
                    "soft",
                    Table.Column.Kind.LINES,
                    "lines soft");

    /** The look that all pages share. */
    public static final String DESIGN = "design.css";

    static final String TABLE = "table.html";

    static final String DETAIL = "detail.html";

    /** What it is made of: the page, the tables and details in it, and the look. */
    public static final List<String> TEMPLATES = List.of(TEMPLATE, TABLE, DETAIL, DESIGN);

    private final HtmlTemplate html;
    private final String design;

    /**
     * A link to a file beside the page.
     *
     * @param language of its readers; empty where it is for all
     */
    public record Link(String label, String address, String language) {}

    public HtmlForm(UnaryOperator<String> templates) {
        html = new HtmlTemplate(templates);
        design = templates.apply(DESIGN);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return File.each(languages, HtmlForm::pageName);
    }

    @Override
    public byte[] render(Manuscript manuscript, File file) {
        Locale language = file.language().orElseThrow();
        MonthlyReport report = manuscript.report();
        Texts texts = report.facts().texts();
        Words words = Words.of(texts, language);
        List<Link> links = links(texts, words, manuscript.files());
        monthBefore(report, words).ifPresent(links::add);
        links.add(new Link(words.say("label.all_months"), INDEX, ""));
        String figures = figures(report, language);
        links.add(new Link(words.say("explorer.title"), figures, ""));
        String text =
                set(
                        manuscript.page(language),
                        links,
                        figures + FIGURE_OF + report.month() + KPI,
                        words);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Other languages by their own names, and files. */
    private static List<Link> links(Texts texts, Words words, List<File> all) {
        List<Link> links = new ArrayList<>();
        for (File file : all) {
            if (file.name().equals(pageName(words.language()))) {
                continue;
            }
            boolean isPage =
                    file.language().filter(it -> file.name().equals(pageName(it))).isPresent();
            boolean isForReader =
                    file.language().filter(it -> !it.equals(words.language())).isEmpty();
            if (isPage) {
                Locale other = file.language().orElseThrow();
                String name = Words.of(texts, other).say("language");
                links.add(new Link(name, file.name(), other.getLanguage()));
            } else if (isForReader) {
                String label = words.find("file." + file.nameInAll()).orElse(file.name());
                links.add(new Link(label, file.name(), ""));
            }
        }
        return links;
    }

    /** The report that this one compares with, as it was then. */
    private static Optional<Link> monthBefore(MonthlyReport report, Words words) {
        YearMonth before = report.month().minusMonths(1);
        return report.facts()
                .provenance()
                .editionOf(before)
                .map(
                        edition ->
                                new Link(
                                        words.capitalised(words.month(before)),
                                        ABOVE
                                                + before
                                                + "/edition-"
                                                + edition
                                                + "/"
                                                + pageName(words.language()),
                                        ""));
    }

    private static String figures(MonthlyReport report, Locale language) {
        return ABOVE
                + LanguageFile.name(EXPLORER, language, report.facts().organisation().languages());
    }

    /**
     * The markup of a page.
     *
     * @param figure the address of a KPI in the page of all figures, without its id at the end
     */
    public String set(ReportPage page, List<Link> links, String figure, Words words) {
        Map<String, Object> data = new HashMap<>();
        data.put("page", page);
        data.put("links", links);
        data.put("figure", figure);
        data.put("design", design);
        data.put("kinds", KINDS);
        data.put("charts", charts(page));
        data.put("sparks", sparks(page));
        data.put("terms", new TermLinks(page.terms()));
        data.put("drawn", drawn(page));
        return html.set(TEMPLATE, words, data);
    }

    /** The markup of the charts by the ids of their blocks; of those at a head, with a prefix. */
    private static Map<String, String> charts(ReportPage page) {
        Map<String, String> charts = new HashMap<>();
        for (ReportPage.Section section : page.sections()) {
            for (ReportPage.Block block : section.blocks()) {
                block.chart().time().ifPresent(it -> charts.put(block.id(), TimeSvg.of(it)));
            }
            section.stack()
                    .map(ReportPage.Stack::chart)
                    .ifPresent(it -> charts.put(it.id(), StackSvg.of(it)));
            for (ReportPage.Block block : section.leads()) {
                String id = LEAD + block.id();
                block.chart().time().ifPresent(it -> charts.put(id, TimeSvg.of(it.named(id))));
            }
        }
        return charts;
    }

    /** The markup of the rows of bars and strips, by the id of the detail. */
    private static Map<String, List<String>> drawn(ReportPage page) {
        Map<String, List<String>> drawn = new HashMap<>();
        Stream.concat(
                        page.details().stream(),
                        page.sections().stream().flatMap(it -> it.details().stream()))
                .forEach(it -> drawn.put(it.id(), drawn(it)));
        return drawn;
    }

    private static List<String> drawn(ReportPage.Detail detail) {
        List<String> drawn = new ArrayList<>();
        detail.bars()
                .ifPresent(
                        all ->
                                all.bars()
                                        .forEach(
                                                it -> drawn.add(BarSvg.of(it.share(), it.line()))));
        detail.strips()
                .ifPresent(all -> all.strips().forEach(it -> drawn.add(StripSvg.of(it.chart()))));
        return drawn;
    }

    private static Map<String, String> sparks(ReportPage page) {
        Map<String, String> sparks = new HashMap<>();
        for (ReportPage.Section section : page.sections()) {
            for (ReportPage.Block block : section.blocks()) {
                block.chart()
                        .time()
                        .ifPresent(it -> sparks.put(block.id(), SparkSvg.of(it.points())));
            }
        }
        return sparks;
    }

    /** The page of a language. */
    public static String pageName(Locale language) {
        return "report." + language.getLanguage() + ".html";
    }
}
