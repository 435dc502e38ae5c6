package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.KpiColumns;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.model.PublishedTables;
import eu.wattpeil.kpi.model.Relations;
import eu.wattpeil.kpi.value.KpiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes the tables that are published beside the values of a month. Their models see only values
 * that are told, so that nothing withheld can be told by them.
 */
final class MonthTables {

    private static final String TOLD = "told_values";
    private static final String EARLIER = "earlier_values";

    private final Catalogue catalogue;
    private final Session session;
    private final Consumer<List<Model>> creation;

    /**
     * @param session of the month
     * @param creation makes relations of models in it, and of what they read
     */
    MonthTables(Catalogue catalogue, Session session, Consumer<List<Model>> creation) {
        this.catalogue = catalogue;
        this.session = session;
        this.creation = creation;
    }

    /**
     * All of them, with or without rows.
     *
     * @param told all values of the month
     * @param earlier the files of those of the months before
     */
    List<EditionTable> of(List<KpiValue> told, FileTable earlier) {
        List<Model> models =
                catalogue.models().stream()
                        .filter(it -> PublishedTables.of(it.layer()).isPresent())
                        .toList();
        if (!models.isEmpty()) {
            createValues(told, earlier);
            creation.accept(models);
        }
        return PublishedTables.ALL.stream()
                .map(table -> new EditionTable(table, rows(table, models)))
                .toList();
    }

    private void createValues(List<KpiValue> told, FileTable earlier) {
        session.given(KpiTable.relation(TOLD, told));
        session.files(EARLIER, earlier);
        String columns =
                KpiColumns.ofModels().stream()
                        .map(it -> it.substring(0, it.indexOf(' ')))
                        .collect(Collectors.joining(", "));
        session.view(
                Relations.KPI_VALUES,
                "select "
                        + columns
                        + " from "
                        + TOLD
                        + " union all select "
                        + columns
                        + " from "
                        + EARLIER);
    }

    private List<List<Object>> rows(PublishedTable table, List<Model> models) {
        List<List<Object>> rows = new ArrayList<>();
        models.stream()
                .filter(model -> table.layer().filter(model.layer()::equals).isPresent())
                .forEach(model -> rows.addAll(rows(table, model)));
        return rows;
    }

    private List<List<Object>> rows(PublishedTable table, Model model) {
        String columns =
                table.columnsOfModels().stream()
                        .map(
                                it ->
                                        "cast("
                                                + it.name()
                                                + " as "
                                                + it.type().sqlType()
                                                + ") as "
                                                + it.name())
                        .collect(Collectors.joining(", "));
        try {
            List<List<Object>> rows =
                    session.list(
                            "select "
                                    + columns
                                    + " from "
                                    + model.name()
                                    + " where month in (select month from period)",
                            row -> values(table, model, row));
            RowCheck.faultOf(table, rows)
                    .ifPresent(
                            fault -> {
                                throw new ComputationException(model.file().file() + ": " + fault);
                            });
            return rows;
        } catch (SqlException failure) {
            throw new ComputationException(model, failure);
        }
    }

    private static List<Object> values(PublishedTable table, Model model, Row row) {
        List<Object> values = new ArrayList<>();
        values.add(model.name());
        table.columnsOfModels().forEach(column -> values.add(Cells.read(column, row)));
        return values;
    }
}
