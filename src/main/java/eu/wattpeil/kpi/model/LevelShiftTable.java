package eu.wattpeil.kpi.model;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code level_shifts}: days from which a KPI of days is at another level, in the month
 * that is the first to tell of it.
 */
public final class LevelShiftTable {

    private static final String UNIT = "unit of the KPI, of a day";

    public static final PublishedTable TABLE =
            new PublishedTable(
                    "level_shifts",
                    List.of(
                            text("kpi_id", "the KPI"),
                            text("scope_kind", "organisation or room"),
                            text("scope_id", "which one; all"),
                            day("shifted_on", "the first known day of the new level"),
                            text("verdict", "shift, or cannot_be_told_yet"),
                            Column.optional(
                                    "reason",
                                    ColumnType.TEXT,
                                    "why it cannot be told yet: few_days since, or"
                                            + " weather_unknown, which may be why"),
                            day("known_until", "the last known day of the level before"),
                            amount("before", "what a usual day would come to without it"),
                            amount("after", "what a usual day comes to since"),
                            amount("change_low", "the change at least, by an interval of 95 %"),
                            amount("change_high", "the change at most"),
                            Column.optional(
                                    "change_share",
                                    ColumnType.DOUBLE,
                                    "change as a share of the level before; null where it is 0"),
                            text("unit", "unit of the KPI, of a day where it is a sum"),
                            text(
                                    "weather",
                                    "no_part: the KPI does not follow it; freed: the levels are"
                                            + " those of the same weather; unknown"),
                            text(
                                    "year_before",
                                    "alike: it shifted the same way then, which may be the season;"
                                            + " none: it did not; unknown"),
                            Column.optional(
                                    "explained_by",
                                    ColumnType.TEXT,
                                    "measures, events and breaks of the series within 7 days, with"
                                            + " a comma between them; null where nothing explains"
                                            + " it")),
                    List.of("kpi_id", "scope_kind", "scope_id", "shifted_on"),
                    Optional.empty());

    private LevelShiftTable() {}

    private static Column text(String name, String description) {
        return Column.required(name, ColumnType.TEXT, description);
    }

    private static Column day(String name, String description) {
        return Column.required(name, ColumnType.DATE, description);
    }

    private static Column amount(String name, String description) {
        return Column.required(name, ColumnType.FINE_DECIMAL, description).in(UNIT);
    }
}
