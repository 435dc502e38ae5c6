package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.engine.DailyValue;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.engine.Results;
import eu.wattpeil.kpi.model.MeasureEffects;
import eu.wattpeil.kpi.model.MeasureImpacts;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a year of what measures changed comes to, as an edition publishes it. */
final class MeasureImpactsTest {

    private static final ModelFile WORTH =
            Models.intermediate(
                    "int_saving_worth",
                    """
                    -- grain: one row
                    select
                        0.25 as eur_per_kwh,
                        cast(null as double) as kgco2e_per_kwh
                    from period
                    """);

    private static final ModelFile IMPACT =
            new ModelFile(
                    "impact",
                    "energy",
                    """
                    -- grain: measure
                    -- saves: kwh
                    select
                        measure_id,
                        cast(null as varchar) as missing,
                        365 as days,
                        effect * 365 as kwh,
                        effect_low * 365 as kwh_low,
                        effect_high * 365 as kwh_high
                    from measure_results
                    """,
                    "jobs/models/impact/energy.sql");

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        workspace = new TestWorkspace(folder).verdicts(new Told());
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
    }

    /** 10 kWh a day less are 3 650 kWh a year, at a quarter of a euro 912.50 euros. */
    @Test
    void areOfTheMeasuresThatShowAnEffectAlone() {
        workspace.models(with(WORTH, IMPACT));

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(rows(MeasureImpacts.TABLE, 1))
                .containsExactly(
                        "energy, less, null, 365, -3650.000000, -4380.000000, -2920.000000, null,"
                                + " null, null, null, null, null, -912.500000, -1095.000000,"
                                + " -730.000000, null, null, null, null,"
                                + " emissions_of_electricity");
        assertThat(rows(MeasureEffects.TABLE, 1)).hasSize(2);
    }

    /** A store from before this table: its editions stay as they are, and say nothing of it. */
    @Test
    void comeWithTheNextEditionOfAMonthThatWasPublishedWithout() {
        workspace.models(Models.all());
        workspace.computation().compute(Autumn.SEPTEMBER);
        assertThat(folder.resolve("measure_impacts")).doesNotExist();
        assertThat(rows(MeasureImpacts.TABLE, 1)).isEmpty();

        workspace.models(with(WORTH, IMPACT));
        assertThat(workspace.computation().isDue(Autumn.SEPTEMBER)).isTrue();
        Edition second = workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(second.number()).isEqualTo(2);
        assertThat(rows(MeasureImpacts.TABLE, 1)).isEmpty();
        assertThat(rows(MeasureImpacts.TABLE, 2)).hasSize(1);
        assertThat(Files.exists(folder.resolve("measure_impacts/month=2026-09/edition-1.parquet")))
                .isFalse();
    }

    private static List<ModelFile> with(ModelFile... more) {
        return Stream.concat(Models.all().stream(), Stream.of(more)).toList();
    }

    private List<String> rows(PublishedTable table, int number) {
        return new Editions(Store.open(folder))
                .table(table, new Edition(Autumn.SEPTEMBER, number, "", "")).rows().stream()
                        .map(
                                row ->
                                        String.join(
                                                ", ",
                                                row.stream()
                                                        .map(MeasureImpactsTest::text)
                                                        .toList()))
                        .toList();
    }

    private static String text(Object value) {
        return value instanceof Optional<?> ? "null" : value.toString();
    }

    /** One measure that shows an effect, and one that shows none. */
    private static final class Told implements Verdicts {

        @Override
        public List<String> of(YearMonth month, List<KpiValue> values) {
            return List.of();
        }

        @Override
        public Results results(YearMonth month, List<KpiValue> values, List<DailyValue> days) {
            return new Results(
                    List.of(),
                    List.of(
                            result("less", MeasureResult.Verdict.EFFECT, -8),
                            result("nothing", MeasureResult.Verdict.NO_EFFECT_SHOWN, 8)),
                    List.of());
        }

        private static MeasureResult result(
                String measureId, MeasureResult.Verdict verdict, double high) {
            return new MeasureResult(
                    new Measure(
                            measureId,
                            Map.of(),
                            "room_energy_total",
                            Scope.ORGANISATION,
                            LocalDate.of(2026, 6, 1),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Tags.NONE,
                            MeasureStory.NONE,
                            new Place("config/measures.yaml", 1)),
                    verdict,
                    Optional.of(new MeasureResult.Effect(-10, 100, -12, high)),
                    Optional.empty(),
                    List.of());
        }
    }
}
