package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Threshold;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All numbers of an edition as a language writes them, by what they are about. */
final class EditionNumbers {

    private static final int MOST_PARTS = 12;
    private static final int MONTHS_BACK = 24;

    private final Town town;
    private final EditionTables tables;
    private final YearMonth month;
    private final Script script;
    private final List<String> units;
    private final FixedTexts fixed;
    private final Scopes scopes;
    private final Map<String, Set<String>> kpis = new HashMap<>();
    private final Map<String, Set<String>> goals = new HashMap<>();
    private final Map<String, Set<String>> findings;
    private final Map<String, Set<String>> measures;
    private final Map<String, Set<String>> details;
    private final Set<String> shifts;
    private final Set<String> counts = new HashSet<>();
    private final Set<String> sources;
    private final Set<String> factors = new HashSet<>();

    EditionNumbers(Town town, EditionTables tables, YearMonth month, Script script, int documents)
            throws SQLException {
        this.town = town;
        this.tables = tables;
        this.month = month;
        this.script = script;
        scopes = new Scopes(town.organisation(), Words.of(town.texts(), script.language()));
        Set<String> own = FixedTexts.of(town, tables, script.language());
        units = script.units(codes());
        fixed = new FixedTexts(script, own, units);
        for (Kpi kpi : town.kpis()) {
            kpis.put(kpi.kpiId(), KpiNumbers.of(kpi, town, tables, month, script));
        }
        for (Goal goal : town.organisation().goals()) {
            Set<String> numbers = GoalNumbers.of(goal, town, tables, month, script);
            goals.computeIfAbsent(title(goal), it -> new HashSet<>()).addAll(numbers);
        }
        OtherNumbers other = new OtherNumbers(town, tables, month, script);
        findings = other.findings();
        measures = other.measures();
        details = other.details();
        shifts = other.shifts();
        sources = SourceNumbers.of(tables, month, town.organisation().zone(), script);
        counts.addAll(sources);
        addCount(documents);
        addCounts();
        addFactors();
    }

    String software() {
        return SoftwareVersion.text();
    }

    int edition() {
        return 1;
    }

    Town town() {
        return town;
    }

    EditionTables tables() {
        return tables;
    }

    YearMonth month() {
        return month;
    }

    Script script() {
        return script;
    }

    private Stream<String> codes() throws SQLException {
        Stream<String> ofKpis =
                town.kpis().stream()
                        .flatMap(
                                kpi ->
                                        Stream.of(
                                                kpi.unit(),
                                                kpi.numeratorUnit(),
                                                kpi.denominatorUnit()));
        Stream<String> ofDetails =
                tables.of("details", month).stream().map(row -> EditionTables.text(row, "unit"));
        Stream<String> ofFindings =
                tables.of("findings", month).stream()
                        .flatMap(
                                row ->
                                        Stream.of("unit_1", "unit_2", "unit_3", "unit_4")
                                                .map(it -> EditionTables.text(row, it)));
        return Stream.of(
                        ofKpis,
                        ofDetails,
                        ofFindings,
                        town.thresholds().stream().map(Threshold::unit),
                        town.organisation().factors().stream().map(Factor::unit))
                .flatMap(it -> it);
    }

    List<String> units() {
        return units;
    }

    FixedTexts fixed() {
        return fixed;
    }

    /** What readers know the scope of a row by. */
    String name(Row row) {
        return scopes.name(new Scope(row.scopeKind(), row.scopeId())).strip();
    }

    String title(Goal goal) {
        return Texts.pick(goal.title(), script.language()).strip();
    }

    String title(Measure measure) {
        return Texts.pick(measure.title(), script.language()).strip();
    }

    /** The KPI of a title. */
    Optional<String> kpiOf(String title) {
        return town.kpis().stream()
                .filter(it -> Texts.pick(it.title(), script.language()).equals(title.strip()))
                .map(Kpi::kpiId)
                .findFirst();
    }

    Set<String> kpi(String kpiId) {
        return kpis.getOrDefault(kpiId, Set.of());
    }

    /** Of a KPI with its goals. */
    Set<String> withGoals(String kpiId) {
        Set<String> all = new HashSet<>(kpi(kpiId));
        town.organisation().goals().stream()
                .filter(goal -> goal.kpiId().equals(kpiId))
                .forEach(goal -> all.addAll(goal(title(goal))));
        return all;
    }

    /** How much is known of a figure's values of the month. */
    Set<String> coverages(String kpiId) {
        Set<String> all = new HashSet<>();
        tables.rowsOf(kpiId).stream()
                .filter(row -> row.month().equals(month))
                .forEach(
                        row -> {
                            row.coverage().ifPresent(it -> addKnown(all, it));
                            row.measuredShare().ifPresent(it -> addKnown(all, it));
                        });
        return all;
    }

    private void addKnown(Set<String> all, double share) {
        all.add(Digits.coverage(script, share));
        all.add(Long.toString(Math.round(share * 12)));
    }

    /** How many parts may stand elsewhere. */
    Set<String> partsLeft(String kpiId) {
        Map<String, Long> kinds = new TreeMap<>();
        FigureRows.of(town.kpi(kpiId), tables, month)
                .parts()
                .forEach(row -> kinds.merge(row.scopeKind(), 1L, Long::sum));
        Set<String> left = new HashSet<>();
        kinds.values().stream()
                .filter(it -> it > MOST_PARTS)
                .forEach(it -> left.add(script.number(BigDecimal.valueOf(it - MOST_PARTS), 0)));
        return left;
    }

    /** Of the parts of one whole: sums of months, and the shares of the last one that is known. */
    Set<String> stack(String sectionId) {
        List<String> parts = town.stack(sectionId);
        Set<String> all = new HashSet<>();
        if (parts.isEmpty()) {
            return all;
        }
        List<FigureRows> figures =
                parts.stream().map(it -> FigureRows.of(town.kpi(it), tables, month)).toList();
        Digits digits = new Digits(figures.get(0).kpi(), script);
        Set<String> shares = Set.of();
        for (YearMonth when = month.minusMonths(MONTHS_BACK);
                !when.isAfter(month);
                when = when.plusMonths(1)) {
            YearMonth at = when;
            List<Double> values = figures.stream().flatMap(it -> it.value(at).stream()).toList();
            if (values.size() == figures.size()) {
                double sum = values.stream().mapToDouble(it -> it).sum();
                all.add(digits.bare(sum));
                shares = new HashSet<>();
                for (double value : values) {
                    shares.add(Digits.wholePercent(script, value / sum));
                }
            }
        }
        all.addAll(shares);
        return all;
    }

    Set<String> goal(String title) {
        return goals.getOrDefault(title, Set.of());
    }

    Set<String> finding(String anchor) {
        return findings.getOrDefault(anchor, Set.of());
    }

    Set<String> findings() {
        return union(findings);
    }

    Set<String> measures() {
        return union(measures);
    }

    Set<String> measure(String measureId) {
        return measures.getOrDefault(measureId, Set.of());
    }

    /** Of a detail, with those of the KPIs that stand beside it. */
    Set<String> detail(String detailId) {
        return details.getOrDefault(detailId, Set.of());
    }

    Set<String> shifts() {
        return shifts;
    }

    /** Of what is counted: figures, parts, goals by verdict, documents, rows. */
    Set<String> counts() {
        return counts;
    }

    /** Numbers of the targets and datapoints that goals serve. */
    Set<String> targets() {
        Set<String> all = new HashSet<>();
        town.organisation().goals().forEach(goal -> all.addAll(goal.sdgTargets()));
        return all;
    }

    Set<String> sources() {
        return sources;
    }

    Set<String> factors() {
        return factors;
    }

    /** What may stand anywhere. */
    Set<String> everything() {
        Set<String> all = new HashSet<>();
        for (Map<String, Set<String>> some : List.of(kpis, goals, findings, measures, details)) {
            all.addAll(union(some));
        }
        all.addAll(shifts);
        all.addAll(counts);
        all.addAll(factors);
        return all;
    }

    private static Set<String> union(Map<String, Set<String>> sets) {
        Set<String> all = new HashSet<>();
        sets.values().forEach(all::addAll);
        return all;
    }

    private void addCounts() throws SQLException {
        long unknown = 0;
        long partial = 0;
        long withheld = 0;
        for (String kpiId : town.shown()) {
            FigureRows figure = FigureRows.of(town.kpi(kpiId), tables, month);
            unknown += figure.value(month).isEmpty() ? 1 : 0;
            partial += figure.isPartial() ? 1 : 0;
            withheld += figure.withheldParts();
        }
        addCount(town.shown().size());
        addCount(unknown);
        addCount(partial);
        addCount(withheld);
        addCount(town.organisation().minimumGroupSize());
        addCount(town.organisation().goals().size());
        Map<String, Long> verdicts = new TreeMap<>();
        for (Map<String, String> row : tables.of("goal_verdicts", month)) {
            verdicts.merge(EditionTables.text(row, "verdict"), 1L, Long::sum);
        }
        verdicts.values().forEach(this::addCount);
        long all = verdicts.values().stream().mapToLong(it -> it).sum();
        long judged = all - verdicts.getOrDefault("unknown", 0L);
        addCount(town.organisation().goals().size() - judged);
        long off = verdicts.getOrDefault("off_course", 0L);
        addCount(verdicts.getOrDefault("watch", 0L) + off);
        // The board's page names some and counts the others.
        for (long left = 0; left <= off; left++) {
            addCount(left);
        }
        long found =
                tables.of("findings", month).stream()
                        .filter(row -> EditionTables.text(row, "outcome").equals("found"))
                        .count();
        for (long left = 0; left <= found; left++) {
            addCount(left);
        }
        addCount(
                Goal.PRACTICES.size()
                        - town.organisation().goals().stream()
                                .map(Goal::practice)
                                .distinct()
                                .count());
        counts.add(Digits.coverage(script, town.organisation().minimumCoverage()));
    }

    private void addCount(long count) {
        counts.add(script.number(BigDecimal.valueOf(count), 0));
    }

    private String factor(BigDecimal value, String unit) {
        return unit.equals("share")
                ? script.withUnit(script.number(value.movePointRight(2)), "%")
                : script.withUnit(script.number(value), script.unit(unit));
    }

    private void addFactors() {
        town.organisation()
                .factors()
                .forEach(
                        factor -> {
                            factor.value().ifPresent(it -> factors.add(factor(it, factor.unit())));
                            factor.year().ifPresent(it -> factors.add(Integer.toString(it)));
                        });
    }
}
