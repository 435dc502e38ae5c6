package eu.wattpeil.kpi.model;

import java.util.List;
import java.util.Optional;

/** The tables that the editions of months publish beside {@code kpi_values}. */
public final class PublishedTables {

    /** All that there are. */
    public static final List<PublishedTable> ALL =
            List.of(
                    Findings.TABLE,
                    GoalStandings.TABLE,
                    KpiChanges.TABLE,
                    LevelShiftTable.TABLE,
                    MeasureEffects.TABLE,
                    MeasureImpacts.TABLE,
                    Details.TABLE);

    private PublishedTables() {}

    /** The one that models of a layer give; empty where the layer publishes none. */
    public static Optional<PublishedTable> of(Model.Layer layer) {
        return ALL.stream().filter(it -> it.layer().filter(layer::equals).isPresent()).findFirst();
    }
}
