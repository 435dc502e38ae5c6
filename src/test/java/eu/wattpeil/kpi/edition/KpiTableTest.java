package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.engine.Row;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KpiTableTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final Scope HALL = new Scope("room", "hall");

    @Test
    void tellsAReasonThatOnlyANewerVersionKnows() {
        assertThatThrownBy(() -> KpiTable.read(new Written("phase_of_the_moon")))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "kpi_values: reason is \"phase_of_the_moon\", made by a newer version of"
                                + " Wattpeil, expected a word that this version knows; run that"
                                + " version, or restore a backup of the store from before it");
        assertThat(KpiTable.read(new Written("no_data")).reason()).contains(Reason.NO_DATA);
    }

    /** A row of the table without a value. */
    private record Written(String reason) implements Row {

        @Override
        public Optional<String> text(String column) {
            return switch (column) {
                case "month" -> Optional.of("2026-09");
                case "period" -> Optional.of("month");
                case "reason" -> Optional.of(reason);
                case "factor_ids" -> Optional.empty();
                default -> Optional.of("x");
            };
        }

        @Override
        public Optional<Long> integer(String column) {
            return Optional.of(1L);
        }

        @Override
        public Optional<BigDecimal> decimal(String column) {
            return Optional.empty();
        }

        @Override
        public Optional<Double> number(String column) {
            return Optional.empty();
        }

        @Override
        public Optional<Boolean> flag(String column) {
            return Optional.of(false);
        }

        @Override
        public Optional<LocalDate> date(String column) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> instant(String column) {
            return Optional.empty();
        }
    }

    /** As editions in stores have it: another text would have every month computed again. */
    @Test
    void keepsTheTextThatFingerprintsOfEditionsAreMadeOf() {
        KpiValue known =
                new KpiValue(
                        SEPTEMBER,
                        new Series("pue", HALL, Period.MONTH),
                        new Amounts(
                                Optional.of(new BigDecimal("1080.000000")),
                                Optional.empty(),
                                Optional.of(1.5)),
                        "kWh/kWh",
                        new Known(Optional.of(0.98), Optional.empty()),
                        Optional.empty(),
                        new FactorUse(List.of("a", "b"), true),
                        0);
        KpiValue unknown =
                new KpiValue(
                        SEPTEMBER,
                        new Series("pue", HALL, Period.ROLLING_YEAR),
                        Amounts.NONE,
                        "kWh/kWh",
                        new Known(Optional.of(0.98), Optional.empty()),
                        Optional.of(Reason.PERIOD_INCOMPLETE),
                        FactorUse.NONE,
                        0);

        assertThat(KpiTable.text(known))
                .isEqualTo(
                        "KpiValue[month=2026-09, period=month, kpiId=pue, scopeKind=room,"
                                + " scopeId=hall, numerator=Optional[1080.000000],"
                                + " denominator=Optional.empty, value=Optional[1.5],"
                                + " unit=kWh/kWh, coverage=Optional[0.98],"
                                + " measuredShare=Optional.empty, reason=, factorIds=[a, b],"
                                + " isProvisional=true, edition=0]");
        assertThat(KpiTable.text(unknown))
                .isEqualTo(
                        "KpiValue[month=2026-09, period=rolling_year, kpiId=pue, scopeKind=room,"
                                + " scopeId=hall, numerator=Optional.empty,"
                                + " denominator=Optional.empty, value=Optional.empty,"
                                + " unit=kWh/kWh, coverage=Optional[0.98],"
                                + " measuredShare=Optional.empty, reason=period_incomplete,"
                                + " factorIds=[], isProvisional=false, edition=0]");
    }
}
