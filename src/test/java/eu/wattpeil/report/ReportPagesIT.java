package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.goal.Verdict;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Standing;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.TextDirection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser shows them. */
final class ReportPagesIT {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Waterdam.DUTCH, Locale.FRENCH);
    private static final List<Integer> WIDTHS = List.of(360, 1280, 2560);
    private static final int HEIGHT = 800;

    /** The most that the first page may be high, by the width of the screen. */
    private static final Map<Integer, Integer> FIRST_PAGE = Map.of(360, 8000, 1280, 6000);

    private static final int CONTRAST_WIDTH = 1280;

    /** Without contrast: it takes the most time, and each text's own is computed everywhere. */
    private static final String RULES = PageReader.rules("color-contrast");

    private static final String CONTRAST = "{runOnly: {type: 'rule', values: ['color-contrast']}}";

    /**
     * What no name of an organisation may become: markup, another direction, a formula, a width.
     */
    private static final String NAME =
            "=cmd()<script>alert(1)</script><b>&amp; \u202eright to left\u200f 😀 "
                    + "x".repeat(200);

    /** Elements that would load or run something. */
    private static final String FOREIGN =
            "script, link, iframe, object, embed, img, image, [src], [onload], [onclick]";

    @TempDir static Path folder;

    private static PageReader reader;
    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        reader = PageReader.start();
        browser = reader.browser();
    }

    @AfterAll
    static void end() throws Exception {
        if (reader != null) {
            reader.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr"})
    void showsTheReportToEveryoneOnEveryScreen(String language) throws Exception {
        Path page = report(spoken(Waterdam.facts(), 1), Waterdam.report(), language);

        assertThat(faults(page, RULES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "fr"})
    void showsTheMonthsToEveryoneOnEveryScreen(String language) throws Exception {
        Path months = folder.resolve("months-" + language);
        Publisher publisher = PublishedTown.publisher(months);
        for (int edition = 1; edition <= 2; edition++) {
            MonthlyFacts facts = spoken(Waterdam.facts(), edition);
            publisher.publish(MonthlyReport.of(facts, Waterdam.report()));
        }
        List<Locale> languages = new ArrayList<>(List.of(Locale.forLanguageTag(language)));
        LANGUAGES.stream().filter(it -> !languages.contains(it)).forEach(languages::add);

        Path index =
                PublishedTown.list(months)
                        .publish("Gemeente Waterdam", languages, Waterdam.TEXTS, standings());

        assertThat(faults(index, RULES, CONTRAST)).isEmpty();
    }

    /** With findings and measures, and with all else that a page can have. */
    @Test
    void showsAllThatAReportCanHaveToEveryoneOnEveryScreen() throws Exception {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);
        String full =
                new HtmlForm(ReportPreview::template)
                        .set(MadeUpPages.full(words), MadeUpPages.links(), "", words);

        Path page = Files.writeString(folder.resolve("full.html"), full);

        assertThat(faults(page, RULES, CONTRAST)).isEmpty();
    }

    @Test
    void showsEveryNameAsText() throws Exception {
        MonthlyFacts town = HostileTown.named(NAME);
        String shown = TextDirection.settled(NAME);
        Path page = report(town, town.definitions().get(0), "en");

        assertThat(faults(page)).isEmpty();
        for (String place : List.of(".eyebrow", "nav li:nth-child(2)", "[id^=topic] > h2")) {
            assertThat(reader.said(place)).as(place).containsExactly(shown);
        }
        assertThat(reader.said(".goals .text, .steady a")).containsExactly(shown);
        assertThat(reader.said("#measures h3")).containsExactly(shown);
        assertThat(reader.said("b")).isEmpty();
    }

    /** What is wrong with a page in light and dark on every screen. */
    private static List<String> faults(Path page, String... rules) throws Exception {
        List<String> faults = new ArrayList<>();
        browser.screen(WIDTHS.get(0), HEIGHT, false);
        reader.open(page);
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
        assertThat(reader.said(FOREIGN)).isEmpty();
        for (String place : reader.strings("page.places()")) {
            if (!browser.evaluate("page.go('" + place + "')").asBoolean()) {
                faults.add("#" + place + ": its address does not show it");
            }
            for (int width : WIDTHS) {
                for (boolean isDark : List.of(false, true)) {
                    browser.screen(width, HEIGHT, isDark);
                    assertThat(browser.evaluate("page.isDark()").asBoolean()).isEqualTo(isDark);
                    String at = "#" + place + ", " + width + (isDark ? " dark: " : " light: ");
                    faultsHere(place, width, isDark, List.of(rules))
                            .forEach(it -> faults.add(at + it));
                }
            }
        }
        return faults;
    }

    private static List<String> faultsHere(
            String place, int width, boolean isDark, List<String> rules) throws Exception {
        List<String> faults = new ArrayList<>();
        int height = browser.evaluate("page.height()").asInt();
        int most = FIRST_PAGE.getOrDefault(width, Integer.MAX_VALUE);
        if (place.equals("front") && height > most) {
            faults.add("it is " + height + " high, expected " + most + " at most");
        }
        if (width == CONTRAST_WIDTH && rules.contains(CONTRAST)) {
            faults.addAll(reader.strings("page.violations(" + CONTRAST + ")"));
        }
        if (!isDark && rules.contains(RULES)) {
            faults.addAll(reader.strings("page.violations(" + RULES + ")"));
        }
        browser.evaluate("page.fold(true)");
        faults.addAll(reader.strings("page.faint()"));
        faults.addAll(reader.strings("page.over()"));
        browser.evaluate("page.fold(false)");
        return faults;
    }

    private static Path report(MonthlyFacts facts, Report report, String language)
            throws IOException {
        Publisher publisher = PublishedTown.publisher(folder);
        publisher.publish(MonthlyReport.of(facts, report));
        return publisher
                .folderOf(Report.MAIN, facts.month(), facts.edition())
                .resolve("report." + language + ".html");
    }

    private static List<Standing> standings() {
        Map<YearMonth, Verdict> verdicts = new TreeMap<>();
        for (int month = 0; month < 24; month++) {
            verdicts.put(
                    Waterdam.LAST.minusMonths(month),
                    Verdict.values()[month % Verdict.values().length]);
        }
        return Waterdam.facts().organisation().goals().stream()
                .map(goal -> new Standing(goal, verdicts))
                .toList();
    }

    private static MonthlyFacts spoken(MonthlyFacts facts, int edition) {
        return PublishedTown.spoken(facts, edition, LANGUAGES);
    }
}
