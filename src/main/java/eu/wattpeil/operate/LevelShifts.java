package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.LevelShiftTable;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Workspace;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From which days on KPIs are at another level, as the editions of the twelve months up to one have
 * it.
 *
 * @param shifts the newest first; of those that too few days are known since, what the last month
 *     says of them alone
 */
public record LevelShifts(YearMonth month, List<LevelShift> shifts) {

    private static final int MONTHS = 12;

    private static final Comparator<LevelShift> ORDER =
            Comparator.comparing(LevelShift::day)
                    .reversed()
                    .thenComparing(LevelShift::kpiId)
                    .thenComparing(it -> it.scope().toString());

    public LevelShifts {
        YearMonth last = month;
        shifts =
                shifts.stream()
                        .filter(it -> !it.isOfFewDays() || it.month().equals(last))
                        .sorted(ORDER)
                        .toList();
    }

    /**
     * Those up to a month, or up to the last one that was computed.
     *
     * @throws UnknownNameException where the month is not computed, or none is
     */
    public static LevelShifts of(Workspace workspace, Optional<YearMonth> wanted) {
        Editions editions = new Editions(Store.open(workspace.settings().store()));
        YearMonth last = ComputedMonth.of(editions, wanted).month();
        return new LevelShifts(
                last,
                editions.current().stream()
                        .filter(it -> !it.month().isAfter(last))
                        .filter(it -> it.month().isAfter(last.minusMonths(MONTHS)))
                        .flatMap(it -> of(editions, it).stream())
                        .toList());
    }

    private static List<LevelShift> of(Editions editions, Edition edition) {
        EditionTable table = editions.table(LevelShiftTable.TABLE, edition);
        return table.rows().stream()
                .map(row -> LevelShift.of(edition.month(), new PublishedRow(table, row)))
                .toList();
    }
}
