package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.TextDirection;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unbescape.html.HtmlEscape;

/**
 * What stands beside a KPI on a page and in a PDF is what {@code kpi_values} has of it, written as
 * readers of the language write it; of the workbook and the tables of text see their own tests.
 * Values are by chance; how they are written is said here once more, in other words than the
 * program's.
 */
final class EveryNumberTest {

    private static final List<Locale> LANGUAGES =
            List.of(Waterdam.DUTCH, Locale.ENGLISH, Locale.FRENCH);

    private static final Pattern BLOCK = Pattern.compile("<details class=\"kpi\">");
    private static final Pattern ID = Pattern.compile("<div class=\"detail\" id=\"kpi-([^\"]*)\">");
    private static final Pattern NUMBER = Pattern.compile("<span class=\"number\">([^<]*)<");
    private static final Pattern COMPARED =
            Pattern.compile(
                    "<th scope=\"row\">([^<]*) <span class=\"base\">([^<]*)</span></th>\\s*<td"
                            + " class=\"n\">[^<]*</td>\\s*<td class=\"n\">");
    private static final Pattern MONTH =
            Pattern.compile(
                    "<tr><th scope=\"row\">([^<]*)</th><td class=\"n\">([^<]*)</td><td"
                            + " class=\"soft\">");
    private static final Pattern PARTS =
            Pattern.compile("<caption>.*?</caption>(.*?)</table>", Pattern.DOTALL);
    private static final Pattern PART =
            Pattern.compile(
                    "<th scope=\"row\">([^<]*?)(?: <span class=\"base\">[^<]*</span>)?\\s*</th>"
                            + "\\s*<td class=\"(n|r soft)\">([^<]*)</td>");

    /** Other periods end in months of their own. */
    private static final Set<Period> HELD_IN_A_MONTH = Set.of(Period.MONTH, Period.ROLLING_YEAR);

    @TempDir Path folder;

    private MonthlyReport report;
    private final Map<Series, Map<YearMonth, KpiValue>> rows = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void ofAPageIsTheValueOfItsRow(long seed) {
        Map<String, byte[]> files = rendered(seed, "html");

        for (Locale language : LANGUAGES) {
            String page = text(files.get("report." + language + ".html"));
            String[] blocks = BLOCK.split(page);
            assertThat(blocks).hasSize(1 + report.figures().size());
            for (String block : List.of(blocks).subList(1, blocks.length)) {
                new Block(block, language, seed).check();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void ofAPdfIsTheValueOfItsRow(long seed) throws IOException {
        Map<String, byte[]> files = rendered(seed, "pdf");

        for (Locale language : LANGUAGES) {
            String text = squeezed(pdfText(files.get("report." + language + ".pdf")));
            Words words = Words.of(Waterdam.TEXTS, language);
            int at = 0;
            for (Report.Section section : report.definition().sections()) {
                at = text.indexOf(squeezed(words.say("label.last_month")), at);
                for (Figure figure : report.figuresOf(section)) {
                    Kpi kpi = figure.kpi();
                    at = text.indexOf(squeezed(words.pick(kpi.title())), at);
                    assertThat(at)
                            .as("%s in %s, seed %d", kpi.kpiId(), language, seed)
                            .isPositive();
                    Optional<Double> value = shown(figure.series(), report.month());
                    String rest = text.substring(at, Math.min(text.length(), at + 1000));
                    if (value.isPresent()) {
                        assertThat(holds(rest, squeezed(written(kpi, value.get(), language))))
                                .as("%s %s in %s, seed %d", kpi.kpiId(), value, rest, seed)
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void ofAGoalOnTheFirstPageIsTheValueOfItsRow(long seed) {
        Map<String, byte[]> files = rendered(seed, "html");
        int known = 0;

        for (Locale language : LANGUAGES) {
            String page = text(files.get("report." + language + ".html"));
            String front = page.substring(0, page.indexOf("<section class=\"page\" id=\"topic-"));
            for (Goal goal : report.facts().organisation().goals()) {
                String title = goal.title().get(Locale.ENGLISH);
                int at = front.lastIndexOf(title);
                assertThat(at).as(title).isPositive();
                String now = unescaped(front.substring(at, front.indexOf("→", at)));
                Series series = new Series(goal.kpiId(), goal.scope(), goal.period());
                Optional<Double> value = shown(series, report.month());
                boolean isDashed = now.replaceAll("<[^>]*>", " ").strip().endsWith("–");
                if (!isDashed && HELD_IN_A_MONTH.contains(goal.period())) {
                    Kpi kpi = report.kpi(goal.kpiId());
                    assertThat(value).as("%s: %s, seed %d", title, now, seed).isPresent();
                    assertThat(holds(now, written(kpi, value.get(), language)))
                            .as("%s: %s is %s, seed %d", title, now, value, seed)
                            .isTrue();
                    known++;
                }
            }
        }
        assertThat(known).isPositive();
    }

    /** A block of a page. */
    private final class Block {

        private final String markup;
        private final Locale language;
        private final Figure figure;
        private final String about;

        Block(String markup, Locale language, long seed) {
            this.markup = markup;
            this.language = language;
            String id = first(ID).orElseThrow();
            figure =
                    report.figures().stream()
                            .filter(it -> it.kpi().kpiId().equals(id))
                            .findFirst()
                            .orElseThrow();
            about = id + " in " + language + ", seed " + seed;
        }

        void check() {
            Optional<Double> value = shown(figure.series(), report.month());
            assertThat(first(NUMBER)).as(about).isEqualTo(value.map(this::written));
            checkComparisons(value.isPresent());
            checkMonths();
            checkParts();
        }

        /** A month that it is compared with, by its value or by that of a day. */
        private void checkComparisons(boolean isKnown) {
            Map<String, String> bases = pairs(COMPARED);
            for (YearMonth then :
                    List.of(report.month().minusMonths(1), report.month().minusYears(1))) {
                String base = bases.get(named(then));
                Optional<Double> value = shown(figure.series(), then);
                if (!isKnown) {
                    assertThat(base).as(about).isNull();
                } else if (value.isEmpty()) {
                    assertThat(base).as(about).doesNotContainPattern("\\d");
                } else {
                    double rate = value.get() / figure.lengthOf(then);
                    assertThat(holds(base, written(value.get())) || isRate(base, rate))
                            .as("%s: %s is %s", about, base, value)
                            .isTrue();
                }
            }
        }

        /** With a digit more than the value has. */
        private boolean isRate(String base, double rate) {
            int decimals = EveryNumberTest.decimals(figure.kpi(), rate) + 1;
            return holds(
                    base, EveryNumberTest.written(percent(figure.kpi(), rate), decimals, language));
        }

        private void checkMonths() {
            Map<String, String> months = pairs(MONTH);
            for (int back = 0; back < months.size(); back++) {
                YearMonth month = report.month().minusMonths(back);
                String told = months.get(named(month));
                Optional<Double> value = shown(figure.series(), month);
                assertThat(told).as("%s, %s", about, month).isNotNull();
                if (value.isPresent()) {
                    assertThat(holds(told, written(value.get())))
                            .as("%s, %s: %s is %s", about, month, told, value)
                            .isTrue();
                } else {
                    assertThat(told).as("%s, %s", about, month).isEqualTo("–");
                }
            }
        }

        private void checkParts() {
            Map<String, Set<String>> expected = new HashMap<>();
            Scopes scopes =
                    new Scopes(report.facts().organisation(), Words.of(Waterdam.TEXTS, language));
            rows.forEach(
                    (series, ofSeries) -> {
                        boolean isPart =
                                series.kpiId().equals(figure.kpi().kpiId())
                                        && series.period() == figure.series().period()
                                        && !series.scope().equals(Scope.ORGANISATION);
                        if (isPart && ofSeries.containsKey(report.month())) {
                            expected.computeIfAbsent(
                                            TextDirection.settled(scopes.name(series.scope()))
                                                    .strip(),
                                            it -> new HashSet<>())
                                    .add(
                                            shown(series, report.month())
                                                    .map(this::written)
                                                    .orElse(""));
                        }
                    });
            first(PARTS)
                    .ifPresent(
                            parts -> {
                                for (MatchResult part : matches(PART, parts)) {
                                    Set<String> values = expected.get(unescaped(part.group(1)));
                                    assertThat(values).as(about + ": " + part.group(1)).isNotNull();
                                    String told =
                                            part.group(2).equals("n")
                                                    ? unescaped(part.group(3))
                                                    : "";
                                    assertThat(values)
                                            .as(about + ": " + told)
                                            .anyMatch(
                                                    it ->
                                                            it.isEmpty()
                                                                    ? told.isEmpty()
                                                                    : holds(told, it));
                                }
                            });
        }

        private String named(YearMonth month) {
            return Words.of(Waterdam.TEXTS, language).month(month);
        }

        private String written(double value) {
            return EveryNumberTest.written(figure.kpi(), value, language);
        }

        private Map<String, String> pairs(Pattern pattern) {
            Map<String, String> pairs = new LinkedHashMap<>();
            matches(pattern, markup)
                    .forEach(it -> pairs.put(unescaped(it.group(1)), unescaped(it.group(2))));
            return pairs;
        }

        private Optional<String> first(Pattern pattern) {
            Matcher matcher = pattern.matcher(markup);
            return matcher.find() ? Optional.of(unescaped(matcher.group(1))) : Optional.empty();
        }
    }

    private static String written(Kpi kpi, double value, Locale language) {
        return written(percent(kpi, value), decimals(kpi, value), language);
    }

    private static String written(BigDecimal shown, int decimals, Locale language) {
        DecimalFormatSymbols signs = new DecimalFormatSymbols(Locale.ROOT);
        signs.setGroupingSeparator('\u202f');
        signs.setDecimalSeparator(language.equals(Locale.ENGLISH) ? '.' : ',');
        signs.setMinusSign('\u2212');
        DecimalFormat format = new DecimalFormat("#,##0", signs);
        format.setMinimumFractionDigits(decimals);
        BigDecimal rounded = shown.setScale(decimals, RoundingMode.HALF_UP);
        return format.format(rounded);
    }

    private static BigDecimal percent(Kpi kpi, double value) {
        return new BigDecimal(kpi.isShare() ? value * 100 : value);
    }

    private static int decimals(Kpi kpi, double value) {
        boolean isEnergy = Set.of("kWh", "kgCO2e").contains(kpi.unit());
        if (kpi.isShare()) {
            return Math.max(0, kpi.decimals() - 2);
        }
        return isEnergy && Math.abs(value) >= 100 ? 0 : kpi.decimals();
    }

    /** Whether a text holds a number, and not as a part of another one. */
    private static boolean holds(String text, String number) {
        return Pattern.compile(
                        "(?<![\\d.,\u202f\u2212])"
                                + Pattern.quote(number)
                                + "(?![\\d\u202f]|[.,]\\d)")
                .matcher(text)
                .find();
    }

    private Optional<Double> shown(Series series, YearMonth month) {
        return Optional.ofNullable(rows.getOrDefault(series, Map.of()).get(month))
                .filter(row -> row.reason().isEmpty())
                .flatMap(KpiValue::value);
    }

    private Map<String, byte[]> rendered(long seed, String form) {
        MonthlyFacts facts = facts(HostileTown.facts(seed));
        Report town = HostileTown.report();
        Report definition =
                new Report(
                        town.name(),
                        List.of(form),
                        town.formsPlace(),
                        town.sections(),
                        town.sectionsPlace());
        report = MonthlyReport.of(facts, definition);
        rows.clear();
        facts.values()
                .forEach(
                        row ->
                                rows.computeIfAbsent(row.series(), it -> new HashMap<>())
                                        .put(row.month(), row));
        return PublishedTown.publisher(folder).rendered(report).stream()
                .collect(Collectors.toMap(it -> it.file(), it -> it.bytes()));
    }

    /** The same town for readers of all languages, of which each has one value in a month. */
    private static MonthlyFacts facts(MonthlyFacts facts) {
        Organisation town = facts.organisation();
        Map<List<Object>, KpiValue> once = new LinkedHashMap<>();
        facts.values().forEach(row -> once.put(List.of(row.series(), row.month()), row));
        return new MonthlyFacts(
                new Organisation(
                        town.name(),
                        town.zone(),
                        LANGUAGES,
                        town.minimumGroupSize(),
                        town.minimumCoverage(),
                        town.workingDays(),
                        town.departments(),
                        town.deviceProfiles(),
                        town.factors(),
                        numbered(town.goals()),
                        town.measures(),
                        town.csv(),
                        town.names()),
                facts.texts(),
                facts.definitions(),
                facts.month(),
                facts.edition(),
                facts.softwareVersion(),
                facts.inputsFingerprint(),
                facts.catalogue(),
                List.copyOf(once.values()),
                List.of(),
                facts.sources(),
                facts.rejects());
    }

    /** Told apart by their titles. */
    private static List<Goal> numbered(List<Goal> goals) {
        return IntStream.range(0, goals.size())
                .mapToObj(
                        at -> {
                            Goal goal = goals.get(at);
                            String title = "Goal no. " + at + ".";
                            return new Goal(
                                    goal.goalId(),
                                    Waterdam.titles(title, title),
                                    goal.practice(),
                                    goal.kpiId(),
                                    goal.scope(),
                                    goal.period(),
                                    goal.baselineMonth(),
                                    goal.baselineValue(),
                                    goal.target(),
                                    goal.targetMonth(),
                                    goal.minimumCoverage(),
                                    goal.tags(),
                                    goal.owner(),
                                    goal.sdgTargets(),
                                    goal.esrsDatapoints(),
                                    goal.place());
                        })
                .toList();
    }

    private static List<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static String unescaped(String markup) {
        return HtmlEscape.unescapeHtml(markup).strip();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static String pdfText(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Lines break elsewhere on paper; the thin spaces in numbers stay. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }
}
