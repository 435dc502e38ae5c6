package eu.wattpeil.operate;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.goal.History;
import eu.wattpeil.goal.MonthLengths;
import eu.wattpeil.goal.Unjudged;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.KpiTable;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.KpiTables;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.model.PublishedTables;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Dictionary;
import eu.wattpeil.store.LiteralTable;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreViews;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what analysts need beside the store's Parquet files: views and a dictionary. */
final class AnalystViews {

    private final Setup setup;
    private final Workspace workspace;
    private final Store store;

    AnalystViews(Setup setup, Store store) {
        this.setup = setup;
        this.workspace = setup.workspace();
        this.store = store;
    }

    /** Writes them as the store and the workspace are now; what is the same stays as it is. */
    void write() {
        List<Edition> editions = new Editions(store).current();
        List<Kpi> kpis = setup.catalogue().kpis();
        List<LiteralTable> literals =
                List.of(
                        editions(editions),
                        kpis(),
                        KpiTables.frames(kpis, languages()),
                        KpiTables.practices(kpis),
                        goals(),
                        verdicts(editions));
        List<Dataset> derived =
                setup.catalogue().materialised().stream()
                        .map(model -> setup.catalogue().table(model))
                        .toList();
        List<Dataset> published =
                PublishedTables.ALL.stream().map(PublishedTable::dataset).toList();
        store.writeText(
                StoreViews.FILE,
                StoreViews.of(store.layout(), KpiTable.TABLE, published, literals, derived));
        List<Dataset> others = new ArrayList<>(derived);
        others.add(KpiTable.TABLE);
        others.addAll(published);
        literals.forEach(literal -> others.add(literal.table()));
        store.writeText(Dictionary.FILE, Dictionary.csv(Dictionary.tables(others)));
    }

    private static LiteralTable editions(List<Edition> editions) {
        return new LiteralTable(
                table(
                        "editions",
                        text("month", "the month"),
                        column("edition", ColumnType.INTEGER, "the edition that is shown")),
                editions.stream()
                        .map(it -> List.<Object>of(it.month().toString(), it.number()))
                        .toList());
    }

    private LiteralTable kpis() {
        List<Column> columns = new ArrayList<>();
        columns.add(text("kpi_id", "the KPI"));
        columns.add(text("unit", "unit of its values"));
        columns.add(text("better", "which way is good"));
        columns.addAll(KpiTables.titles(languages()));
        List<List<Object>> rows = new ArrayList<>();
        for (Kpi kpi : setup.catalogue().kpis()) {
            List<Object> row = new ArrayList<>();
            row.add(kpi.kpiId());
            row.add(kpi.unit());
            row.add(kpi.better().name().toLowerCase(Locale.ROOT));
            row.addAll(KpiTables.titles(kpi.title(), languages()));
            rows.add(row);
        }
        return new LiteralTable(table("kpis", columns.toArray(Column[]::new)), rows);
    }

    private LiteralTable goals() {
        List<Column> columns = new ArrayList<>();
        columns.add(text("goal_id", "the goal"));
        columns.add(text("kpi_id", "the KPI that it is about"));
        columns.add(text("scope_kind", "organisation, room and others"));
        columns.add(text("scope_id", "which one; all"));
        columns.add(text("period", "month, quarter, rolling_year, year or year_to_date"));
        columns.add(text("baseline_month", "the last month of the baseline"));
        columns.add(text("target_month", "by when"));
        columns.add(text("target_kind", "value, change, yearly or ceiling"));
        columns.addAll(KpiTables.titles(languages()));
        List<List<Object>> rows = new ArrayList<>();
        for (Goal goal : workspace.goals()) {
            List<Object> row = new ArrayList<>();
            row.add(goal.goalId());
            row.add(goal.kpiId());
            row.add(goal.scope().kind());
            row.add(goal.scope().id());
            row.add(goal.period().code());
            row.add(goal.baselineMonth().toString());
            row.add(goal.targetMonth().toString());
            row.add(goal.target().word());
            row.addAll(KpiTables.titles(goal.title(), languages()));
            rows.add(row);
        }
        return new LiteralTable(table("goals", columns.toArray(Column[]::new)), rows);
    }

    private LiteralTable verdicts(List<Edition> editions) {
        List<KpiValue> values =
                new Editions(store).valuesOfSeries(History.seriesOf(workspace.goals()));
        MonthLengths lengths = new MonthLengths(workspace.workingDays()::in);
        List<List<Object>> rows = new ArrayList<>();
        for (Edition edition : editions) {
            History history = History.upTo(edition.month(), values);
            for (Goal goal : workspace.goals()) {
                Kpi kpi = setup.catalogue().kpi(goal.kpiId()).orElseThrow();
                rows.add(
                        row(
                                edition,
                                Assessment.of(goal, kpi, history, workspace.measures(), lengths)));
            }
        }
        return new LiteralTable(
                table(
                        "verdicts",
                        text("month", "the month that is judged"),
                        text("goal_id", "the goal"),
                        text("verdict", "how it stands"),
                        text("reason", "why there is no verdict"),
                        column("value", ColumnType.DOUBLE, "the month's value, in the KPI's unit"),
                        column("baseline", ColumnType.DOUBLE, "what the path starts from"),
                        column("target", ColumnType.DOUBLE, "what is to be reached"),
                        column("gap", ColumnType.DOUBLE, "distance to the path; positive is worse")
                                .in("share"),
                        column("is_reached", ColumnType.BOOLEAN, "as good as the target")),
                rows);
    }

    private static List<Object> row(Edition edition, Assessment assessment) {
        return List.of(
                edition.month().toString(),
                assessment.goal().goalId(),
                assessment.verdict().code(),
                assessment.unjudged().map(Unjudged::code),
                assessment.value(),
                assessment.baseline(),
                assessment.target(),
                assessment.gap(),
                assessment.isReached());
    }

    private List<Locale> languages() {
        return workspace.settings().languages();
    }

    private static Dataset table(String name, Column... columns) {
        return new Dataset(name, List.of(columns), "", "", false);
    }

    private static Column text(String name, String description) {
        return column(name, ColumnType.TEXT, description);
    }

    private static Column column(String name, ColumnType type, String description) {
        return Column.optional(name, type, description);
    }
}
