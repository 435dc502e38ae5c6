package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.LevelShiftTable;
import eu.wattpeil.kpi.shift.Shift;
import eu.wattpeil.kpi.shift.ToldShift;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes the rows of {@code level_shifts}. */
final class ShiftRows {

    private ShiftRows() {}

    static EditionTable of(List<ToldShift> shifts, Catalogue catalogue) {
        return new EditionTable(
                LevelShiftTable.TABLE, shifts.stream().map(it -> row(it, catalogue)).toList());
    }

    private static List<Object> row(ToldShift told, Catalogue catalogue) {
        Shift shift = told.shift();
        return List.of(
                told.kpiId(),
                told.scope().kind(),
                told.scope().id(),
                shift.day(),
                told.verdict().code(),
                told.obstacle().map(ToldShift.Obstacle::code),
                shift.knownUntil(),
                BigDecimal.valueOf(shift.before()),
                BigDecimal.valueOf(shift.after()),
                BigDecimal.valueOf(shift.low()),
                BigDecimal.valueOf(shift.high()),
                Optional.of(shift)
                        .filter(it -> it.before() > 0)
                        .map(it -> it.after() / it.before() - 1),
                catalogue.kpi(told.kpiId()).map(Kpi::unit).orElse(""),
                told.weather().code(),
                told.yearBefore().code(),
                Optional.of(String.join(", ", told.occasions())).filter(it -> !it.isEmpty()));
    }
}
