package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.model.Model;
import java.time.LocalDate;
import java.util.List;

/** The days of which enough is known; completed where an hour is missing. */
final class DayRows {

    static final String MODEL = "daily_values";

    /** The relation that has all days, whatever is known of them. */
    static final String MEASURED = "measured_days";

    private DayRows() {}

    /** Those that the model gives of the month. */
    static List<DailyValue> of(Session session, Model model) {
        session.remake(MEASURED, model.select());
        return read(session);
    }

    /** Those of that relation, by KPI, scope and day. */
    static List<DailyValue> read(Session session) {
        return session.list(Sql.resource(DayRows.class, "measured-days.sql"), DayRows::day);
    }

    private static DailyValue day(Row row) {
        return new DailyValue(
                ModelFigures.text(row, "kpi_id"),
                ModelFigures.scope(row),
                LocalDate.parse(ModelFigures.text(row, "day")),
                row.number("value").orElseThrow());
    }
}
