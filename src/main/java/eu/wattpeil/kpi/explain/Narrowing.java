package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.ModelColumn;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Leaves out rows that figures do not need. What a model does with its rows nobody but the model
 * knows, so it is asked: rows of other months, of other scopes and of one thing after the other are
 * left out, and stay out where the figures are the same without them. What is left gives the very
 * figures, which is the proof.
 */
final class Narrowing {

    /** Columns that tell things apart, of which some may not count. */
    private static final List<String> THINGS =
            List.of("meter_id", "indicator_id", Scope.CATEGORY_KIND, "mode", "subject");

    /** So many things are tried one by one. */
    private static final int MOST_TRIED = 40;

    private static final int MONTHS_OF_YEAR = 12;

    private final Workings workings;
    private final Kpi kpi;
    private final Predicate<ScopeFigure> isAsked;
    private final Scope scope;
    private final List<ScopeFigure> whole;
    private final Map<String, List<String>> conditions = new HashMap<>();
    private final Map<String, Set<String>> neededThings = new HashMap<>();

    private Narrowing(
            Workings workings,
            Kpi kpi,
            Predicate<ScopeFigure> isAsked,
            Scope scope,
            List<ScopeFigure> whole) {
        this.workings = workings;
        this.kpi = kpi;
        this.isAsked = isAsked;
        this.scope = scope;
        this.whole = whole;
    }

    /**
     * Leaves out of workings what some of their figures do not need.
     *
     * @param kpi that they work out; of the organisation it needs each thing that it tells of
     * @param isAsked whether a figure is one of those
     * @param scope that is explained
     * @param figures all that the workings give; where none is asked for, nothing is left out
     */
    static Narrowing of(
            Workings workings,
            Kpi kpi,
            Predicate<ScopeFigure> isAsked,
            Scope scope,
            List<ScopeFigure> figures) {
        List<ScopeFigure> whole = figures.stream().filter(isAsked).toList();
        Narrowing narrowing = new Narrowing(workings, kpi, isAsked, scope, whole);
        if (whole.isEmpty()) {
            return narrowing;
        }
        List<Model> lineage = workings.lineage();
        for (int i = lineage.size() - 1; i >= 0; i--) {
            Model model = lineage.get(i);
            if (model.isMaterialised() || model.layer() == Model.Layer.STAGING) {
                narrowing.narrow(model);
            }
        }
        workings.figures();
        return narrowing;
    }

    private void narrow(Model model) {
        List<String> columns = workings.columns(model).stream().map(ModelColumn::name).toList();
        if (model.isMaterialised()) {
            YearMonth yearAgo = workings.month().minusMonths(MONTHS_OF_YEAR - 1L);
            if (!leaveOut(model, Session.MONTH + " = (select month from period)")) {
                leaveOut(model, Session.MONTH + " >= " + text(yearAgo.toString()));
            }
        } else {
            // Rows belong to the month of one of their times, mostly that of the dataset.
            for (ModelColumn time : times(model)) {
                if (leaveOut(model, inMonth(time))) {
                    break;
                }
            }
            List.of(scope.kind() + "_id", scope.kind()).stream()
                    .filter(columns::contains)
                    .forEach(it -> leaveOut(model, it + " = " + text(scope.id())));
        }
        THINGS.stream()
                .filter(columns::contains)
                .findFirst()
                .filter(column -> !scope.isOrganisation() || !kpi.grain().contains(column))
                .ifPresent(column -> leaveOutThings(model, column));
    }

    private List<ModelColumn> times(Model model) {
        String first = workings.dataset(model).timeColumn();
        return workings.columns(model).stream()
                .filter(it -> it.type().equals("DATE") || it.type().startsWith("TIMESTAMP"))
                .sorted(Comparator.comparing(it -> !it.name().equals(first)))
                .toList();
    }

    private static String inMonth(ModelColumn column) {
        return column.type().equals("DATE")
                ? between(column.name(), "first_on", "last_on")
                : between(column.name(), "started_at", "ended_at");
    }

    private static String between(String column, String first, String last) {
        return column
                + " >= (select "
                + first
                + " from period) and "
                + column
                + " <= (select "
                + last
                + " from period)";
    }

    /** Of what a materialised model is made of, only what it needs counts, as a rule. */
    private void leaveOutThings(Model model, String column) {
        Set<String> things = things(model, column);
        Set<String> needed = neededThings.getOrDefault(column, Set.of());
        List<String> others = things.stream().filter(it -> !needed.contains(it)).toList();
        boolean areLeftOut =
                !needed.isEmpty() && !others.isEmpty() && leaveOut(model, isNeeded(column));
        if (areLeftOut || things.size() < 2 || things.size() > MOST_TRIED) {
            return;
        }
        Set<String> kept = new TreeSet<>(things);
        for (String thing : things) {
            if (leaveOut(
                    model, "(" + column + " is null or " + column + " <> " + text(thing) + ")")) {
                kept.remove(thing);
            }
        }
        if (model.isMaterialised()) {
            neededThings.put(column, kept);
        }
    }

    private Set<String> things(Model model, String column) {
        return new TreeSet<>(
                workings.session()
                        .list(
                                "select distinct "
                                        + column
                                        + " from "
                                        + workings.whole(model)
                                        + " where "
                                        + column
                                        + " is not null and "
                                        + joined(conditions.getOrDefault(model.name(), List.of())),
                                row -> row.text(column).orElseThrow()));
    }

    /** Whether the figures are the same from rows that meet a condition; then others are out. */
    private boolean leaveOut(Model model, String condition) {
        List<String> before = conditions.getOrDefault(model.name(), List.of());
        List<String> all = new ArrayList<>(before);
        all.add(condition);
        workings.keep(model, joined(all));
        if (workings.figures().stream().filter(isAsked).toList().equals(whole)) {
            conditions.put(model.name(), all);
            return true;
        }
        workings.keep(model, joined(before));
        return false;
    }

    private static String joined(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /**
     * The months before of which materialised models have rows that are not left out, and that they
     * are as the store has them.
     */
    List<YearMonth> earlierMonths() {
        TreeSet<YearMonth> months = new TreeSet<>();
        workings.lineage().stream()
                .filter(Model::isMaterialised)
                .forEach(
                        model ->
                                workings.session()
                                        .each(
                                                "select distinct month from " + model.name(),
                                                row ->
                                                        row.text(Session.MONTH)
                                                                .map(YearMonth::parse)
                                                                .ifPresent(months::add)));
        months.remove(workings.month());
        return List.copyOf(months);
    }

    /** Leaves the same things out of the staging models of an earlier month. */
    void leaveOutOf(Workings earlier) {
        for (Model model : earlier.stagedForEarlierMonths()) {
            earlier.columns(model).stream()
                    .map(ModelColumn::name)
                    .filter(neededThings::containsKey)
                    .findFirst()
                    .ifPresent(column -> earlier.keep(model, isNeeded(column)));
        }
    }

    private String isNeeded(String column) {
        return column
                + " in ("
                + neededThings.getOrDefault(column, Set.of()).stream()
                        .map(Narrowing::text)
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
