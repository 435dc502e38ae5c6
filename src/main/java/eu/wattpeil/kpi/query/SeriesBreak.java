package eu.wattpeil.kpi.query;

import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code series_breaks}: from a day on, a KPI is measured in another way than before, so
 * that values of the two sides compare roughly only.
 *
 * @param cause {@code print_log_style}: a print log began or ceased to tell the copies; {@code
 *     meter_replaced}: another device or another key measures the same place
 * @param subjectId the definition or the meter
 * @param happenedOn the first day of the new way
 */
public record SeriesBreak(String kpiId, String cause, String subjectId, LocalDate happenedOn) {

    private static final String MODEL = "series_breaks";

    /** All that are known of the computed months, in order of time; none without the model. */
    public static List<SeriesBreak> all(Store store, Catalogue catalogue) {
        Optional<Model> model =
                catalogue.materialised().stream().filter(it -> it.name().equals(MODEL)).findFirst();
        if (model.isEmpty()) {
            return List.of();
        }
        StoreLayout layout = store.layout();
        List<Path> files = layout.existing(MODEL, layout.months(MODEL), StoreLayout.PART);
        try (Database database = Database.toRead(store.root())) {
            return database.list(
                    FileRelation.select(catalogue.table(model.get()), true, files)
                            + " order by happened_on, kpi_id, cause, subject_id",
                    row ->
                            new SeriesBreak(
                                    row.getString("kpi_id"),
                                    row.getString("cause"),
                                    row.getString("subject_id"),
                                    row.getObject("happened_on", LocalDate.class)));
        }
    }
}
