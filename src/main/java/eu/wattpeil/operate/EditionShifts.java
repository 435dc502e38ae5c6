package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.LevelShiftTable;
import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.report.content.LevelShifts;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Workspace;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from which days on KPIs are at another level, as the editions of a year have it. */
public final class EditionShifts {

    private static final int MONTHS = 12;

    private final Editions editions;

    /** By edition: months that follow each other look back at the same ones. */
    private final Map<Edition, List<LevelShift>> read = new HashMap<>();

    EditionShifts(Editions editions) {
        this.editions = editions;
    }

    /**
     * Those up to a month, or up to the last one that was computed.
     *
     * @throws UnknownNameException where the month is not computed, or none is
     */
    public static LevelShifts of(Workspace workspace, Optional<YearMonth> wanted) {
        Editions editions = new Editions(Setup.store(workspace));
        return new EditionShifts(editions).upTo(ComputedMonth.of(editions, wanted).month());
    }

    /** Those up to a month. */
    LevelShifts upTo(YearMonth last) {
        List<Edition> year =
                editions.current().stream()
                        .filter(it -> !it.month().isAfter(last))
                        .filter(it -> it.month().isAfter(last.minusMonths(MONTHS)))
                        .toList();
        readThose(year.stream().filter(it -> !read.containsKey(it)).toList());
        return new LevelShifts(
                last,
                year.stream().flatMap(it -> read.getOrDefault(it, List.of()).stream()).toList());
    }

    private void readThose(List<Edition> unread) {
        List<EditionTable> tables = editions.tables(LevelShiftTable.TABLE, unread);
        for (int i = 0; i < unread.size(); i++) {
            EditionTable table = tables.get(i);
            YearMonth month = unread.get(i).month();
            read.put(
                    unread.get(i),
                    table.rows().stream()
                            .map(row -> shift(month, new PublishedRow(table, row)))
                            .toList());
        }
    }

    private static LevelShift shift(YearMonth month, PublishedRow row) {
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
}
