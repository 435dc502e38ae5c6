package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.CountingEngine;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownValuesTest {

    private static final YearMonth FIRST = YearMonth.of(2021, 1);
    private static final int MONTHS = 30;
    private static final int SCOPES = 5;
    private static final int MONTHS_BACK = 12;
    private static final Series OF_GOAL = series(0);

    @TempDir Path folder;

    private final CountingEngine engine = new CountingEngine();
    private Editions editions;

    @BeforeEach
    void showThirtyMonths() {
        editions = new Editions(Store.open(folder), engine);
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            editions.write(
                    month,
                    1,
                    IntStream.range(0, SCOPES).mapToObj(it -> value(month, it)).toList(),
                    List.of());
            editions.show(new Edition(month, 1, "", ""), Optional.empty());
        }
    }

    @Test
    void givesTheMonthsThatAMonthLooksBackAtAndNoOther() {
        List<KpiValue> values = new ShownValues(editions, MONTHS_BACK, Set.of()).of(last());

        assertThat(values)
                .extracting(KpiValue::month)
                .contains(last(), last().minusMonths(MONTHS_BACK))
                .allMatch(it -> !it.isBefore(last().minusMonths(MONTHS_BACK)))
                .hasSize((MONTHS_BACK + 1) * SCOPES);
        assertThat(engine.rows()).isEqualTo((MONTHS_BACK + 1) * SCOPES);
        assertThat(engine.files()).hasSize(MONTHS_BACK + 1);
    }

    @Test
    void givesAllMonthsOfTheSeriesOfGoalsEachValueOnce() {
        List<KpiValue> values = new ShownValues(editions, MONTHS_BACK, Set.of(OF_GOAL)).of(last());

        assertThat(values).filteredOn(it -> it.series().equals(OF_GOAL)).hasSize(MONTHS);
        assertThat(values).doesNotHaveDuplicates();
        assertThat(engine.rows()).isEqualTo((MONTHS_BACK + 1) * SCOPES + MONTHS);
    }

    @Test
    void readsEachMonthOnceForAllThatLookBackAtIt() {
        ShownValues shown = new ShownValues(editions, MONTHS_BACK, Set.of());
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = FIRST.plusMonths(i);
            assertThat(shown.of(month)).hasSize(Math.min(i + 1, MONTHS_BACK + 1) * SCOPES);
        }

        assertThat(engine.rows()).isEqualTo(MONTHS * SCOPES);
    }

    private static YearMonth last() {
        return FIRST.plusMonths(MONTHS - 1);
    }

    private static Series series(int scope) {
        return new Series(
                "sheets", new Scope("room", "room-" + (char) ('a' + scope)), Period.MONTH);
    }

    private static KpiValue value(YearMonth month, int scope) {
        return new KpiValue(
                month,
                series(scope),
                new Amounts(Optional.empty(), Optional.empty(), Optional.of(1.0)),
                "sheets",
                Known.NOTHING,
                Optional.empty(),
                FactorUse.NONE,
                0);
    }
}
