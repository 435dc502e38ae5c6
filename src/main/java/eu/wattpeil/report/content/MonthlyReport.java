package eu.wattpeil.report.content;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.History;
import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.ReportCheck;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be said of a month, before it is said in a language or a form. */
public final class MonthlyReport {

    private final MonthlyFacts facts;
    private final Report definition;
    private final History history;
    private final Map<String, Kpi> catalogue;
    private final MonthLengths lengths;
    private final List<Assessment> assessments;
    private final Map<String, Figure> figures;
    private final Map<Series, List<ChangePart>> changes;

    private MonthlyReport(MonthlyFacts facts, Report definition) {
        this.facts = facts;
        this.definition = definition;
        catalogue =
                facts.catalogue().stream()
                        .collect(Collectors.toMap(Kpi::kpiId, Function.identity()));
        history =
                History.upTo(
                        facts.month(),
                        facts.values().stream()
                                .filter(row -> catalogue.containsKey(row.kpiId()))
                                .map(MonthlyReport::shown)
                                .toList());
        lengths = new MonthLengths(facts.organisation().workingDays()::in);
        assessments =
                facts.organisation().goals().stream()
                        .map(
                                goal ->
                                        Assessment.of(
                                                goal,
                                                kpi(goal.kpiId()),
                                                history,
                                                facts.organisation().measures(),
                                                lengths))
                        .toList();
        changes =
                facts.insights().changes().stream()
                        .collect(Collectors.groupingBy(ChangePart::series));
        figures = new LinkedHashMap<>();
        definition.sections().stream()
                .flatMap(section -> section.kpis().stream())
                .forEach(id -> figures.computeIfAbsent(id, this::figureOf));
    }

    /**
     * Puts a month's report together.
     *
     * @param definition what stands in it; every KPI and goal is in the catalogue (see {@link
     *     ReportCheck})
     */
    public static MonthlyReport of(MonthlyFacts facts, Report definition) {
        return new MonthlyReport(facts, definition);
    }

    /** The month it speaks of. */
    public YearMonth month() {
        return facts.month();
    }

    /**
     * The breaks in the series of a KPI that part what the report compares: those of the last
     * twelve months, and those since a goal's baseline.
     */
    public List<SeriesBreak> breaks(String kpiId) {
        YearMonth first =
                Stream.concat(
                                Stream.of(month().minusYears(1)),
                                facts.organisation().goals().stream()
                                        .filter(goal -> goal.kpiId().equals(kpiId))
                                        .map(Goal::baselineMonth))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return facts.breaks().stream()
                .filter(it -> it.kpiId().equals(kpiId))
                .filter(it -> it.happenedOn().isAfter(first.atDay(1)))
                .filter(it -> !it.happenedOn().isAfter(month().atEndOfMonth()))
                .toList();
    }

    /** Where the month was not over, the day on which it was computed. */
    public Optional<LocalDate> until() {
        return facts.provenance().until();
    }

    /** The number of its edition. */
    public int edition() {
        return facts.edition();
    }

    /** All goals with their verdicts, in the order of the workspace. */
    public List<Assessment> assessments() {
        return assessments;
    }

    /**
     * Of the goals that are about exactly these values the one that is due next; the last one where
     * all are over.
     */
    public Optional<Assessment> nextGoal(Series series) {
        return nextGoal(series, month());
    }

    /** The same as it was in a month; none that had not begun. */
    public Optional<Assessment> nextGoal(Series series, YearMonth when) {
        Comparator<Assessment> order = Comparator.comparing(one -> one.goal().targetMonth());
        List<Assessment> goals =
                assessments.stream()
                        .filter(one -> one.goal().kpiId().equals(series.kpiId()))
                        .filter(one -> one.goal().scope().equals(series.scope()))
                        .filter(one -> one.goal().period() == series.period())
                        .filter(one -> !one.goal().begins().isAfter(when))
                        .toList();
        return goals.stream()
                .filter(one -> !one.goal().targetMonth().isBefore(when))
                .min(order)
                .or(() -> goals.stream().max(order));
    }

    public MonthlyFacts facts() {
        return facts;
    }

    public Report definition() {
        return definition;
    }

    public History history() {
        return history;
    }

    public Kpi kpi(String kpiId) {
        Kpi kpi = catalogue.get(kpiId);
        if (kpi == null) {
            throw new IllegalArgumentException(
                    "Cannot report: " + kpiId + " (not in the catalogue)");
        }
        return kpi;
    }

    /** The figures of all sections, in their order, each once. */
    public List<Figure> figures() {
        return List.copyOf(figures.values());
    }

    public List<Figure> figuresOf(Report.Section section) {
        return section.kpis().stream().map(figures::get).toList();
    }

    /** What the month takes apart under an id; empty where its edition does not know it. */
    public Optional<Breakdown> breakdown(String detailId) {
        return facts.insights().breakdowns().stream()
                .filter(it -> it.detail().detailId().equals(detailId))
                .findFirst();
    }

    /** What the sections and the page of the data take apart, in their order. */
    public List<Breakdown> breakdowns() {
        return Stream.concat(
                        definition.sections().stream()
                                .flatMap(section -> section.details().stream()),
                        definition.details().stream())
                .distinct()
                .flatMap(id -> breakdown(id).stream())
                .filter(it -> !it.cells().isEmpty())
                .toList();
    }

    /** The month's own value of a KPI in a scope; empty where there is none that may be shown. */
    public Optional<KpiValue> shownValue(String kpiId, Scope scope) {
        return history.current().stream()
                .filter(row -> row.kpiId().equals(kpiId) && row.scope().equals(scope))
                .filter(row -> row.period() == Period.MONTH && row.value().isPresent())
                .filter(row -> !Figure.isHidden(row))
                .findFirst();
    }

    /** The factors that went into the month's figures, in the order of their ids. */
    public List<Factor> factors() {
        TreeSet<String> used = new TreeSet<>();
        history.current().stream()
                .filter(row -> figures.containsKey(row.kpiId()))
                .forEach(row -> used.addAll(row.factorIds()));
        return facts.organisation().factors().stream()
                .filter(factor -> used.contains(factor.factorId()))
                .sorted(Comparator.comparing(Factor::factorId))
                .toList();
    }

    /** Whether a factor of an earlier year stands in for one that is not out yet. */
    public boolean isProvisional(Factor factor) {
        return factor.year().filter(year -> year < month().getYear()).isPresent();
    }

    /** What changed a value since another month, the largest part first; empty where not told. */
    public List<ChangePart> changes(Series series, YearMonth against) {
        return changes.getOrDefault(series, List.of()).stream()
                .filter(part -> part.against().equals(against))
                .filter(part -> part.amount().filter(it -> it.signum() != 0).isPresent())
                .sorted(Comparator.comparing(MonthlyReport::size).reversed())
                .toList();
    }

    /** Whether a KPI is made of what goals and measures came to. */
    boolean isSteering(Kpi kpi) {
        return facts.insights().steering().contains(kpi.kpiId());
    }

    /** A figure of the same KPI that is about another scope. */
    Figure figureOf(Figure figure, Series series) {
        return new Figure(
                figure.kpi(),
                history,
                series,
                List.of(),
                Optional.empty(),
                figure.assessments(),
                figure.measures(),
                lengths);
    }

    private static BigDecimal size(ChangePart part) {
        return part.amount().orElseThrow().abs();
    }

    /** The measures that have begun, the newest first. */
    public List<Measure> measures() {
        return facts.organisation().measures().stream()
                .filter(this::hasBegun)
                .sorted(
                        Comparator.comparing(Measure::startedOn)
                                .reversed()
                                .thenComparing(Measure::measureId))
                .toList();
    }

    /** What a measure came to; empty where its edition does not say it. */
    public Optional<Effect> effect(Measure measure) {
        return facts.insights().effects().stream()
                .filter(it -> it.measureId().equals(measure.measureId()))
                .findFirst();
    }

    /** Rows whose value is another one in this edition than in the one before. */
    public List<Restated> restated() {
        History before = History.upTo(month(), facts.previousEdition());
        return history.current().stream()
                .filter(row -> figures.containsKey(row.kpiId()))
                .flatMap(
                        row ->
                                before.find(row.series(), month()).stream()
                                        .filter(old -> !old.value().equals(row.value()))
                                        .map(
                                                old ->
                                                        new Restated(
                                                                old,
                                                                row,
                                                                facts.provenance()
                                                                        .why(row.series()))))
                .toList();
    }

    /**
     * A value that changed between two editions of a month.
     *
     * @param why what it is made from has changed; empty where that is not known
     */
    public record Restated(KpiValue old, KpiValue now, List<Restatement.Why> why) {}

    /** Of what is withheld no path, no comparison and no sum may be made either. */
    private static KpiValue shown(KpiValue row) {
        return row.isWithheld() ? row.with(Amounts.NONE) : row;
    }

    private Figure figureOf(String kpiId) {
        List<Assessment> goals =
                assessments.stream().filter(one -> one.goal().kpiId().equals(kpiId)).toList();
        List<Measure> measures =
                facts.organisation().measures().stream()
                        .filter(measure -> measure.kpiId().equals(kpiId))
                        .filter(this::hasBegun)
                        .sorted(
                                Comparator.comparing(Measure::startedOn)
                                        .thenComparing(Measure::measureId))
                        .toList();
        return Figure.of(kpi(kpiId), history, goals, measures, lengths);
    }

    private boolean hasBegun(Measure measure) {
        return !measure.startedOn().isAfter(month().atEndOfMonth());
    }
}
