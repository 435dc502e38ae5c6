package eu.wattpeil.kpi.model;

import static eu.wattpeil.store.Column.optional;
import static eu.wattpeil.store.Column.required;

import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code measure_impacts}: what a year of the effect of each measure that shows one comes
 * to, with its interval of 95 %, by the prices and factors of the last day of the month. What rises
 * is above zero, what falls below.
 */
public final class MeasureImpacts {

    /** What is told beside money and emissions. */
    static final List<Saving> SAVED = List.of(Saving.KWH, Saving.SHEETS, Saving.IMPRESSIONS);

    public static final PublishedTable TABLE =
            new PublishedTable(
                    "measure_impacts",
                    columns(),
                    List.of("measure_id"),
                    Optional.of(Model.Layer.IMPACT));

    private MeasureImpacts() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(required("impact_id", ColumnType.TEXT, "the model that says it"));
        columns.add(
                required("measure_id", ColumnType.TEXT, "the measure, as in config/measures.yaml"));
        columns.add(optional("missing", ColumnType.TEXT, "what is missing for any of it"));
        columns.add(
                optional(
                        "days",
                        ColumnType.INTEGER,
                        "of how many days of a year the effect is taken; null where it is none of"
                                + " a day"));
        for (Saving saving : SAVED) {
            String unit = saving == Saving.KWH ? "kWh" : Codes.of(saving);
            add(columns, Codes.of(saving), unit + " per year");
        }
        for (SavingWorth.Kind kind : SavingWorth.Kind.values()) {
            boolean isMoney = kind == SavingWorth.Kind.EUR;
            add(columns, kind.word(), (isMoney ? "EUR" : "kgCO2e") + " per year");
            columns.add(
                    optional(
                            kind.word() + "_missing",
                            ColumnType.TEXT,
                            "the price or the factor that is missing for it"));
        }
        return columns;
    }

    private static void add(List<Column> columns, String name, String unit) {
        columns.add(amount(name, "the change", unit));
        columns.add(amount(name + "_low", "the change at least, by an interval of 95 %", unit));
        columns.add(amount(name + "_high", "the change at most", unit));
    }

    private static Column amount(String name, String description, String unit) {
        return optional(name, ColumnType.FINE_DECIMAL, description).in(unit);
    }
}
