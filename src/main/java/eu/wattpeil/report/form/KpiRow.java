package eu.wattpeil.report.form;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Scopes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a value that every table of values has. Numbers are for programs: no grouping,
 * shares from 0 to 1; what is not known or not shown is an empty field, never 0.
 */
final class KpiRow {

    static final List<String> HEADER =
            List.of(
                    "period",
                    "scope_kind",
                    "scope_id",
                    "scope_name",
                    "numerator",
                    "denominator",
                    "value",
                    "unit",
                    "coverage",
                    "measured_share",
                    "reason",
                    "factor_ids",
                    "is_provisional",
                    "edition");

    private KpiRow() {}

    static List<Object> of(KpiValue row, Scopes scopes) {
        boolean isShown = !Figure.isHidden(row);
        return List.of(
                row.period().code(),
                row.scope().kind(),
                row.scope().id(),
                scopes.name(row.scope()),
                field(row.numerator().filter(known -> isShown)),
                field(row.denominator().filter(known -> isShown)),
                field(row.value().filter(known -> isShown).map(Numerals::plain)),
                row.unit(),
                field(row.coverage().filter(known -> isShown).map(Numerals::share)),
                field(row.measuredShare().filter(known -> isShown).map(Numerals::share)),
                row.reason().map(Reason::code).orElse(""),
                String.join(",", row.factorIds()),
                Boolean.toString(row.isProvisional()),
                Integer.toString(row.edition()));
    }

    static Object field(Optional<BigDecimal> number) {
        return number.<Object>map(known -> known).orElse("");
    }
}
