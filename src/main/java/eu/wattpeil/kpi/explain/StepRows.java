package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.Workings;
import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.ModelColumn;
import eu.wattpeil.workspace.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells the rows of models that a KPI is made of: each where they are few, else groups with sums of
 * those columns whose unit allows that.
 */
final class StepRows {

    private static final int MOST_ROWS = 12;

    /** What a KPI reads, and what that reads. */
    private static final int LEVELS = 2;

    private static final String ROWS = "explained_rows";
    private static final String KIND = "scope_kind";
    private static final String SCOPE = "scope";

    /** What is told of goals, measures and baselines, beside which they are. */
    private static final Set<String> TOLD_RESULTS =
            Set.of(
                    "kpi_id",
                    SCOPE,
                    "verdict",
                    "explained_share",
                    "variation",
                    "energy_kwh",
                    "expected_kwh",
                    "adjustment_kwh");

    private static final String AMOUNT =
            "(.*_)?(wh|kwh|kg|s|l|km|eur|days|hours|impressions|sheets|quantity|weight|fte|count)";

    private final Workings workings;
    private final Session session;
    private final Discretion discretion;
    private final Scope scope;

    StepRows(Workings workings, Discretion discretion, Scope scope) {
        this.workings = workings;
        this.session = workings.session();
        this.discretion = discretion;
        this.scope = scope;
    }

    /** The steps, those nearest to the KPI first, and what came of goals and measures. */
    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        workings.results().stream()
                .map(this::results)
                .filter(it -> !it.lines().isEmpty())
                .forEach(steps::add);
        told().stream()
                .filter(model -> discretion.allowsRows(model, workings))
                .flatMap(
                        model ->
                                step(
                                        model.name(),
                                        model.file().file(),
                                        model.grain(),
                                        workings.columns(model))
                                        .stream())
                .forEach(steps::add);
        return steps;
    }

    /** The models that would be told of, were it not for few people. */
    List<String> withheld() {
        return told().stream()
                .filter(model -> !discretion.allowsRows(model, workings))
                .map(Model::name)
                .toList();
    }

    /** Models near the KPI that are made of documents or speak of its scope; and hours and days. */
    private List<Model> told() {
        List<Model> lineage = workings.lineage();
        Set<String> near = near(lineage);
        Set<String> collected = new HashSet<>();
        for (Model model : lineage) {
            if (model.layer() == Model.Layer.STAGING
                    || model.reads().stream().anyMatch(it -> collected.contains(it.name()))) {
                collected.add(model.name());
            }
        }
        List<Model> told =
                lineage.subList(0, lineage.size() - 1).stream()
                        .filter(model -> model.layer() != Model.Layer.STAGING)
                        .filter(model -> near.contains(model.name()) || model.isMaterialised())
                        .filter(
                                model ->
                                        collected.contains(model.name())
                                                || workings.columns(model).stream()
                                                        .anyMatch(it -> it.name().equals(KIND)))
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(told);
        return told;
    }

    private static Set<String> near(List<Model> lineage) {
        Set<String> near = new HashSet<>();
        Set<String> level = Set.of(lineage.get(lineage.size() - 1).name());
        for (int i = 0; i < LEVELS; i++) {
            Set<String> readers = level;
            level =
                    lineage.stream()
                            .filter(model -> readers.contains(model.name()))
                            .flatMap(model -> model.reads().stream())
                            .map(Mention::name)
                            .collect(Collectors.toSet());
            near.addAll(level);
        }
        return near;
    }

    private Optional<Step> step(
            String relation, String file, String grain, List<ModelColumn> columns) {
        String rows = relation + condition(columns);
        long count = count("select * from " + rows);
        if (count == 0) {
            return Optional.empty();
        }
        Step step =
                count <= MOST_ROWS
                        ? each(relation, file, grain, columns, rows)
                        : groups(relation, file, grain, columns, rows, count);
        return Optional.of(step).filter(it -> !it.lines().isEmpty()).filter(this::isDiscreet);
    }

    /** The rows of the scope, where a model has a column for it; none of other departments. */
    private String condition(List<ModelColumn> columns) {
        List<String> names = columns.stream().map(ModelColumn::name).toList();
        if (names.contains(KIND)) {
            String own =
                    "scope_kind = " + text(scope.kind()) + " and scope_id = " + text(scope.id());
            return scope.isOrganisation()
                    ? " where " + KIND + " <> " + text(Scope.DEPARTMENT_KIND)
                    : " where " + own;
        }
        return List.of(scope.kind() + "_id", scope.kind()).stream()
                .filter(names::contains)
                .findFirst()
                .map(column -> " where " + column + " = " + text(scope.id()))
                .orElse("");
    }

    /** No row of it names a department but the one that is explained. */
    private boolean isDiscreet(Step step) {
        return step.lines().stream()
                .flatMap(line -> line.cells().stream())
                .flatMap(Optional::stream)
                .noneMatch(cell -> discretion.isOtherDepartment(cell.text()));
    }

    private Step each(
            String relation, String file, String grain, List<ModelColumn> columns, String rows) {
        List<Step.Line> lines = new ArrayList<>();
        session.each(
                "select " + names(columns) + " from " + rows + order(columns.size()),
                row -> lines.add(new Step.Line(1, cells(row, columns))));
        return new Step(relation, file, grain, lines.size(), named(columns), lines);
    }

    private Step groups(
            String relation,
            String file,
            String grain,
            List<ModelColumn> columns,
            String rows,
            long count) {
        List<ModelColumn> by = groupedBy(columns, rows);
        List<ModelColumn> sums =
                columns.stream().filter(it -> it.isNumber() && it.name().matches(AMOUNT)).toList();
        List<ModelColumn> shown = new ArrayList<>(by);
        shown.addAll(sums);
        List<String> selected = new ArrayList<>();
        by.forEach(column -> selected.add(column.name()));
        selected.add("count(*) as " + ROWS);
        sums.forEach(column -> selected.add(sum(column)));
        List<Step.Line> lines = new ArrayList<>();
        session.each(
                "select "
                        + String.join(", ", selected)
                        + " from "
                        + rows
                        + (by.isEmpty() ? "" : " group by " + names(by) + order(by.size())),
                row ->
                        lines.add(
                                new Step.Line(row.integer(ROWS).orElseThrow(), cells(row, shown))));
        return new Step(relation, file, grain, count, named(shown), lines);
    }

    /** Sums of binary fractions depend on the order; those of decimals do not. */
    private static String sum(ModelColumn column) {
        String amount =
                column.isFloating()
                        ? "cast(" + column.name() + " as decimal(38, 9))"
                        : column.name();
        return "sum(" + amount + ") as " + column.name();
    }

    /** Texts and flags, one after the other as long as groups are few; never departments. */
    private List<ModelColumn> groupedBy(List<ModelColumn> columns, String rows) {
        List<ModelColumn> chosen = new ArrayList<>();
        List<ModelColumn> monthLast = new ArrayList<>(columns);
        monthLast.sort(Comparator.comparing(it -> it.name().equals(Session.MONTH)));
        for (ModelColumn column : monthLast) {
            boolean tells = column.isText() || column.isFlag();
            if (tells && !column.name().equals(Discretion.DEPARTMENT)) {
                List<ModelColumn> more = new ArrayList<>(chosen);
                more.add(column);
                if (count("select distinct " + names(more) + " from " + rows) <= MOST_ROWS) {
                    chosen.add(column);
                }
            }
        }
        return chosen;
    }

    /** What goals or measures came to, or baselines are worth: each of them, with what tells it. */
    private Step results(String relation) {
        String thing = relation.substring(0, relation.indexOf('_'));
        List<ModelColumn> columns =
                Results.columns(relation).stream()
                        .map(StepRows::resultColumn)
                        .filter(
                                it ->
                                        it.name().equals(thing + "_id")
                                                || TOLD_RESULTS.contains(it.name()))
                        .toList();
        String rows =
                "(select *, "
                        + KIND
                        + " || ':' || scope_id as "
                        + SCOPE
                        + " from "
                        + relation
                        + ")";
        return each(relation, "config/" + thing + "s.yaml", "", columns, rows);
    }

    /** A column from its name and type; a scope is told as one. */
    private static ModelColumn resultColumn(String column) {
        int end = column.indexOf(' ');
        String name = column.substring(0, end);
        return new ModelColumn(
                name.equals(KIND) ? SCOPE : name,
                column.substring(end + 1).toUpperCase(Locale.ROOT));
    }

    private long count(String select) {
        return session.list(
                        "select count(*) as n from (" + select + ") as every",
                        row -> row.integer("n").orElse(0L))
                .get(0);
    }

    private static List<Optional<Step.Cell>> cells(Row row, List<ModelColumn> columns) {
        return columns.stream().map(column -> cell(row, column)).toList();
    }

    private static Optional<Step.Cell> cell(Row row, ModelColumn column) {
        if (column.isFloating()) {
            return row.number(column.name()).map(it -> new Step.Cell(Numbers.plain(it), true));
        }
        if (column.isNumber()) {
            return row.decimal(column.name()).map(it -> new Step.Cell(Numbers.plain(it), true));
        }
        if (column.type().equals("TIMESTAMP WITH TIME ZONE")) {
            return row.instant(column.name()).map(it -> new Step.Cell(it.toString(), false));
        }
        return row.text(column.name()).map(it -> new Step.Cell(it, false));
    }

    private static String order(int columns) {
        return " order by "
                + IntStream.rangeClosed(1, columns)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(", "));
    }

    private static List<String> named(List<ModelColumn> columns) {
        return columns.stream().map(ModelColumn::name).toList();
    }

    private static String names(List<ModelColumn> columns) {
        return columns.stream().map(ModelColumn::name).collect(Collectors.joining(", "));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
