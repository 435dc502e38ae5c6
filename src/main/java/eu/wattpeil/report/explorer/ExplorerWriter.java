package eu.wattpeil.report.explorer;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.report.page.GoalWords;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.words.FactorWords;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says in a language what all months tell, small enough for one page. Threads may share it, each
 * with a language.
 */
public final class ExplorerWriter {

    /** Bytes of the data: with look and script the page stays below 1.5 MB. */
    static final int MOST_BYTES = 1_380_000;

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    /** A whole number from here on, as everywhere in reports. */
    private static final Set<String> WHOLE_FROM_HUNDRED = Set.of("kWh", "kgCO2e");

    private final AllMonths all;
    private final MonthlyReport newest;
    private final Rows rows;
    private final List<Kpi> catalogue;
    private final Map<String, Integer> kpiNumbers = new HashMap<>();
    private final List<Cut> cuts;

    /** Made once for all languages. */
    private final Map<Cut, Grid> grids = new ConcurrentHashMap<>();

    /**
     * @param rows with all months that it shows
     */
    public ExplorerWriter(AllMonths all, Rows rows) {
        this.all = all;
        this.rows = rows;
        newest = all.newest();
        Map<Series, Map<Integer, KpiValue>> values = rows.values();
        Set<String> used = values.keySet().stream().map(Series::kpiId).collect(Collectors.toSet());
        catalogue =
                newest.facts().catalogue().stream()
                        .filter(kpi -> used.contains(kpi.kpiId()))
                        .sorted(Comparator.comparing(Kpi::kpiId))
                        .toList();
        catalogue.forEach(kpi -> kpiNumbers.put(kpi.kpiId(), kpiNumbers.size()));
        cuts = Cut.inOrder(values);
    }

    /**
     * The data in as much detail as there is room for.
     *
     * @param reports the report of a month, relative to the page; empty where there is none
     */
    public Written write(Locale language, Function<YearMonth, String> reports) {
        Written written = new Written("", List.of());
        for (Cut cut : cuts) {
            Grid grid = grids.computeIfAbsent(cut, it -> Grid.of(rows, it, this::numberOf));
            boolean isLast = cut.equals(cuts.get(cuts.size() - 1));
            if (grid.leastBytes() > MOST_BYTES && !isLast) {
                continue;
            }
            String json = escaped(JSON.writeValueAsString(data(language, reports, grid)));
            written = new Written(json, leftOut(cut, words(language)));
            if (json.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES) {
                break;
            }
        }
        return written;
    }

    /**
     * What stands in a page.
     *
     * @param json the data, such that they may stand in markup
     * @param leftOut what had no room, and where it is: sentences
     */
    public record Written(String json, List<String> leftOut) {

        public Written {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** No markup can end or begin in it, and no line of a script breaks. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private ExplorerData data(Locale language, Function<YearMonth, String> reports, Grid grid) {
        Words words = Words.of(newest.facts().texts(), language);
        Organisation organisation = newest.facts().organisation();
        ExplorerWords said = words(language);
        Scopes names = new Scopes(organisation, words);
        List<String> kinds = grid.scopes().stream().map(Scope::kind).distinct().sorted().toList();
        return new ExplorerData(
                language.getLanguage(),
                words.say("decimal"),
                organisation.name(),
                new ExplorerData.Csv(
                        String.valueOf(organisation.csv().separator()),
                        String.valueOf(organisation.csv().decimal()),
                        organisation.csv().hasByteOrderMark()),
                rows.months().stream().map(YearMonth::toString).toList(),
                rows.months().stream().map(words::month).toList(),
                lengths(),
                sections(words),
                catalogue.stream().map(kpi -> entry(kpi, words)).toList(),
                kinds.stream().map(it -> said.kind(it)).toList(),
                grid.scopes().stream()
                        .map(
                                it ->
                                        List.<Object>of(
                                                kinds.indexOf(it.kind()), it.id(), names.name(it)))
                        .toList(),
                grid.reasons().stream().map(said::reason).toList(),
                grid.factors().stream().map(it -> factor(it, words)).toList(),
                grid.factorLists(),
                grid.columns(),
                grid.series(),
                grid.changes(),
                grid.restated(),
                grid.causes().stream().map(it -> said.named("cause", it)).toList(),
                grid.whys().stream().map(it -> said.named("restated", it.code())).toList(),
                goals(words),
                breaks(said),
                rows.months().stream().map(reports).toList(),
                said.all());
    }

    private int numberOf(String kpiId) {
        return Objects.requireNonNull(kpiNumbers.get(kpiId), kpiId);
    }

    private ExplorerWords words(Locale language) {
        return new ExplorerWords(
                Words.of(newest.facts().texts(), language),
                newest.facts().organisation().minimumGroupSize());
    }

    private Map<String, List<Integer>> lengths() {
        MonthLengths lengths = new MonthLengths(newest.facts().organisation().workingDays()::in);
        Map<String, List<Integer>> all = new TreeMap<>();
        for (Kpi.Per per : List.of(Kpi.Per.DAY, Kpi.Per.WORKING_DAY)) {
            all.put(code(per), rows.months().stream().map(it -> lengths.of(per, it)).toList());
        }
        return all;
    }

    private static String code(Kpi.Per per) {
        return per.name().toLowerCase(Locale.ROOT);
    }

    private List<List<Object>> breaks(ExplorerWords said) {
        return newest.facts().breaks().stream()
                .filter(it -> kpiNumbers.containsKey(it.kpiId()))
                .filter(it -> rows.months().contains(YearMonth.from(it.happenedOn())))
                .map(
                        it ->
                                List.<Object>of(
                                        numberOf(it.kpiId()),
                                        rows.months().indexOf(YearMonth.from(it.happenedOn())),
                                        said.seriesBreak(it)))
                .toList();
    }

    /** Those of the report in its order; what stands in none of them at the end. */
    private List<ExplorerData.Section> sections(Words words) {
        Set<String> told = new LinkedHashSet<>();
        List<ExplorerData.Section> sections = new ArrayList<>();
        for (Report.Section section : newest.definition().sections()) {
            List<Integer> kpis =
                    section.kpis().stream()
                            .filter(kpiNumbers::containsKey)
                            .filter(told::add)
                            .map(this::numberOf)
                            .toList();
            if (!kpis.isEmpty()) {
                sections.add(new ExplorerData.Section(words.pick(section.title()), kpis));
            }
        }
        List<Integer> rest =
                catalogue.stream()
                        .map(Kpi::kpiId)
                        .filter(it -> !told.contains(it))
                        .map(this::numberOf)
                        .toList();
        if (!rest.isEmpty()) {
            sections.add(new ExplorerData.Section(words.say("explorer.other_figures"), rest));
        }
        return sections;
    }

    private ExplorerData.KpiEntry entry(Kpi kpi, Words words) {
        Numerals numerals = new Numerals(words);
        boolean isInReport =
                newest.definition().sections().stream()
                        .anyMatch(section -> section.kpis().contains(kpi.kpiId()));
        return new ExplorerData.KpiEntry(
                kpi.kpiId(),
                words.pick(kpi.title()),
                kpi.unit(),
                numerals.unit(kpi),
                kpi.decimals(),
                kpi.isShare(),
                kpi.isLabelClass(),
                WHOLE_FROM_HUNDRED.contains(kpi.unit()),
                kpi.overTime() == Kpi.OverTime.SUM && !kpi.isRatio(),
                kpi.overTime() == Kpi.OverTime.SUM && !kpi.isScaled(),
                code(kpi.per()),
                kpi.better().name().toLowerCase(Locale.ROOT),
                words.pick(kpi.formula()),
                kpi.isRatio() ? words.pick(kpi.numerator()) : "",
                numerals.unit(kpi.isRatio() ? kpi.numeratorUnit() : kpi.unit()),
                kpi.isRatio() ? words.pick(kpi.denominator()) : "",
                numerals.unit(kpi.denominatorUnit()),
                words.code("over", kpi.overTime().name().toLowerCase(Locale.ROOT)),
                words.pick(kpi.source()),
                grade(kpi, words),
                Numerals.share(
                                kpi.minimumCoverage()
                                        .orElse(newest.facts().organisation().minimumCoverage()))
                        .toPlainString(),
                kpi.above().map(it -> Numerals.plain(it).toPlainString()).orElse(""),
                isInReport ? "kpi-" + kpi.kpiId() : "",
                all.lineage().apply(kpi.kpiId()));
    }

    /** How sure the source is; of a definition of our own the source says so itself. */
    private static String grade(Kpi kpi, Words words) {
        return switch (kpi.grade()) {
            case A -> words.say("explorer.grade.a");
            case B -> words.say("explorer.grade.b");
            case C -> words.say("explorer.grade.c");
            case P -> "";
        };
    }

    private ExplorerData.FactorEntry factor(String id, Words words) {
        return newest.facts().organisation().factors().stream()
                .filter(it -> it.factorId().equals(id))
                .findFirst()
                .map(it -> factor(it, words))
                .orElseGet(() -> new ExplorerData.FactorEntry(id, "", "", "", "", "", "", ""));
    }

    private static ExplorerData.FactorEntry factor(Factor factor, Words words) {
        FactorWords said = new FactorWords(words);
        return new ExplorerData.FactorEntry(
                factor.factorId(),
                said.value(factor).orElseGet(() -> words.say("none")),
                factor.year().map(Object::toString).orElse(""),
                said.source(factor),
                said.vintage(factor),
                said.basis(factor),
                said.licence(factor),
                said.grade(factor));
    }

    private List<ExplorerData.GoalEntry> goals(Words words) {
        return newest.assessments().stream()
                .filter(it -> kpiNumbers.containsKey(it.goal().kpiId()))
                .map(it -> goal(it, words))
                .toList();
    }

    private ExplorerData.GoalEntry goal(Assessment assessment, Words words) {
        ReportPage.VerdictMark mark = GoalWords.mark(words, assessment.verdict());
        return new ExplorerData.GoalEntry(
                numberOf(assessment.goal().kpiId()),
                assessment.goal().scope().toString(),
                assessment.goal().period().code(),
                words.pick(assessment.goal().title()),
                assessment.target().map(it -> Numerals.plain(it).toPlainString()).orElse(""),
                words.month(assessment.goal().targetMonth()),
                mark.code(),
                mark.shape(),
                mark.word());
    }

    private List<String> leftOut(Cut cut, ExplorerWords said) {
        List<String> sentences = new ArrayList<>();
        if (rows.hasEarlier()) {
            sentences.add(said.earlierMonths(rows.months().get(0)));
        }
        List<String> kinds =
                cut.kinds().stream().map(kind -> said.counted(kind, idsOf(kind))).toList();
        if (!kinds.isEmpty()) {
            sentences.add(said.kindsLeftOut(kinds));
        }
        if (!cut.hasChangesOfParts()) {
            sentences.add(said.changesLeftOut());
        }
        return sentences;
    }

    private int idsOf(String kind) {
        Set<String> ids = new HashSet<>();
        rows.values().keySet().stream()
                .map(Series::scope)
                .filter(it -> it.isOf(kind))
                .forEach(it -> ids.add(it.id()));
        return ids.size();
    }
}
