package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.FileTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.KpiColumns;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.model.PublishedTables;
import eu.wattpeil.kpi.model.Relations;
import eu.wattpeil.kpi.value.KpiValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
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
    private final Making making;

    /**
     * @param session of the month
     * @param making of what published models read
     */
    MonthTables(Catalogue catalogue, Session session, Making making) {
        this.catalogue = catalogue;
        this.session = session;
        this.making = making;
    }

    /** Makes relations in the session. */
    interface Making {

        /**
         * Makes what published models read, on several threads, and hands over each of them once
         * all is there for it.
         *
         * @param reading takes a model and the select of its rows
         */
        void each(List<Model> published, BiConsumer<Model, String> reading);
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
        Map<String, List<List<Object>>> rows = new ConcurrentHashMap<>();
        if (!models.isEmpty()) {
            createValues(told, earlier);
            making.each(models, (model, select) -> rows.put(model.name(), rows(model, select)));
        }
        return PublishedTables.ALL.stream()
                .map(table -> new EditionTable(table, rows(table, models, rows)))
                .toList();
    }

    private void createValues(List<KpiValue> told, FileTable earlier) {
        session.given(KpiTable.relation(TOLD, told));
        session.files(EARLIER, earlier);
        String columns =
                KpiColumns.ofModels().stream()
                        .map(it -> it.substring(0, it.indexOf(' ')))
                        .collect(Collectors.joining(", "));
        // Each reader would open the file of each earlier month.
        session.table(
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

    private static List<List<Object>> rows(
            PublishedTable table, List<Model> models, Map<String, List<List<Object>>> rows) {
        return models.stream()
                .filter(model -> table.layer().filter(model.layer()::equals).isPresent())
                .flatMap(model -> Objects.requireNonNull(rows.get(model.name())).stream())
                .toList();
    }

    private List<List<Object>> rows(Model model, String select) {
        PublishedTable table = PublishedTables.of(model.layer()).orElseThrow();
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
        List<List<Object>> rows =
                session.list(
                        "with rows_of_model as ("
                                + select
                                + "\n)\nselect "
                                + columns
                                + " from rows_of_model where month in (select month from period)",
                        row -> values(table, model, row));
        RowCheck.faultOf(table, rows)
                .ifPresent(
                        fault -> {
                            throw new ComputationException(model.file().file() + ": " + fault);
                        });
        return rows;
    }

    private static List<Object> values(PublishedTable table, Model model, Row row) {
        List<Object> values = new ArrayList<>();
        values.add(model.name());
        table.columnsOfModels().forEach(column -> values.add(Cells.read(column, row)));
        return values;
    }
}
