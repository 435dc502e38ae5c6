package eu.wattpeil.report.content;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.kpi.change.Cause;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.workspace.Report;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What changed most. Changes are measured in steps of what is usual from one month to the next, so
 * that a figure that always jumps does not hide one that seldom moves. Of a section one is told,
 * since its figures mostly move together; a figure that is another one times a factor only where
 * the factor moved it; and where anything that moved far became worse, one of these is told.
 *
 * @param base the month that they are measured against; empty where nothing can be compared
 * @param figures at most three, the largest first
 */
public record LargestChanges(Optional<YearMonth> base, List<Figure> figures) {

    private static final int MOST = 3;

    /** Steps from which on a change is far. */
    private static final double FAR = 2;

    /** Changes from month to month that tell what is usual. */
    private static final int MONTHS = 12;

    public LargestChanges {
        figures = List.copyOf(figures);
    }

    private record Candidate(Report.Section section, Figure figure, double steps, boolean isWorse) {

        static final Comparator<Candidate> ORDER =
                Comparator.comparing(Candidate::steps)
                        .reversed()
                        .thenComparing(it -> it.figure().series(), Series.ORDER);
    }

    /** Against last year's month where anything can be compared with it, else last month. */
    public static LargestChanges of(MonthlyReport report) {
        for (YearMonth base :
                List.of(report.month().minusYears(1), report.month().minusMonths(1))) {
            List<Candidate> candidates = candidates(report, base);
            if (!candidates.isEmpty()) {
                return new LargestChanges(
                        Optional.of(base), chosen(candidates).map(Candidate::figure).toList());
            }
        }
        return new LargestChanges(Optional.empty(), List.of());
    }

    private static Stream<Candidate> chosen(List<Candidate> candidates) {
        List<Candidate> best = firstOfSections(candidates, it -> true);
        Optional<Candidate> worst =
                firstOfSections(candidates, it -> it.isWorse() && it.steps() >= FAR).stream()
                        .findFirst();
        List<Candidate> told = new ArrayList<>(best.subList(0, Math.min(MOST, best.size())));
        boolean isWorseTold = told.stream().anyMatch(Candidate::isWorse);
        if (worst.isPresent() && !isWorseTold) {
            told.removeIf(it -> it.section().equals(worst.get().section()));
            told = new ArrayList<>(told.subList(0, Math.min(MOST - 1, told.size())));
            told.add(worst.get());
        }
        return told.stream().sorted(Candidate.ORDER);
    }

    private static List<Candidate> firstOfSections(
            List<Candidate> candidates, Predicate<Candidate> isMeant) {
        List<Candidate> first = new ArrayList<>();
        candidates.stream()
                .filter(isMeant)
                .sorted(Candidate.ORDER)
                .filter(it -> first.stream().noneMatch(one -> isAlike(one, it)))
                .forEach(first::add);
        return first;
    }

    private static boolean isAlike(Candidate one, Candidate other) {
        return one.section().equals(other.section())
                || one.figure().kpi().equals(other.figure().kpi());
    }

    private static List<Candidate> candidates(MonthlyReport report, YearMonth base) {
        List<Candidate> candidates = new ArrayList<>();
        for (Report.Section section : report.definition().sections()) {
            report.figuresOf(section).stream()
                    .filter(figure -> !report.isSteering(figure.kpi()))
                    .flatMap(figure -> withGoals(report, figure))
                    .flatMap(figure -> candidate(report, section, figure, base).stream())
                    .forEach(candidates::add);
        }
        return candidates;
    }

    /** The figure, and those of other scopes that a goal is about. */
    private static Stream<Figure> withGoals(MonthlyReport report, Figure figure) {
        return Stream.concat(
                Stream.of(figure),
                figure.assessments().stream()
                        .filter(it -> !figure.isOf(it.goal().scope()))
                        .map(Assessment::goal)
                        .map(
                                goal ->
                                        new Series(
                                                goal.kpiId(),
                                                goal.scope(),
                                                figure.series().period()))
                        .distinct()
                        .map(series -> report.figureOf(figure, series)));
    }

    private static Optional<Candidate> candidate(
            MonthlyReport report, Report.Section section, Figure figure, YearMonth base) {
        Optional<Figure.Compared> change = figure.notable(base);
        if (change.isEmpty() || isMerelyFollowing(report, figure, base)) {
            return Optional.empty();
        }
        double floor = Figure.SMALLEST_CHANGE * Math.abs(change.get().then());
        double usual = Math.max(floor, usualStep(figure));
        double steps = Math.abs(change.get().now() - change.get().then()) / usual;
        boolean isWorse = figure.isBetter(change.get()).filter(is -> !is).isPresent();
        return Optional.of(new Candidate(section, figure, steps, isWorse));
    }

    /** Whether it is an activity times a factor, and the factor is not what moved it most. */
    private static boolean isMerelyFollowing(MonthlyReport report, Figure figure, YearMonth base) {
        List<ChangePart> parts = report.changes(figure.series(), base);
        return !figure.kpi().factors().isEmpty()
                && !parts.isEmpty()
                && !parts.get(0).cause().equals(Cause.FACTOR.code());
    }

    /** The median change from a month to the next, of values by the day where they go by it. */
    private static double usualStep(Figure figure) {
        List<Double> steps = new ArrayList<>();
        for (int back = 1; back <= MONTHS; back++) {
            Optional<Double> later = rate(figure, figure.month().minusMonths(back - 1L));
            Optional<Double> earlier = rate(figure, figure.month().minusMonths(back));
            if (later.isPresent() && earlier.isPresent()) {
                steps.add(Math.abs(later.get() - earlier.get()));
            }
        }
        steps.sort(Comparator.naturalOrder());
        return steps.isEmpty() ? 0 : steps.get(steps.size() / 2);
    }

    private static Optional<Double> rate(Figure figure, YearMonth month) {
        boolean isByLength = figure.per() != Kpi.Per.NONE;
        return figure.rowOf(month)
                .flatMap(KpiValue::value)
                .map(value -> isByLength ? value / figure.lengthOf(month) : value);
    }
}
