package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.ModelColumn;
import eu.wattpeil.workspace.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
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

    /** So many rows of documents are read for that at most, over all tries. */
    private static final long MOST_READ = 2_000_000;

    private static final int MONTHS_OF_YEAR = 12;

    private final Workings workings;
    private final Scope scope;
    private final Set<String> grain;
    private final NavigableSet<LocalDate> days;
    private final Supplier<Collection<?>> asked;
    private final Collection<?> whole;
    private final Map<String, List<String>> conditions = new HashMap<>();
    private final Map<String, Set<String>> neededThings = new HashMap<>();

    private Narrowing(
            Workings workings,
            Scope scope,
            Set<String> grain,
            NavigableSet<LocalDate> days,
            Supplier<Collection<?>> asked,
            Collection<?> whole) {
        this.workings = workings;
        this.scope = scope;
        this.grain = grain;
        this.asked = asked;
        this.days = days;
        this.whole = whole;
    }

    /**
     * Leaves out of workings what some of their figures do not need.
     *
     * @param scope that is explained
     * @param grain what it is told of; of the organisation each such thing is needed
     * @param asked gives the figures that are asked for, as the workings have them then; where they
     *     are none, nothing is left out
     */
    static Narrowing of(
            Workings workings, Scope scope, Set<String> grain, Supplier<Collection<?>> asked) {
        Narrowing narrowing =
                new Narrowing(
                        workings,
                        scope,
                        grain,
                        Collections.emptyNavigableSet(),
                        asked,
                        asked.get());
        narrowing.leaveOut();
        return narrowing;
    }

    /**
     * Leaves out of workings what some of the month's days do not need: whole models, too, since
     * the model of the days is one of several KPIs. Empty where the workings do not give the days.
     *
     * @param days of KPIs and of the weather
     */
    static Optional<Narrowing> ofDays(Workings workings, Set<DailyValue> days) {
        Supplier<Collection<?>> asked =
                () -> workings.days().stream().filter(days::contains).collect(Collectors.toSet());
        Narrowing narrowing =
                new Narrowing(
                        workings,
                        Scope.ORGANISATION,
                        Set.of(),
                        days.stream()
                                .map(DailyValue::day)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        asked,
                        days);
        if (!narrowing.isSame()) {
            return Optional.empty();
        }
        narrowing.leaveOut();
        return Optional.of(narrowing);
    }

    /** The models whose rows can be left out, in order. */
    private List<Model> told() {
        List<Model> lineage = workings.lineage();
        return lineage.subList(0, lineage.size() - 1).stream()
                .filter(it -> it.isMaterialised() || it.layer() == Model.Layer.STAGING)
                .toList();
    }

    private void leaveOut() {
        if (isEmpty()) {
            return;
        }
        List<Model> models = new ArrayList<>(told());
        Collections.reverse(models);
        models.forEach(this::narrow);
        // A condition that was tried last and taken back is undone in the relations, too.
        workings.refresh();
    }

    /** Whether no figure is asked for. */
    boolean isEmpty() {
        return whole.isEmpty();
    }

    private void narrow(Model model) {
        if (!days.isEmpty() && leaveOut(model, "false")) {
            return;
        }
        List<String> columns = workings.columns(model).stream().map(ModelColumn::name).toList();
        if (model.isMaterialised()) {
            YearMonth yearAgo = workings.month().minusMonths(MONTHS_OF_YEAR - 1L);
            if (!leaveOut(model, Session.MONTH + " = (select month from period)")) {
                leaveOut(model, Session.MONTH + " >= " + text(yearAgo.toString()));
            }
        } else {
            // Rows belong to the month of one of their times, mostly that of the dataset.
            for (ModelColumn time : times(model)) {
                if (times(time).stream().anyMatch(it -> leaveOut(model, it))) {
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
                .filter(column -> !scope.isOrganisation() || !grain.contains(column))
                .ifPresent(column -> leaveOutThings(model, column));
    }

    private List<ModelColumn> times(Model model) {
        String first = workings.dataset(model).timeColumn();
        return workings.columns(model).stream()
                .filter(it -> it.type().equals("DATE") || it.type().startsWith("TIMESTAMP"))
                .sorted(Comparator.comparing(it -> !it.name().equals(first)))
                .toList();
    }

    /** Conditions on a time: of the days that are asked for, or else of the month. */
    private List<String> times(ModelColumn column) {
        return days.isEmpty() ? List.of(inMonth(column)) : List.of(onDays(column), inMonth(column));
    }

    /** With the instants at the edges of days, which readings of both days have. */
    private String onDays(ModelColumn column) {
        List<String> runs = new ArrayList<>();
        LocalDate first = days.first();
        for (LocalDate day : days) {
            if (!days.contains(day.plusDays(1))) {
                runs.add(between(column, first, day));
                first = Optional.ofNullable(days.higher(day)).orElse(day);
            }
        }
        return "(" + String.join(" or ", runs) + ")";
    }

    private String between(ModelColumn column, LocalDate first, LocalDate last) {
        boolean isOfDays = column.type().equals("DATE");
        String type = isOfDays ? "date" : "timestamp with time zone";
        ZoneId zone = workings.zone();
        Object from = isOfDays ? first : first.atStartOfDay(zone).toInstant();
        Object to = isOfDays ? last : last.plusDays(1).atStartOfDay(zone).toInstant();
        return "%1$s between cast('%2$s' as %4$s) and cast('%3$s' as %4$s)"
                .formatted(column.name(), from, to, type);
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
        if (areLeftOut || !areTried(things.size(), rows(model))) {
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

    /**
     * Whether things are tried one by one, which takes as many passes as they are.
     *
     * @param rows of documents that each pass reads
     */
    static boolean areTried(int things, long rows) {
        return things >= 2 && things <= MOST_TRIED && things * rows <= MOST_READ;
    }

    /** How many rows of documents a model has left; those of a materialised one are read before. */
    private long rows(Model model) {
        return model.isMaterialised()
                ? 0
                : workings.session()
                        .list(
                                "select count(*) as number from " + left(model),
                                row -> row.integer("number").orElseThrow())
                        .get(0);
    }

    private Set<String> things(Model model, String column) {
        return new TreeSet<>(
                workings.session()
                        .list(
                                "select distinct "
                                        + column
                                        + " from "
                                        + left(model)
                                        + " and "
                                        + column
                                        + " is not null",
                                row -> row.text(column).orElseThrow()));
    }

    /** The rows that were not left out, with their condition. */
    private String left(Model model) {
        return workings.whole(model)
                + " where "
                + joined(conditions.getOrDefault(model.name(), List.of()));
    }

    /** Whether the figures are the same from rows that meet a condition; then others are out. */
    private boolean leaveOut(Model model, String condition) {
        List<String> before = conditions.getOrDefault(model.name(), List.of());
        List<String> all = new ArrayList<>(before);
        all.add(condition);
        workings.keep(model, joined(all));
        if (isSame()) {
            conditions.put(model.name(), all);
            return true;
        }
        workings.keep(model, joined(before));
        return false;
    }

    /** Whether the figures are those of all rows. */
    boolean isSame() {
        return asked.get().equals(whole);
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
        told().stream()
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
