package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.GivenTable;
import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.kpi.model.KpiColumns;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.store.Text;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code kpi_values}: its columns, and its rows to and from Parquet. */
public final class KpiTable {

    /** Without {@code month}, which names the folder. */
    public static final Dataset TABLE = KpiColumns.TABLE;

    /** The order of the rows in a file. */
    static final Comparator<KpiValue> ORDER = Comparator.comparing(KpiValue::series, Series.ORDER);

    /** All rows, by month and in the order of their files. */
    static final String ROWS = rows("");

    /** The same of the periods that a report shows of every month. */
    static final String REPORTED_ROWS =
            rows(
                    Period.REPORTED.stream()
                            .map(period -> "'" + period.code() + "'")
                            .sorted()
                            .collect(Collectors.joining(", ", " where period in (", ")")));

    /** The same of those that are wanted only. */
    static final String WANTED_ROWS =
            "select kpi_values.* from kpi_values"
                    + " inner join wanted on kpi_values.period = wanted.period"
                    + " and kpi_values.kpi_id = wanted.kpi_id"
                    + " and kpi_values.scope_kind = wanted.scope_kind"
                    + " and kpi_values.scope_id = wanted.scope_id"
                    + " order by kpi_values.month, kpi_values.period, kpi_values.kpi_id,"
                    + " kpi_values.scope_kind, kpi_values.scope_id";

    private static final int DIGITS = 6;

    private KpiTable() {}

    private static String rows(String which) {
        return "select * from kpi_values"
                + which
                + " order by month, period, kpi_id, scope_kind, scope_id";
    }

    /** The value with its amounts as the table keeps them, so that it equals itself read back. */
    static KpiValue normal(KpiValue value) {
        return value.with(value.amounts().with(KpiTable::scaled));
    }

    /**
     * All of a value as one text, which fingerprints of editions are made of: another one for the
     * same value would have every month computed again.
     */
    static String text(KpiValue value) {
        return "KpiValue[month="
                + value.month()
                + ", period="
                + value.period().code()
                + ", kpiId="
                + value.kpiId()
                + ", scopeKind="
                + value.scope().kind()
                + ", scopeId="
                + value.scope().id()
                + ", numerator="
                + value.numerator()
                + ", denominator="
                + value.denominator()
                + ", value="
                + value.value()
                + ", unit="
                + value.unit()
                + ", coverage="
                + value.coverage()
                + ", measuredShare="
                + value.measuredShare()
                + ", reason="
                + reason(value)
                + ", factorIds="
                + value.factorIds()
                + ", isProvisional="
                + value.isProvisional()
                + ", edition="
                + value.edition()
                + "]";
    }

    /** Fills the open row. */
    static void fill(RowBlock row, KpiValue value) {
        text(row, "period", value.period().code());
        text(row, "kpi_id", value.kpiId());
        text(row, "scope_kind", value.scope().kind());
        text(row, "scope_id", value.scope().id());
        value.numerator().ifPresent(it -> row.set(index("numerator"), micros(it)));
        value.denominator().ifPresent(it -> row.set(index("denominator"), micros(it)));
        value.value().ifPresent(it -> row.setDouble(index("value"), it));
        text(row, "unit", value.unit());
        value.coverage().ifPresent(it -> row.setDouble(index("coverage"), it));
        value.measuredShare().ifPresent(it -> row.setDouble(index("measured_share"), it));
        text(row, "reason", reason(value));
        text(row, "factor_ids", String.join(",", value.factorIds()));
        row.set(index("is_provisional"), value.isProvisional() ? 1 : 0);
        row.set(index("edition"), value.edition());
    }

    /** The table {@code wanted} of some series. */
    static GivenTable wanted(Set<Series> series) {
        return new GivenTable(
                "wanted",
                List.of(
                        "period varchar",
                        "kpi_id varchar",
                        "scope_kind varchar",
                        "scope_id varchar"),
                series.stream()
                        .map(
                                it ->
                                        List.<Object>of(
                                                it.period().code(),
                                                it.kpiId(),
                                                it.scope().kind(),
                                                it.scope().id()))
                        .toList());
    }

    /** Values as a table that models read: the stored columns, but for the edition's number. */
    static GivenTable relation(String name, List<KpiValue> values) {
        List<List<Object>> rows = values.stream().map(KpiTable::row).toList();
        return new GivenTable(name, KpiColumns.ofModels(), rows);
    }

    private static List<Object> row(KpiValue value) {
        return List.of(
                value.month().toString(),
                value.period().code(),
                value.kpiId(),
                value.scope().kind(),
                value.scope().id(),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.unit(),
                value.coverage(),
                value.measuredShare(),
                value.reason().map(Reason::code),
                Optional.of(String.join(",", value.factorIds())).filter(it -> !it.isEmpty()),
                value.isProvisional());
    }

    static KpiValue read(Row row) {
        return new KpiValue(
                YearMonth.parse(required(row, Session.MONTH)),
                new Series(
                        required(row, "kpi_id"),
                        new Scope(required(row, "scope_kind"), required(row, "scope_id")),
                        Period.of(required(row, "period"))),
                new Amounts(
                        row.decimal("numerator"), row.decimal("denominator"), row.number("value")),
                required(row, "unit"),
                new Known(row.number("coverage"), row.number("measured_share")),
                row.text("reason").map(KpiTable::reason),
                new FactorUse(
                        row.text("factor_ids")
                                .map(ids -> List.of(ids.split(",")))
                                .orElse(List.of()),
                        row.flag("is_provisional").orElseThrow()),
                Math.toIntExact(row.integer("edition").orElseThrow()));
    }

    /** The code; an empty text where there is a value. */
    private static String reason(KpiValue value) {
        return value.reason().map(Reason::code).orElse("");
    }

    private static Reason reason(String code) {
        try {
            return Reason.of(code);
        } catch (IllegalArgumentException unknown) {
            throw StoreException.ofANewerVersion("kpi_values: reason", code);
        }
    }

    private static String required(Row row, String column) {
        return row.text(column).orElseThrow();
    }

    private static BigDecimal scaled(BigDecimal amount) {
        return amount.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }

    private static long micros(BigDecimal amount) {
        return scaled(amount).unscaledValue().longValueExact();
    }

    /** An empty text is no text. */
    private static void text(RowBlock row, String column, String value) {
        if (!value.isEmpty()) {
            row.set(index(column), Text.of(value));
        }
    }

    private static int index(String column) {
        return TABLE.index(column);
    }
}
