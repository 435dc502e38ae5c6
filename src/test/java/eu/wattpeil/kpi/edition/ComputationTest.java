package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a month gives. */
class ComputationTest {

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        // Names that mean something in SQL and in patterns.
        workspace = new TestWorkspace(folder.resolve("it's [a] *store*"));
    }

    @Test
    void computesTheValuesOfAMonth() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        workspace.readings("b", "annex", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 500);

        Edition edition = workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(edition.number()).isEqualTo(1);
        List<KpiValue> values = workspace.shown();
        assertThat(values)
                .filteredOn(it -> it.period() == Period.MONTH)
                .extracting(it -> it.scope().toString(), it -> it.value().orElseThrow())
                .containsExactly(
                        tuple("organisation:all", 1080.0),
                        tuple("room:annex", 360.0),
                        tuple("room:hall", 720.0));
        assertThat(values)
                .filteredOn(it -> it.period() == Period.ROLLING_YEAR)
                .allSatisfy(it -> assertThat(it.reason()).contains(Reason.PERIOD_INCOMPLETE));
        assertThat(values.get(0).month()).isEqualTo(Autumn.SEPTEMBER);
        assertThat(values.get(0).edition()).isEqualTo(1);
        assertThat(values.get(0).numerator()).contains(new BigDecimal("1080.000000"));
    }

    @Test
    void saysOfAMonthWithoutDataThatThereIsNone() {
        workspace.readings("a", "hall", "2026-07-15T10:00:00Z", 1, 1);

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(workspace.shown())
                .filteredOn(it -> it.period() == Period.MONTH)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.scope().id()).isEqualTo("all");
                            assertThat(it.value()).isEmpty();
                            assertThat(it.reason()).contains(Reason.NO_DATA);
                        });
    }

    @Test
    void seesOnlyTheLastReadingOfADocument() {
        String bytes = "0123456789abcdef";
        workspace.readings(bytes + "a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 9);
        workspace.readings(
                bytes + "b", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(Autumn.total(workspace.shown())).isEqualTo(720.0);
    }

    @Test
    void seesNothingOfADocumentThatIsNotInTheLedger() throws IOException {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        Path month = workspace.store().root().resolve("meter_readings/month=2026-09");
        Files.copy(month.resolve("a.parquet"), month.resolve("b.parquet"));

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(Autumn.total(workspace.shown())).isEqualTo(720.0);
    }

    @Test
    void addsUpTwelveMonthsOfEditions() {
        YearMonth month = YearMonth.of(2025, 10);
        for (int i = 0; i < 12; i++) {
            YearMonth next = month.plusMonths(i);
            workspace.readings(
                    "doc" + i, "hall", next.atDay(10) + "T10:00:00Z", 1, 1000L * (i + 1));
        }
        Computation computation = workspace.computation();
        computation.months(Autumn.at("2026-10-01T00:00:00Z")).forEach(computation::compute);

        assertThat(workspace.shown())
                .filteredOn(it -> it.month().equals(Autumn.SEPTEMBER) && it.isOfOrganisation())
                .filteredOn(it -> it.period() == Period.ROLLING_YEAR)
                .singleElement()
                .satisfies(it -> assertThat(it.value()).contains(78.0));
    }

    @Test
    void refusesRowsOfAnotherMonthInAMaterialisedRelation() {
        ModelFile ahead =
                Models.intermediate(
                        "room_energy",
                        """
                        -- materialise: month
                        select '2026-08' as month, '' as room_id, cast(0 as decimal(18, 3)) as energy_wh
                        """);
        workspace.models(List.of(ahead, Models.ROOMS, Models.KPI));

        assertThatThrownBy(() -> workspace.computation().compute(Autumn.SEPTEMBER))
                .isInstanceOf(ComputationException.class)
                .hasMessage(
                        "jobs/models/intermediate/room_energy.sql: month is 2026-08, expected"
                                + " 2026-09");
    }

    @Test
    void refusesRowsOfAKpiThatNoRuleCouldMakeSenseOf() {
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1);

        assertRefused(
                "1.0 as coverage",
                "1.2 as coverage",
                "coverage of room:hall is 1.2, expected a share, 0 to 1");
        assertRefused(
                "1.0 as coverage",
                "cast('nan' as double) as coverage",
                "coverage of room:hall is NaN, expected a share, 0 to 1");
        assertRefused(
                "'room' as scope_kind",
                "cast(null as varchar) as scope_kind",
                "scope_kind is \"\", expected one of its grain: room");
        assertRefused(
                "room_id as scope_id",
                "cast(null as varchar) as scope_id",
                "scope_id of a room is null, expected a name");
        assertRefused(
                "from int_room_energy",
                "from int_room_energy union all select month, 'room', 'hall', 1, 1, 1.0, 1.0 from"
                        + " period",
                "rows of scope room:hall are several, expected one");
    }

    private void assertRefused(String part, String replacement, String message) {
        ModelFile kpi = Models.kpi("kpi", Models.KPI.sql().replace(part, replacement));
        workspace.models(List.of(Models.STAGING, Models.ENERGY, Models.ROOMS, kpi));

        assertThatThrownBy(() -> workspace.computation().compute(Autumn.SEPTEMBER))
                .isInstanceOf(ComputationException.class)
                .hasMessage("jobs/models/kpi/kpi.sql: " + message);
    }
}
