package eu.wattpeil.kpi.model;

import static eu.wattpeil.store.Column.optional;
import static eu.wattpeil.store.Column.required;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code findings}: what each rule came to in each scope that it was tried on, so that a
 * reader sees which rules were tried and which could not be judged.
 */
public final class Findings {

    /** The facts behind a finding, at most. */
    public static final int FACTS = 4;

    /** What a rule may come to. */
    public enum Outcome {
        /** There is something to gain. */
        FOUND,
        /** All is known, and there is nothing. */
        NOT_FOUND,
        /** Something is missing. */
        CANNOT_BE_JUDGED
    }

    public static final PublishedTable TABLE =
            new PublishedTable(
                    "findings",
                    columns(),
                    List.of("rule_id", "scope_kind", "scope_id"),
                    Optional.of(Model.Layer.FINDING));

    private Findings() {}

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(required("rule_id", ColumnType.TEXT, "the rule"));
        columns.add(required("scope_kind", ColumnType.TEXT, "organisation, room, meter …"));
        columns.add(required("scope_id", ColumnType.TEXT, "which one; all"));
        columns.add(
                new Column(
                        "outcome",
                        ColumnType.TEXT,
                        true,
                        List.of("found", "not_found", "cannot_be_judged"),
                        "what the rule came to"));
        columns.add(
                optional(
                        "missing",
                        ColumnType.TEXT,
                        "what is missing for a judgement, or for the estimate of what was found"));
        for (int i = 1; i <= FACTS; i++) {
            columns.add(optional("fact_" + i, ColumnType.TEXT, "a fact behind it"));
            columns.add(optional("value_" + i, ColumnType.FINE_DECIMAL, "its value"));
            columns.add(optional("unit_" + i, ColumnType.TEXT, "unit of that value"));
        }
        columns.add(amount("kwh_low", "electricity that may be saved, at least", "kWh per year"));
        columns.add(amount("kwh_high", "the same at most", "kWh per year"));
        columns.add(amount("eur_low", "money that may be saved, at least", "EUR per year"));
        columns.add(amount("eur_high", "the same at most", "EUR per year"));
        columns.add(amount("kgco2e_low", "emissions that may be saved", "kgCO2e per year"));
        columns.add(amount("kgco2e_high", "the same at most", "kgCO2e per year"));
        columns.add(optional("coverage", ColumnType.DOUBLE, "share that is known of the facts"));
        return columns;
    }

    private static Column amount(String name, String description, String unit) {
        return optional(name, ColumnType.FINE_DECIMAL, description).in(unit);
    }
}
