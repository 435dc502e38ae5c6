package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.RollUp;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a value is worked out from, found by working it out again.
 *
 * @param factorIds those without which it is another one
 */
record Evidence(Set<String> factorIds, Trail trail) {

    Evidence {
        factorIds = Set.copyOf(factorIds);
    }

    /** Those of several months as one. */
    static Evidence of(List<Evidence> months) {
        Set<String> factorIds = new HashSet<>();
        months.forEach(it -> factorIds.addAll(it.factorIds));
        return new Evidence(factorIds, Trail.of(months.stream().map(Evidence::trail).toList()));
    }

    /**
     * That of a value of a month; empty where the workings do not give it any more.
     *
     * @param earlier the workings of the months before, which are closed here
     */
    static Optional<Evidence> of(
            Kpi kpi,
            KpiValue value,
            Discretion discretion,
            Workings workings,
            Function<YearMonth, Workings> earlier) {
        List<ScopeFigure> figures = workings.figures();
        if (!gives(kpi, figures, value)) {
            return Optional.empty();
        }
        Predicate<ScopeFigure> isAsked = isAsked(kpi, value);
        Narrowing narrowing = Narrowing.of(workings, kpi, isAsked, value.scope(), figures);
        StepRows steps = new StepRows(workings, discretion, value.scope());
        List<YearMonth> months = narrowing.earlierMonths();
        Trail own =
                new Trail(
                        workings.lineage().stream().map(Model::name).toList(),
                        steps.all(),
                        steps.withheld(),
                        sources(workings, discretion, staging(workings)),
                        months,
                        workings.configuration());
        List<Trail> trails = new ArrayList<>();
        for (YearMonth month : months) {
            try (Workings before = earlier.apply(month)) {
                narrowing.leaveOutOf(before);
                before.stage();
                List<Model> models =
                        before.stagedForEarlierMonths().stream()
                                .filter(it -> Discretion.datasetsOfPeople(it, before).isEmpty())
                                .toList();
                trails.add(Trail.ofEarlierMonth(sources(before, discretion, models)));
            }
        }
        trails.add(own);
        return Optional.of(new Evidence(counted(value, isAsked, workings), Trail.of(trails)));
    }

    private static List<Model> staging(Workings workings) {
        return workings.lineage().stream()
                .filter(model -> model.layer() == Model.Layer.STAGING)
                .toList();
    }

    private static List<Source> sources(
            Workings workings, Discretion discretion, List<Model> models) {
        SourceLines lines = new SourceLines(workings, discretion);
        return models.stream()
                .flatMap(model -> lines.of(model).stream())
                .sorted(Comparator.comparing(Source::dataset))
                .toList();
    }

    private static Set<String> counted(
            KpiValue value, Predicate<ScopeFigure> isAsked, Workings workings) {
        List<ScopeFigure> with = workings.figures().stream().filter(isAsked).toList();
        Set<String> counted = new HashSet<>();
        for (String factorId : value.factorIds()) {
            workings.withoutFactor(factorId);
            if (!workings.figures().stream().filter(isAsked).toList().equals(with)) {
                counted.add(factorId);
            }
        }
        return counted;
    }

    /** The figure of the scope; of an organisation that is added up, those of its parts. */
    private static Predicate<ScopeFigure> isAsked(Kpi kpi, KpiValue value) {
        boolean isAddedUp =
                value.isOfOrganisation() && !kpi.grain().contains(Scope.ORGANISATION_KIND);
        return isAddedUp
                ? figure -> figure.scope().isOf(kpi.grain().get(0))
                : figure -> figure.scope().equals(value.scope());
    }

    /** Whether figures are those of a value, as far as it tells them. */
    private static boolean gives(Kpi kpi, List<ScopeFigure> figures, KpiValue value) {
        return RollUp.withOrganisation(kpi, figures).stream()
                .filter(figure -> figure.scope().equals(value.scope()))
                .anyMatch(
                        figure ->
                                isSame(value.numerator(), figure.numerator())
                                        && isSame(value.denominator(), figure.denominator())
                                        && figure.coverage().equals(value.coverage()));
    }

    private static boolean isSame(Optional<BigDecimal> told, Optional<BigDecimal> found) {
        return told.isEmpty() || found.filter(it -> it.compareTo(told.get()) == 0).isPresent();
    }
}
