package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.Lineage;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of all figures as a browser shows it, and as a reader uses it. */
final class ExplorerPagesIT {

    private static final int HEIGHT = 900;
    private static final int WIDTH = 1280;

    private static final List<YearMonth> MONTHS =
            Stream.iterate(Waterdam.FIRST, it -> it.plusMonths(1)).limit(14).toList();

    private static final String RULES = PageReader.rules();

    private static final List<String> VIEWS =
            List.of(
                    "",
                    "kpi=dc_energy_total&scope=room:town-hall-sr&month=2026-03",
                    "kpi=sheets_per_fte&with=department:ict&with=department:burgerzaken&before=1",
                    "kpi=pue_annual");

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
    void showsEveryViewToEveryoneOnEveryScreen(String language) throws Exception {
        Path page = publish("views-" + language, Waterdam.facts(), language);
        List<String> faults = new ArrayList<>();

        open(page);
        for (String view : VIEWS) {
            go(view);
            for (int width : List.of(360, 1280, 2560)) {
                for (boolean isDark : List.of(false, true)) {
                    browser.screen(width, HEIGHT, isDark);
                    settle();
                    List<String> here = new ArrayList<>();
                    if (width != 2560) {
                        here.addAll(reader.strings("page.violations(" + RULES + ")"));
                    }
                    here.addAll(reader.strings("page.faint()"));
                    here.addAll(reader.strings("page.over()"));
                    here.forEach(it -> faults.add(view + " " + width + " " + isDark + ": " + it));
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
    }

    @Test
    void showsEveryNameAsText() throws Exception {
        String name = HostileTown.NAMES.get(7);
        Path page = publish("names", HostileTown.named(name), "en");

        open(page);
        assertThat(reader.said(".eyebrow")).containsExactly(name);
        assertThat(reader.said("#kpi optgroup")).isNotEmpty();
        browser.screen(360, HEIGHT, false);
        for (Kpi kpi : Waterdam.facts().catalogue()) {
            go("kpi=" + kpi.kpiId());
            assertThat(reader.said("#figure-title").get(0)).endsWith(", " + name);
            assertThat(reader.said("b, script:not(#data):not(:last-of-type)")).isEmpty();
            assertThat(reader.strings("page.over()")).as(kpi.kpiId()).isEmpty();
        }
        go("kpi=server_count&scope=room:" + encoded(name));
        assertThat(reader.said("#scope option:checked")).containsExactly(name);
        assertThat(browser.complaints()).isEmpty();
    }

    /** As the report writes them, in each language. */
    @ParameterizedTest
    @CsvSource({"5,en", "6,nl"})
    void showsEveryNumberAsTheReportDoes(long seed, String language) throws Exception {
        MonthlyFacts facts = HostileTown.facts(seed);
        Path page = publish("numbers-" + seed, facts, language);
        Numerals numerals = new Numerals(Words.of(Waterdam.TEXTS, Locale.forLanguageTag(language)));
        int compared = 0;

        open(page);
        for (Kpi kpi : facts.catalogue()) {
            go("kpi=" + kpi.kpiId() + "&from=" + MONTHS.get(0) + "&to=" + Waterdam.LAST);
            String scope = text("document.getElementById('scope').value");
            String period = text("document.getElementById('period').value");
            List<String> cells =
                    reader.strings(
                            "[...document.querySelectorAll('#figure-table td:nth-child(2)')].map((it) => it.textContent)");
            for (int at = 0; at < MONTHS.size(); at++) {
                YearMonth month = Waterdam.LAST.minusMonths(at);
                Optional<KpiValue> row = row(facts, month, kpi, scope, period);
                String expected =
                        row.filter(it -> !it.isWithheld())
                                .flatMap(KpiValue::value)
                                .map(it -> numerals.value(kpi, Numerals.plain(it).doubleValue()))
                                .orElse("–");
                assertThat(cells.get(at)).as(kpi.kpiId() + " " + month).isEqualTo(expected);
                compared++;
            }
        }

        assertThat(compared).isEqualTo(facts.catalogue().size() * MONTHS.size());
    }

    /** Volumes per day or per working day, shares in points, and what cannot be compared not. */
    @Test
    void comparesWithTheYearBeforeAsTheReportDoes() throws Exception {
        MonthlyFacts facts = spoken(Waterdam.facts(), "en");
        Path page = publish("compared", facts, "en");
        Numerals numerals = new Numerals(Words.of(Waterdam.TEXTS, Locale.ENGLISH));
        List<String> rates = new ArrayList<>();

        open(page);
        for (Figure figure : MonthlyReport.of(facts, Waterdam.report()).figures()) {
            go(
                    "kpi="
                            + figure.kpi().kpiId()
                            + "&scope="
                            + figure.series().scope()
                            + "&period="
                            + figure.series().period().code());
            Optional<Figure.Compared> compared = figure.comparedWith(Waterdam.LAST.minusYears(1));
            String expected = compared.map(it -> told(figure, it, numerals)).orElse("");
            String shown =
                    text("document.querySelector('#figure-table td:nth-child(3)').textContent");

            assertThat(shown).as(figure.kpi().kpiId()).isEqualTo(expected);
            String said = reader.said("#figure-said").get(0);
            compared.filter(it -> it.per() != Kpi.Per.NONE)
                    .map(it -> numerals.rate(figure.kpi(), it.then(), it.per()))
                    .ifPresent(
                            rate -> {
                                assertThat(said).contains(rate);
                                rates.add(rate);
                            });
        }

        assertThat(rates).isNotEmpty();
    }

    private static String told(Figure figure, Figure.Compared compared, Numerals numerals) {
        Kpi kpi = figure.kpi();
        if (numerals.isSame(kpi, compared.now(), compared.then(), compared.per())) {
            return "the same";
        }
        boolean isInPercent =
                Math.abs(compared.share()) >= Figure.SMALLEST_CHANGE
                        && !kpi.isShare()
                        && Numerals.isAboveNoise(kpi, compared.then(), compared.per());
        String tone =
                figure.isBetter(compared)
                        .map(isBetter -> isBetter ? " better" : " worse")
                        .orElse("");
        return (isInPercent
                        ? numerals.percent(compared.share())
                        : numerals.difference(kpi, compared.now(), compared.then(), compared.per()))
                + tone;
    }

    @ParameterizedTest
    @CsvSource({"true,';',','", "false,',','.'"})
    void savesWhatIsShownWithTheValuesOfTheTableOfAll(boolean hasMark, char separator, char decimal)
            throws Exception {
        MonthlyFacts facts =
                HostileTown.with(HostileTown.facts(9), new CsvDialect(separator, decimal, hasMark));
        Path page = publish("saved-" + hasMark, facts, "en");
        Path saved = Files.createDirectories(folder.resolve("downloads-" + hasMark));
        browser.saveInto(saved);

        open(page);
        go("kpi=duplex_ratio&with=room:town-hall-sr&from=2025-12&to=2026-10");
        browser.evaluate("document.getElementById('save').click()");

        Path file = saved.resolve("duplex_ratio-2025-12-2026-10.csv");
        await(() -> Files.exists(file));
        String text = Files.readString(file);
        assertThat(text.startsWith("\ufeff")).isEqualTo(hasMark);
        List<NamedCsvRecord> rows = records(text.replace("\ufeff", ""), separator);
        List<NamedCsvRecord> table =
                records(
                        Files.readString(page.resolveSibling("kpis-all.csv")).replace("\ufeff", ""),
                        separator);
        String scope = text("document.getElementById('scope').value").split(":", 2)[1];
        List<NamedCsvRecord> expected =
                table.stream()
                        .filter(it -> it.getField("kpi_id").equals("duplex_ratio"))
                        .filter(it -> it.getField("period").equals("month"))
                        .filter(
                                it ->
                                        List.of(scope, "town-hall-sr")
                                                .contains(it.getField("scope_id")))
                        .filter(it -> it.getField("month").compareTo("2025-12") >= 0)
                        .toList();
        assertThat(rows).hasSizeGreaterThan(8).hasSameSizeAs(expected);
        for (NamedCsvRecord row : rows) {
            NamedCsvRecord other =
                    expected.stream()
                            .filter(it -> it.getField("month").equals(row.getField("month")))
                            .filter(it -> it.getField("scope_id").equals(row.getField("scope_id")))
                            .findFirst()
                            .orElseThrow();
            for (String field : row.getHeader()) {
                assertThat(plain(row.getField(field), decimal))
                        .as(field)
                        .isEqualTo(plain(other.getField(field), decimal));
            }
        }
        assertThat(reader.said("#status").get(0)).contains("duplex_ratio-2025-12-2026-10.csv");
    }

    @Test
    void letsNoSpreadsheetRunAName() throws Exception {
        Path page = publish("formula", HostileTown.named("=cmd()"), "en");

        open(page);
        go("kpi=server_count&scope=room:" + encoded("=cmd()"));
        browser.evaluate(
                "globalThis.copied = []; document.execCommand = () => {"
                        + " copied.push(document.activeElement.value); return true; };"
                        + " navigator.clipboard.writeText = () => Promise.reject(new Error());"
                        + " document.getElementById('copy').click()");
        settle();

        String copied = text("copied[0]");
        assertThat(copied).startsWith("month\tkpi_id\t").contains("\t'=cmd()\t'=cmd()\t");
        assertThat(reader.said("#status"))
                .containsExactly("Copied: what is shown, with all digits.");
    }

    @Test
    void isUsedWithTheKeyboardAlone() throws Exception {
        Path page = publish("keyboard", Waterdam.facts(), "en");

        open(page);
        go("kpi=sheets");
        Set<String> reached = new LinkedHashSet<>();
        focus("header a");
        for (int i = 0; i < 80; i++) {
            browser.press("Tab");
            reached.add(
                    text(
                            "document.activeElement === document.body ? ''"
                                    + " : document.activeElement.id || document.activeElement.textContent"));
        }
        assertThat(reached)
                .contains(
                        "find",
                        "kpi",
                        "scope",
                        "period",
                        "from",
                        "to",
                        "before",
                        "Compare with others")
                .contains("October 2026", "March 2026", "save", "copy")
                .contains("← month before", "report of October 2026");

        focus("#kpi");
        browser.press("ArrowDown");
        settle();
        assertThat(text("document.getElementById('kpi').value")).isNotEqualTo("sheets");
        assertThat(text("document.activeElement.id")).isEqualTo("kpi");

        go("kpi=sheets");
        focus("#figure-table tbody tr:nth-child(3) a");
        browser.press("Enter");
        settle();
        assertThat(reader.said("#explain-title")).containsExactly("What is behind it: August 2026");
        assertThat(text("document.activeElement.id")).isEqualTo("explain-title");

        focus("#find");
        for (String key : List.of("p", "u", "e")) {
            browser.press(key);
        }
        browser.press("Enter");
        settle();
        assertThat(reader.said("#figure-title").get(0)).containsIgnoringCase("PUE");
        focus("#before");
        browser.press(" ");
        settle();
        assertThat(text("location.hash")).contains("before=1");
        assertThat(text("document.activeElement.id")).isEqualTo("before");
    }

    @Test
    void goesFromTheWholeToItsPartsAndToWhatIsBehindThem() throws Exception {
        Path page = publish("down", Waterdam.facts(), "en");

        open(page);
        browser.evaluate(
                "[...document.querySelectorAll('#overview-tables a')]"
                        + ".find((it) => it.textContent === 'Sheets').click()");
        settle();
        assertThat(reader.said("#figure-title")).containsExactly("Sheets, Gemeente Waterdam");
        assertThat(reader.said("#explain-body li")).contains("+1\u202f250\u00a0sheets: activity");
        String part = text("document.querySelector('#explain-body td a').textContent");
        browser.evaluate("document.querySelector('#explain-body td a').click()");
        settle();
        assertThat(reader.said("#figure-title").get(0)).endsWith(": " + part);
        assertThat(reader.said("#command").get(0))
                .startsWith("wattpeil explain sheets --month 2026-10 --scope department:")
                .endsWith("--language en");
        assertThat(reader.said("#method-list dd")).contains("int_sheets, sheets");
        assertThat(
                        reader.strings(
                                "[...document.querySelectorAll('#explain-body a')].map((it) => it.getAttribute('href'))"))
                .contains("2026-10/edition-1/report.en.html#kpi-sheets");
    }

    @Test
    void isReachedFromTheReportAndTheListOfMonths() throws Exception {
        Path page = publish("reached", Waterdam.facts(), "nl");
        Path months = page.getParent();
        Path report = months.resolve("2026-10/edition-1/report.nl.html");

        open(report);
        String address =
                text(
                        "[...document.querySelectorAll('a')].map((it) => it.href).find((it) => it.includes('kpi=server_count'))");
        assertThat(address).endsWith("/explorer.html#month=2026-10&kpi=server_count");
        open(Path.of(URI.create(address.split("#")[0])), address.split("#")[1]);
        assertThat(reader.said("#figure-title"))
                .containsExactly("Aantal fysieke servers, Gemeente Waterdam");
        assertThat(reader.said("#explain-title")).containsExactly("Wat erachter zit: oktober 2026");
        open(months.resolve("index.html"));
        assertThat(reader.said("header a")).contains("Alle cijfers", "kpis-all.csv");
    }

    @Test
    void asksAWebServerForNothingElse() throws Exception {
        Path page = publish("served", Waterdam.facts(), "en");
        byte[] bytes = Files.readAllBytes(page);
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            reader.open(
                    URI.create(
                            "http://localhost:"
                                    + server.getAddress().getPort()
                                    + "/explorer.html#kpi=server_count"));

            assertThat(reader.said("#figure-title"))
                    .containsExactly("Physical servers in use, Gemeente Waterdam");
            assertThat(browser.complaints()).isEmpty();
            assertThat(asked).containsOnly("/explorer.html");
        } finally {
            server.stop(0);
        }
    }

    /** By an address of anybody, too, that names what there is not. */
    @Test
    void showsSomethingWhateverItsAddressSays() throws Exception {
        Path page = publish("anything", Waterdam.facts(), "en");

        for (String view :
                List.of(
                        "kpi=nothing",
                        "kpi=constructor&scope=__proto__",
                        "%E0%A4%A",
                        "kpi=server_count&scope=room:none&period=never&from=2030-01&to=1999-01&month=x&with=a",
                        "kpi=server_count&from=2026-10&to=2025-09")) {
            open(page, view);
            assertThat(reader.said("h2")).as(view).isNotEmpty();
            assertThat(
                            browser.evaluate("document.querySelectorAll('main table tr').length")
                                    .asInt())
                    .as(view)
                    .isGreaterThan(1);
            assertThat(browser.complaints()).as(view).isEmpty();
        }
    }

    @Test
    void leadsToTheReportsWhereScriptsAreSwitchedOff() throws Exception {
        Path page = publish("no-script", Waterdam.facts(), "en");

        browser.allowScripts(false);
        try {
            open(page);

            assertThat(reader.said("noscript p").get(0))
                    .contains("The list of months leads to the reports");
            assertThat(
                            browser.evaluate(
                                            "document.querySelector('noscript p').checkVisibility()")
                                    .asBoolean())
                    .isTrue();
            assertThat(
                            browser.evaluate("document.querySelector('main').checkVisibility()")
                                    .asBoolean())
                    .isFalse();
            assertThat(
                            reader.strings(
                                    "[...document.querySelectorAll('header a')].map((it) => it.getAttribute('href'))"))
                    .contains("index.html", "kpis-all.csv");
        } finally {
            browser.allowScripts(true);
        }
    }

    @Test
    void saysThatThereIsNothingYet() throws Exception {
        Path months = folder.resolve("nothing");
        AllMonths none =
                new AllMonths(
                        MonthlyReport.of(spoken(Waterdam.facts(), "en"), Waterdam.report()),
                        MONTHS,
                        some -> List.of(),
                        some ->
                                some.stream()
                                        .map(it -> new AllMonths.Causes(List.of(), Map.of()))
                                        .toList(),
                        kpi -> new Lineage(List.of(), List.of(), List.of()));
        PublishedTown.ofAllMonths(months).publish(none, Set.of(AllMonthsFiles.Kind.PAGE));

        open(months.resolve("explorer.html"));

        assertThat(reader.said("main p")).containsExactly("There are no figures yet.");
        assertThat(browser.complaints()).isEmpty();
    }

    private static Optional<KpiValue> row(
            MonthlyFacts facts, YearMonth month, Kpi kpi, String scope, String period) {
        String[] parts = scope.split(":", 2);
        return facts.values().stream()
                .filter(it -> it.month().equals(month))
                .filter(it -> it.kpiId().equals(kpi.kpiId()))
                .filter(it -> it.scope().equals(new Scope(parts[0], parts[1])))
                .filter(it -> it.period() == Period.of(period))
                .reduce((one, other) -> other);
    }

    private static List<NamedCsvRecord> records(String text, char separator) {
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text).stream()
                .toList();
    }

    /** Numbers by their size: the one table has zeros at the end of its decimals. */
    private static String plain(String field, char decimal) {
        String text = field.replace(decimal, '.');
        return text.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(text).stripTrailingZeros().toPlainString()
                : field;
    }

    /** The page of all figures of a town in a folder with its last report and the table of all. */
    private static Path publish(String name, MonthlyFacts town, String language)
            throws IOException {
        MonthlyFacts facts = spoken(town, language);
        Path months = folder.resolve(name);
        MonthlyReport newest = MonthlyReport.of(facts, facts.definitions().get(0));
        PublishedTown.publisher(months).publish(newest);
        AllMonths all =
                new AllMonths(
                        newest,
                        MONTHS,
                        some -> some.stream().flatMap(it -> valuesOf(facts, it).stream()).toList(),
                        some ->
                                some.stream()
                                        .map(
                                                it ->
                                                        new AllMonths.Causes(
                                                                changes(facts, it), Map.of()))
                                        .toList(),
                        kpi ->
                                new Lineage(
                                        List.of("int_" + kpi, kpi),
                                        List.of("print_jobs"),
                                        List.of("settings")));
        PublishedTown.ofAllMonths(months).publish(all, EnumSet.allOf(AllMonthsFiles.Kind.class));
        PublishedTown.list(months)
                .publish(
                        facts.organisation().name(),
                        facts.organisation().languages(),
                        facts.texts(),
                        List.of());
        return months.resolve("explorer.html");
    }

    private static List<KpiValue> valuesOf(MonthlyFacts facts, YearMonth month) {
        return facts.values().stream().filter(it -> it.month().equals(month)).toList();
    }

    private static List<ChangePart> changes(MonthlyFacts facts, YearMonth month) {
        return valuesOf(facts, month).stream()
                .map(
                        it ->
                                new ChangePart(
                                        it.series(),
                                        month.minusYears(1),
                                        "activity",
                                        Optional.of(new BigDecimal("1250"))))
                .toList();
    }

    private static MonthlyFacts spoken(MonthlyFacts facts, String language) {
        return PublishedTown.spoken(
                facts, facts.edition(), List.of(Locale.forLanguageTag(language)));
    }

    private static void open(Path page) throws Exception {
        browser.screen(WIDTH, HEIGHT, false);
        reader.open(page);
    }

    private static void open(Path page, String place) throws Exception {
        reader.open(page, place);
    }

    private static void go(String view) throws Exception {
        browser.evaluate("location.hash = '" + view + "'");
        settle();
    }

    /** Until the page has drawn what its address says. */
    private static void settle() throws Exception {
        browser.evaluate("new Promise((done) => setTimeout(done, 60))");
    }

    private static void focus(String selector) throws Exception {
        browser.evaluate("document.querySelector('" + selector + "').focus()");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String expression) throws Exception {
        return browser.evaluate(expression).asString();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        for (int i = 0; i < 100 && !condition.holds(); i++) {
            settle();
        }
        assertThat(condition.holds()).isTrue();
    }
}
