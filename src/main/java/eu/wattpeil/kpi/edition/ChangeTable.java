package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.change.Cause;
import eu.wattpeil.kpi.change.Change;
import eu.wattpeil.kpi.model.KpiChanges;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the rows of {@code kpi_changes}. */
final class ChangeTable {

    /** The cause of a change that cannot be split. */
    private static final String UNKNOWN = "unknown";

    private ChangeTable() {}

    static EditionTable of(List<Change> changes) {
        return new EditionTable(
                KpiChanges.TABLE, changes.stream().flatMap(ChangeTable::rows).toList());
    }

    private static Stream<List<Object>> rows(Change change) {
        if (change.parts().isEmpty()) {
            return Stream.of(row(change, UNKNOWN, Optional.empty(), change.reason()));
        }
        return Stream.concat(
                change.parts().entrySet().stream().map(part -> row(change, part)),
                change.weatherUntold().stream()
                        .map(
                                reason ->
                                        row(
                                                change,
                                                Cause.WEATHER.code(),
                                                Optional.empty(),
                                                Optional.of(reason))));
    }

    private static List<Object> row(Change change, Map.Entry<Cause, BigDecimal> part) {
        boolean isRest = part.getKey() == Cause.REST;
        return row(
                change,
                part.getKey().code(),
                Optional.of(part.getValue()),
                change.reason().filter(it -> isRest));
    }

    private static List<Object> row(
            Change change, String cause, Optional<BigDecimal> amount, Optional<String> reason) {
        return List.of(
                change.series().period().code(),
                change.series().kpiId(),
                change.series().scope().kind(),
                change.series().scope().id(),
                change.against().code(),
                cause,
                change.before(),
                change.now(),
                amount,
                change.unit(),
                reason);
    }
}
