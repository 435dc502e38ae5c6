package eu.wattpeil.operate;

import eu.wattpeil.kpi.shift.ToldShift;
import eu.wattpeil.kpi.shift.YearBefore;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
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

    static LevelShift of(YearMonth month, PublishedRow row) {
        return new LevelShift(
                month,
                row.text("kpi_id").orElseThrow(),
                new Scope(row.text("scope_kind").orElseThrow(), row.text("scope_id").orElseThrow()),
                row.value("shifted_on").map(LocalDate.class::cast).orElseThrow(),
                row.text("reason"),
                row.value("known_until").map(LocalDate.class::cast).orElseThrow(),
                row.amount("before").orElseThrow(),
                row.amount("after").orElseThrow(),
                row.amount("change_low").orElseThrow(),
                row.amount("change_high").orElseThrow(),
                row.value("change_share").map(Double.class::cast),
                row.text("unit").orElseThrow(),
                row.text("year_before").orElseThrow(),
                row.text("explained_by").stream()
                        .flatMap(it -> Arrays.stream(it.split(", ")))
                        .toList());
    }

    /** Whether it shifted the same way a year before. */
    boolean isLikeTheYearBefore() {
        return yearBefore.equals(YearBefore.ALIKE.code());
    }

    /** Whether nothing explains it, and nobody knows of the year before. */
    boolean isPerhapsSeason() {
        return occasions.isEmpty() && yearBefore.equals(YearBefore.UNKNOWN.code());
    }

    /** Whether its month knew too few days since: another one knows more. */
    boolean isOfFewDays() {
        return reason.filter(ToldShift.Obstacle.FEW_DAYS.code()::equals).isPresent();
    }
}
