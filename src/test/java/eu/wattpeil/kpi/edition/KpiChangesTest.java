package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.KpiChanges;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed the values of a month, as its edition publishes it. */
final class KpiChangesTest {

    private static final int CAUSE = 5;
    private static final int AMOUNT = 8;
    private static final int REASON = 10;

    @TempDir Path folder;

    @Test
    void standInTheEditionOfTheMonth() {
        TestWorkspace workspace = new TestWorkspace(folder);
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        workspace.readings("b", "hall", Autumn.OCTOBER_START, Autumn.OCTOBER_HOURS, 2000);
        Computation computation = workspace.computation();
        computation.compute(Autumn.SEPTEMBER);
        Edition october = computation.compute(Autumn.OCTOBER);

        List<List<Object>> september =
                rows(workspace, computation.current(Autumn.SEPTEMBER).orElseThrow());
        Map<Object, BigDecimal> parts =
                rows(workspace, october).stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.get(CAUSE),
                                        row -> (BigDecimal) row.get(AMOUNT)));

        assertThat(september).singleElement();
        assertThat(september.get(0).get(CAUSE)).isEqualTo("unknown");
        assertThat(september.get(0).get(REASON)).isEqualTo("no_data");
        assertThat(parts).containsOnlyKeys("days", "activity");
        assertThat(parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("770");
        assertThat(computation.compute(Autumn.OCTOBER).number()).isEqualTo(october.number());
    }

    @Test
    void givesEachOfSeveralMonthsItsOwnRowsAtOnce() {
        TestWorkspace workspace = new TestWorkspace(folder);
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        workspace.readings("b", "hall", Autumn.OCTOBER_START, Autumn.OCTOBER_HOURS, 2000);
        Computation computation = workspace.computation();
        computation.compute(Autumn.SEPTEMBER);
        computation.compute(Autumn.OCTOBER);
        Editions editions = new Editions(workspace.store());
        List<Edition> months = editions.current();

        List<EditionTable> tables = editions.tables(KpiChanges.TABLE, months);
        Map<String, Integer> told = new TreeMap<>();
        editions.eachChange(
                months,
                row -> {
                    assertThat(row.decimal("amount").orElseThrow()).isNotZero();
                    told.merge(row.text("month").orElseThrow(), 1, Integer::sum);
                });

        assertThat(months).hasSizeGreaterThan(1);
        for (int i = 0; i < months.size(); i++) {
            assertThat(tables.get(i)).isEqualTo(editions.table(KpiChanges.TABLE, months.get(i)));
            assertThat(told.getOrDefault(months.get(i).month().toString(), 0))
                    .isEqualTo(
                            (int) tables.get(i).rows().stream().filter(row -> isTold(row)).count());
        }
        assertThat(told).isNotEmpty();
    }

    private static boolean isTold(List<Object> row) {
        return row.get(AMOUNT) instanceof BigDecimal amount && amount.signum() != 0;
    }

    /** Those of the organisation against the month before. */
    private static List<List<Object>> rows(TestWorkspace workspace, Edition edition) {
        return new Editions(workspace.store())
                .table(KpiChanges.TABLE, edition).rows().stream()
                        .filter(row -> row.get(0).equals("month"))
                        .filter(row -> row.get(1).equals("room_energy_total"))
                        .filter(row -> row.get(2).equals("organisation"))
                        .filter(row -> row.get(4).equals("month_before"))
                        .toList();
    }
}
