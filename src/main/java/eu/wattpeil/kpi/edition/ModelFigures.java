package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.engine.Sql;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.kpi.value.Valuation;
import eu.wattpeil.workspace.Scope;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/** The rows of a KPI's model as figures. */
final class ModelFigures {

    private static final String FIGURES = Sql.resource(ModelFigures.class, "figures.sql");

    private ModelFigures() {}

    /** Those of a month, in order of scope. */
    static List<ScopeFigure> of(Session session, Model model, YearMonth month) {
        List<ScopeFigure> figures =
                session.list(
                        "with rows_of_kpi as ("
                                + model.select()
                                + "\n)\n"
                                + FIGURES
                                + "where month = '"
                                + month
                                + "'",
                        row ->
                                new ScopeFigure(
                                        scope(row),
                                        row.decimal("numerator"),
                                        row.decimal("denominator"),
                                        new Known(
                                                row.number("coverage").map(Valuation::rounded),
                                                row.number("measured_share")
                                                        .map(Valuation::rounded)),
                                        false));
        figures.sort(Comparator.comparing(ScopeFigure::scope, Scope.ORDER));
        new FigureCheck(model).check(figures);
        return figures;
    }

    static Scope scope(Row row) {
        return new Scope(text(row, "scope_kind"), text(row, "scope_id"));
    }

    /** Null becomes an empty text, which no scope is called. */
    static String text(Row row, String column) {
        return row.text(column).orElse("");
    }
}
