package eu.wattpeil.report.numbers;

import eu.wattpeil.goal.Assessment;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.Impact;
import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a town's report is made from as the tables of a store. */
final class TownStore {

    private static final String AMOUNT = "decimal(38, 6)";

    private final Path folder;
    private final MonthlyFacts facts;

    private TownStore(Path folder, MonthlyFacts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    /** Writes them into a folder. */
    static void write(Path folder, MonthlyReport report) throws SQLException {
        TownStore store = new TownStore(folder, report.facts());
        store.write("kpi_values", values(), store.facts.values().stream().map(TownStore::row));
        store.write(
                "kpi_changes",
                changes(),
                store.facts.insights().changes().stream().map(store::row));
        store.write("goal_verdicts", verdicts(), report.assessments().stream().map(store::row));
        store.write(
                "measure_effects",
                effects(),
                store.facts.insights().effects().stream().map(store::row));
        store.write(
                "measure_impacts",
                impacts(),
                store.facts.insights().effects().stream()
                        .flatMap(it -> it.impact().map(impact -> store.row(it, impact)).stream()));
        store.write(
                "findings", findings(), store.facts.insights().findings().stream().map(store::row));
        store.write(
                "level_shifts", shifts(), store.facts.insights().shifts().stream().map(store::row));
        store.write(
                "details",
                details(),
                store.facts.insights().breakdowns().stream()
                        .flatMap(all -> all.cells().stream().map(cell -> store.row(all, cell))));
        store.write("documents", documents(), store.facts.sources().stream().map(TownStore::row));
        store.write("rejects", rejects(), store.facts.rejects().stream().flatMap(TownStore::rows));
    }

    private static String values() {
        return "month varchar, period varchar, kpi_id varchar, scope_kind varchar,"
                + " scope_id varchar, numerator "
                + AMOUNT
                + ", denominator "
                + AMOUNT
                + ", value double, coverage double, measured_share double, reason varchar";
    }

    private static List<Optional<?>> row(KpiValue value) {
        return List.of(
                Optional.of(value.month().toString()),
                Optional.of(value.period().code()),
                Optional.of(value.kpiId()),
                Optional.of(value.scope().kind()),
                Optional.of(value.scope().id()),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.coverage(),
                value.measuredShare(),
                value.reason().map(Reason::code));
    }

    private static String changes() {
        return "month varchar, kpi_id varchar, against varchar, cause varchar, amount " + AMOUNT;
    }

    private List<Optional<?>> row(ChangePart part) {
        return List.of(
                month(),
                Optional.of(part.series().kpiId()),
                Optional.of(part.against().toString()),
                Optional.of(part.cause()),
                part.amount());
    }

    private static String verdicts() {
        return "month varchar, goal_id varchar, verdict varchar";
    }

    private List<Optional<?>> row(Assessment assessment) {
        return List.of(
                month(),
                Optional.of(assessment.goal().goalId()),
                Optional.of(assessment.verdict().code()));
    }

    private static String effects() {
        return "month varchar, measure_id varchar, kpi_id varchar, started_on varchar, effect double,"
                + " effect_low double, effect_high double, mean_before double,"
                + " first_result_on varchar";
    }

    private List<Optional<?>> row(Effect effect) {
        Measure measure =
                facts.organisation().measures().stream()
                        .filter(it -> it.measureId().equals(effect.measureId()))
                        .findFirst()
                        .orElseThrow();
        return List.of(
                month(),
                Optional.of(effect.measureId()),
                Optional.of(measure.kpiId()),
                Optional.of(measure.startedOn().toString()),
                effect.change().map(Effect.Change::amount),
                effect.change().map(Effect.Change::low),
                effect.change().map(Effect.Change::high),
                effect.change().map(Effect.Change::before),
                effect.firstResultOn().map(Object::toString));
    }

    private static String impacts() {
        String columns = "month varchar, measure_id varchar, days bigint";
        for (String amount : OtherNumbers.YEARLY) {
            for (String end : List.of("", "_low", "_high")) {
                columns += ", " + amount + end + " " + AMOUNT;
            }
        }
        return columns;
    }

    private List<Optional<?>> row(Effect effect, Impact impact) {
        List<Optional<?>> row =
                new ArrayList<>(List.of(month(), Optional.of(effect.measureId()), impact.days()));
        for (Impact.Amount amount :
                List.of(
                        impact.kwh(),
                        impact.sheets(),
                        impact.impressions(),
                        impact.eur(),
                        impact.kgco2e())) {
            row.add(amount.change().map(Impact.Change::amount));
            row.add(amount.change().map(Impact.Change::low));
            row.add(amount.change().map(Impact.Change::high));
        }
        return row;
    }

    private static String findings() {
        return "month varchar, rule_id varchar, scope_id varchar, outcome varchar, kwh_low "
                + AMOUNT
                + ", kwh_high "
                + AMOUNT
                + ", eur_low "
                + AMOUNT
                + ", eur_high "
                + AMOUNT
                + ", kgco2e_low "
                + AMOUNT
                + ", kgco2e_high "
                + AMOUNT
                + ", value_1 "
                + AMOUNT
                + ", unit_1 varchar, value_2 "
                + AMOUNT
                + ", unit_2 varchar";
    }

    private List<Optional<?>> row(Finding finding) {
        List<Optional<?>> row =
                new ArrayList<>(
                        List.of(
                                month(),
                                Optional.of(finding.ruleId()),
                                Optional.of(finding.scope().id()),
                                Optional.of("found"),
                                finding.kwh().low(),
                                finding.kwh().high(),
                                finding.eur().low(),
                                finding.eur().high(),
                                finding.kgco2e().low(),
                                finding.kgco2e().high()));
        for (Finding.Fact fact : finding.facts()) {
            row.add(Optional.of(fact.value()));
            row.add(Optional.of(fact.unit()));
        }
        return row;
    }

    private static String shifts() {
        return "month varchar, kpi_id varchar, unit varchar, before "
                + AMOUNT
                + ", after "
                + AMOUNT
                + ", change_low "
                + AMOUNT
                + ", change_high "
                + AMOUNT;
    }

    private List<Optional<?>> row(LevelShift shift) {
        return List.of(
                month(),
                Optional.of(shift.kpiId()),
                Optional.of(shift.unit()),
                Optional.of(shift.before()),
                Optional.of(shift.after()),
                Optional.of(shift.changeLow()),
                Optional.of(shift.changeHigh()));
    }

    private static String details() {
        return "month varchar, detail_id varchar, scope_id varchar, row_key varchar,"
                + " column_key varchar, value "
                + AMOUNT
                + ", unit varchar, coverage double, note varchar";
    }

    private List<Optional<?>> row(Breakdown all, Breakdown.Cell cell) {
        Scope scope = cell.scope();
        return List.of(
                month(),
                Optional.of(all.detail().detailId()),
                Optional.of(scope.id()),
                Optional.of(cell.row()),
                Optional.of(cell.column()),
                cell.value(),
                Optional.of(cell.unit()),
                cell.coverage(),
                cell.note());
    }

    private static String documents() {
        return "document_id varchar, definition varchar, dataset varchar, name varchar,"
                + " records bigint, rejects bigint, first_at varchar, last_at varchar";
    }

    private static List<Optional<?>> row(SourceFacts source) {
        Optional<String> at = source.lastAt().map(it -> it.toString());
        return List.of(
                Optional.of(source.definition()),
                Optional.of(source.definition()),
                Optional.of(source.dataset()),
                Optional.of(source.definition() + ".csv"),
                Optional.of(source.records()),
                Optional.of(source.rejects()),
                at,
                at);
    }

    private static String rejects() {
        return "document_id varchar, reason varchar, line bigint, expected varchar, found varchar,"
                + " file varchar";
    }

    /** As many as there are, all in the lines of the examples. */
    private static Stream<List<Optional<?>>> rows(RejectFacts rejects) {
        RejectFacts.Example example = rejects.examples().get(0);
        List<Optional<?>> row =
                List.of(
                        Optional.of(rejects.definition()),
                        Optional.of(rejects.reason()),
                        Optional.of(example.line()),
                        Optional.of(example.expected()),
                        Optional.of(example.found()),
                        Optional.of(example.document()));
        return Collections.nCopies(Math.toIntExact(rejects.count()), row).stream();
    }

    private Optional<String> month() {
        return Optional.of(facts.month().toString());
    }

    private void write(String table, String columns, Stream<List<Optional<?>>> rows)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table given (" + columns + ")");
            int count = columns.replace(AMOUNT, "decimal").split(",").length;
            String signs = String.join(", ", Collections.nCopies(count, "?"));
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into given values (" + signs + ")")) {
                for (List<Optional<?>> row : rows.toList()) {
                    for (int at = 0; at < row.size(); at++) {
                        insert.setObject(at + 1, object(row.get(at)));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
            statement.execute(
                    "copy (select *, 1 as edition from given) to '"
                            + Files.createDirectories(folder.resolve(table).toAbsolutePath())
                            + "/part.parquet' (format parquet)");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable Object object(Optional<?> value) {
        return value.map(it -> it instanceof BigDecimal number ? number.toPlainString() : it)
                .orElse(null);
    }
}
