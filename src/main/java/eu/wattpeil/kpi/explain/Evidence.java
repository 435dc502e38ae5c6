package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.RollUp;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
     * @param results what the workings have of goals, measures and baselines
     * @param origins finds what those were read from that are needed
     * @param earlier the workings of the months before, which are closed here
     */
    static Optional<Evidence> of(
            Kpi kpi,
            KpiValue value,
            Discretion discretion,
            Workings workings,
            Results results,
            Function<List<Need>, List<Origin>> origins,
            Function<YearMonth, Workings> earlier) {
        if (!gives(kpi, workings.figures(), value)) {
            return Optional.empty();
        }
        Supplier<Collection<?>> asked = asked(kpi, value, workings);
        Narrowing narrowing = narrowing(kpi, value, workings, asked);
        List<Need> needs =
                narrowing.isEmpty() ? List.of() : Need.of(workings, results, narrowing::isSame);
        StepRows steps = new StepRows(workings, discretion, value.scope());
        Trail trail =
                new Trail(
                        workings.lineage().stream().map(Model::name).toList(),
                        steps.all(),
                        steps.withheld(),
                        origins.apply(needs),
                        sources(workings, narrowing, discretion, earlier),
                        narrowing.earlierMonths(),
                        workings.configuration());
        return Optional.of(new Evidence(counted(value, asked, workings), trail));
    }

    /** The documents alone; see {@link #of}. */
    static Optional<List<Source>> documents(
            Kpi kpi,
            KpiValue value,
            Discretion discretion,
            Workings workings,
            Function<YearMonth, Workings> earlier) {
        if (!gives(kpi, workings.figures(), value)) {
            return Optional.empty();
        }
        Narrowing narrowing = narrowing(kpi, value, workings, asked(kpi, value, workings));
        return Optional.of(sources(workings, narrowing, discretion, earlier));
    }

    /**
     * The documents behind days of a month; empty where the workings do not give them any more.
     *
     * @param days of KPIs and of the weather
     */
    static Optional<List<Source>> ofDays(
            Set<DailyValue> days,
            Discretion discretion,
            Workings workings,
            Function<YearMonth, Workings> earlier) {
        return Narrowing.ofDays(workings, days)
                .map(
                        it ->
                                sources(workings, it, discretion, earlier).stream()
                                        .filter(of -> !of.documents().isEmpty())
                                        .toList());
    }

    private static Narrowing narrowing(
            Kpi kpi, KpiValue value, Workings workings, Supplier<Collection<?>> asked) {
        return Narrowing.of(workings, value.scope(), Set.copyOf(kpi.grain()), asked);
    }

    private static Supplier<Collection<?>> asked(Kpi kpi, KpiValue value, Workings workings) {
        Predicate<ScopeFigure> isAsked = isAsked(kpi, value);
        return () -> workings.figures().stream().filter(isAsked).toList();
    }

    /** Of the month and of those before it that it needs. */
    private static List<Source> sources(
            Workings workings,
            Narrowing narrowing,
            Discretion discretion,
            Function<YearMonth, Workings> earlier) {
        List<List<Source>> months = new ArrayList<>();
        for (YearMonth month : narrowing.earlierMonths()) {
            try (Workings before = earlier.apply(month)) {
                narrowing.leaveOutOf(before);
                before.stage();
                List<Model> models =
                        before.stagedForEarlierMonths().stream()
                                .filter(it -> Discretion.datasetsOfPeople(it, before).isEmpty())
                                .toList();
                months.add(sources(before, discretion, models));
            }
        }
        months.add(sources(workings, discretion, staging(workings)));
        return Source.of(months);
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
            KpiValue value, Supplier<Collection<?>> asked, Workings workings) {
        Collection<?> with = asked.get();
        Set<String> counted = new HashSet<>();
        for (String factorId : value.factorIds()) {
            workings.withoutFactor(factorId);
            if (!asked.get().equals(with)) {
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
