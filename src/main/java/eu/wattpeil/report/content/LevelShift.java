package eu.wattpeil.report.content;

import eu.wattpeil.kpi.shift.ToldShift;
import eu.wattpeil.kpi.shift.YearBefore;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code level_shifts}: from a day on, a KPI is at another level.
 *
 * @param month that is the first to tell of it
 * @param reason why it cannot be told yet; empty where it can be
 * @param knownUntil the last known day of the level before
 * @param changeShare as a share of the level before; empty where that is 0
 * @param yearBefore {@code alike}, {@code none} or {@code unknown}: what the level did then
 * @param occasions what is on record about the day; empty where nothing explains it
 */
public record LevelShift(
        YearMonth month,
        String kpiId,
        Scope scope,
        LocalDate day,
        Optional<String> reason,
        LocalDate knownUntil,
        BigDecimal before,
        BigDecimal after,
        BigDecimal changeLow,
        BigDecimal changeHigh,
        Optional<Double> changeShare,
        String unit,
        String yearBefore,
        List<String> occasions) {

    public LevelShift {
        occasions = List.copyOf(occasions);
    }

    /** Whether it shifted the same way a year before. */
    public boolean isLikeTheYearBefore() {
        return yearBefore.equals(YearBefore.ALIKE.code());
    }

    /** Whether nothing explains it, and nobody knows of the year before. */
    public boolean isPerhapsSeason() {
        return occasions.isEmpty() && yearBefore.equals(YearBefore.UNKNOWN.code());
    }

    /** Whether its month knew too few days since: another one knows more. */
    public boolean isOfFewDays() {
        return reason.filter(ToldShift.Obstacle.FEW_DAYS.code()::equals).isPresent();
    }
}
