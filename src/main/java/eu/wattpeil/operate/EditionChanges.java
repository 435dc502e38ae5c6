package eu.wattpeil.operate;

import eu.wattpeil.kpi.change.Against;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.EditionTable;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.model.KpiChanges;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what changed the values of a month, as its edition has it. */
final class EditionChanges {

    private static final String AMOUNT = "amount";

    private EditionChanges() {}

    static List<ChangePart> of(Editions editions, Edition edition) {
        EditionTable table = editions.table(KpiChanges.TABLE, edition);
        return table.rows().stream()
                .map(row -> new PublishedRow(table, row))
                .map(row -> part(edition.month(), row::text, row.amount(AMOUNT)))
                .toList();
    }

    /** Those of several months that have an amount which is not zero, in no order. */
    static Map<YearMonth, List<ChangePart>> ofEach(Editions editions, List<Edition> some) {
        Map<YearMonth, List<ChangePart>> parts = new HashMap<>();
        editions.eachChange(
                some,
                row -> {
                    YearMonth month = YearMonth.parse(row.text("month").orElseThrow());
                    parts.computeIfAbsent(month, it -> new ArrayList<>())
                            .add(part(month, row::text, row.decimal(AMOUNT)));
                });
        return parts;
    }

    private static ChangePart part(
            YearMonth month, Function<String, Optional<String>> text, Optional<BigDecimal> amount) {
        Scope scope =
                new Scope(
                        text.apply("scope_kind").orElseThrow(),
                        text.apply("scope_id").orElseThrow());
        String against = text.apply("against").orElseThrow();
        return new ChangePart(
                new Series(
                        text.apply("kpi_id").orElseThrow(),
                        scope,
                        Period.of(text.apply("period").orElseThrow())),
                against.equals(Against.YEAR_BEFORE.code())
                        ? month.minusYears(1)
                        : month.minusMonths(1),
                text.apply("cause").orElseThrow(),
                amount);
    }
}
