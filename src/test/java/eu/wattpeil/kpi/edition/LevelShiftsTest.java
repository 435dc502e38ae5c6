package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.wattpeil.kpi.model.LevelShiftTable;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.store.Column;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From which days on a KPI is at another level, as editions publish it. */
final class LevelShiftsTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private static final ModelFile DAYS =
            Models.intermediate(
                    "daily_values",
                    """
                    -- materialise: month
                    select
                        period.month,
                        'room_energy_total' as kpi_id,
                        'room' as scope_kind,
                        meter_key as scope_id,
                        cast(measured_at - interval '1 hour' as date) as day_on,
                        cast(sum(value) / 1000 as decimal(18, 6)) as numerator,
                        cast(null as decimal(18, 6)) as denominator,
                        cast(1 as double) as coverage
                    from stg_readings
                    inner join period
                        on period.month
                        = left(cast(cast(measured_at - interval '1 hour' as date) as varchar), 7)
                    group by
                        period.month,
                        meter_key,
                        cast(measured_at - interval '1 hour' as date)
                    """);

    private static final ModelFile BREAKS =
            Models.intermediate(
                    "series_breaks",
                    """
                    -- materialise: month
                    select
                        month,
                        'room_energy_total' as kpi_id,
                        'meter_replaced' as cause,
                        'grid' as subject_id,
                        cast('2026-07-03' as date) as happened_on
                    from period
                    where month = '2026-07'
                    """);

    @TempDir Path folder;

    private TestWorkspace workspace;

    /** 24 kWh a day, and 18 from July on. */
    @BeforeEach
    void stepDown() {
        workspace =
                new TestWorkspace(folder)
                        .models(Stream.concat(Models.all().stream(), Stream.of(DAYS)).toList());
        workspace.readings("a", "hall", "2026-04-30T22:00:00Z", 24 * 61, 1000);
        workspace.readings("b", "hall", "2026-06-30T22:00:00Z", 24 * 62, 750);
    }

    @Test
    void standInTheFirstMonthThatTellsOfThem() {
        Computation computation = workspace.computation();
        computation.compute(JUNE.minusMonths(1));
        Edition june = computation.compute(JUNE);
        Edition july = computation.compute(JUNE.plusMonths(1));
        Edition august = computation.compute(JUNE.plusMonths(2));

        assertThat(rows(june)).isEmpty();
        assertThat(rows(july))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row)
                                    .containsEntry("kpi_id", "room_energy_total")
                                    .containsEntry("scope_kind", "room")
                                    .containsEntry("scope_id", "hall")
                                    .containsEntry("shifted_on", LocalDate.of(2026, 7, 1))
                                    .containsEntry("known_until", LocalDate.of(2026, 6, 30))
                                    .containsEntry("verdict", "shift")
                                    .containsEntry("reason", Optional.empty())
                                    .containsEntry("unit", "kWh")
                                    .containsEntry("weather", "no_part")
                                    .containsEntry("year_before", "unknown")
                                    .containsEntry("explained_by", Optional.empty());
                            assertThat((BigDecimal) row.get("before"))
                                    .isCloseTo(BigDecimal.valueOf(24), within(HALF));
                            assertThat((BigDecimal) row.get("after"))
                                    .isCloseTo(BigDecimal.valueOf(18), within(HALF));
                            assertThat((Double) row.get("change_share"))
                                    .isCloseTo(-0.25, within(0.02));
                        });
        assertThat(rows(august)).isEmpty();
        assertThat(computation.compute(JUNE.plusMonths(1)).number()).isEqualTo(1);
    }

    /** Without any goal or KPI that needs measures: the explanation does. */
    @Test
    void aMeasureThatIsEnteredLaterMakesAnotherEdition() {
        Computation computation = workspace.computation();
        Stream.of(JUNE.minusMonths(1), JUNE, JUNE.plusMonths(1)).forEach(computation::compute);
        workspace.measures(List.of(measure()));

        assertThat(workspace.computation().isDue(JUNE.plusMonths(1))).isTrue();
        Edition again = workspace.computation().compute(JUNE.plusMonths(1));

        assertThat(again.number()).isEqualTo(2);
        assertThat(rows(again))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("explained_by", "measure less"));
    }

    @Test
    void breaksOfTheSeriesAreNamed() {
        workspace.models(Stream.concat(Models.all().stream(), Stream.of(DAYS, BREAKS)).toList());
        Computation computation = workspace.computation();
        Stream.of(JUNE.minusMonths(1), JUNE).forEach(computation::compute);

        assertThat(rows(computation.compute(JUNE.plusMonths(1))))
                .singleElement()
                .satisfies(
                        it -> assertThat(it).containsEntry("explained_by", "meter_replaced grid"));
    }

    private List<Map<String, Object>> rows(Edition edition) {
        List<String> names = LevelShiftTable.TABLE.columns().stream().map(Column::name).toList();
        return new Editions(workspace.store())
                .table(LevelShiftTable.TABLE, edition).rows().stream()
                        .map(
                                row ->
                                        names.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                name -> name,
                                                                name ->
                                                                        row.get(
                                                                                names.indexOf(
                                                                                        name)))))
                        .toList();
    }

    private static Measure measure() {
        return new Measure(
                "less",
                Map.of(),
                "room_energy_total",
                Scope.ORGANISATION,
                LocalDate.of(2026, 7, 1),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Tags.NONE,
                MeasureStory.NONE,
                new Place("config/measures.yaml", 1));
    }
}
