package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.kpi.value.Values;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputationTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String SEPTEMBER_START = "2026-08-31T22:00:00Z";
    private static final String OCTOBER_START = "2026-09-30T22:00:00Z";
    private static final String NOVEMBER_START = "2026-10-31T23:00:00Z";
    private static final int SEPTEMBER_HOURS = 720;
    private static final int OCTOBER_HOURS = 745;
    private static final String DERIVED = "room_energy";

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        // Names that mean something in SQL and in patterns.
        workspace = new TestWorkspace(folder.resolve("it's [a] *store*"));
    }

    @Test
    void countsAMonthOnceItIsOverInTheOrganisationsZone() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1);

        Computation computation = workspace.computation();

        assertThat(computation.months(at("2026-09-30T21:59:59Z"))).isEmpty();
        assertThat(computation.months(at(OCTOBER_START))).containsExactly(SEPTEMBER);
        assertThat(computation.months(at("2027-03-01T00:00:00Z"))).containsExactly(SEPTEMBER);
    }

    @Test
    void leavesOutTheMonthsBetweenAStrayRowAndAllOthers() {
        workspace.readings("a", "hall", "2003-05-10T00:00:00Z", 1, 1);
        workspace.readings("b", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1);

        assertThat(workspace.computation().months(at(OCTOBER_START)))
                .containsExactly(YearMonth.of(2003, 5), SEPTEMBER);
    }

    @Test
    void leavesOutTheMonthsBetweenAStrayRowAndTheOthersOfItsDocument() {
        workspace.readings(
                "a",
                "hall",
                List.of(Instant.parse("2003-05-10T00:00:00Z"), Instant.parse(SEPTEMBER_START)));

        assertThat(workspace.computation().months(at(OCTOBER_START)))
                .containsExactly(YearMonth.of(2003, 5), SEPTEMBER);
    }

    @Test
    void countsTheMonthsWithoutDataBetweenTwoOthers() {
        workspace.readings("a", "hall", "2026-07-15T10:00:00Z", 1, 1);
        workspace.readings("b", "hall", "2026-09-15T10:00:00Z", 1, 1);

        assertThat(workspace.computation().months(at("2027-03-01T00:00:00Z")))
                .containsExactly(YearMonth.of(2026, 7), YearMonth.of(2026, 8), SEPTEMBER);
    }

    @Test
    void hasNoMonthsInAnEmptyStore() {
        assertThat(workspace.computation().months(at("2027-03-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void computesTheValuesOfAMonth() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1000);
        workspace.readings("b", "annex", SEPTEMBER_START, SEPTEMBER_HOURS, 500);

        Edition edition = workspace.computation().compute(SEPTEMBER);

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
        assertThat(values.get(0).month()).isEqualTo(SEPTEMBER);
        assertThat(values.get(0).edition()).isEqualTo(1);
        assertThat(values.get(0).numerator()).contains(new BigDecimal("1080.000000"));
    }

    @Test
    void saysOfAMonthWithoutDataThatThereIsNone() {
        workspace.readings("a", "hall", "2026-07-15T10:00:00Z", 1, 1);

        workspace.computation().compute(SEPTEMBER);

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
    void hasNothingToDoOnASecondRun() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS + OCTOBER_HOURS, 1);
        computeBoth();
        Map<String, String> before = files();

        assertThat(workspace.computation().isDue(SEPTEMBER)).isFalse();
        assertThat(workspace.computation().isDue(OCTOBER)).isFalse();
        computeBoth();

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keepsTheEditionWhereNoValueChanged() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1);
        Edition first = workspace.computation().compute(SEPTEMBER);
        Map<String, String> before = editionFiles();

        workspace.version("2");
        assertThat(workspace.computation().isDue(SEPTEMBER)).isTrue();
        Edition second = workspace.computation().compute(SEPTEMBER);

        assertThat(second.number()).isEqualTo(1);
        assertThat(second.fingerprint()).isNotEqualTo(first.fingerprint());
        assertThat(editionFiles()).isEqualTo(before);
        assertThat(workspace.computation().isDue(SEPTEMBER)).isFalse();
    }

    @Test
    void makesANewEditionWhereAValueChangedAndKeepsTheOldOne() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS - 1, 1000);
        workspace.computation().compute(SEPTEMBER);
        Map<String, String> before = editionFiles();

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        Edition second = workspace.computation().compute(SEPTEMBER);

        assertThat(second.number()).isEqualTo(2);
        assertThat(editionFiles()).containsAllEntriesOf(before).hasSize(before.size() + 2);
        assertThat(total(new Editions(workspace.store()).values(SEPTEMBER, 1))).isEqualTo(719.0);
        assertThat(total(workspace.shown())).isEqualTo(720.0);
        assertThat(new Editions(workspace.store()).current()).containsExactly(second);
    }

    @Test
    void keepsTheEditionAndNotesAChangeThatIsNotMaterial() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS - 1, 2000);
        Edition first = workspace.computation().compute(SEPTEMBER);
        Map<String, String> before = editionFiles();

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        Edition second = workspace.computation().compute(SEPTEMBER);

        assertThat(second.number()).isEqualTo(1);
        assertThat(second.contents()).as("the hours are another").isNotEqualTo(first.contents());
        assertThat(editionFiles()).isEqualTo(before);
        assertThat(total(workspace.shown())).isEqualTo(1438.0);
        assertThat(new Editions(workspace.store()).later(SEPTEMBER))
                .contains(
                        new LaterChange(
                                1,
                                2,
                                new LaterChange.Largest(
                                        Series.ofOrganisation("room_energy_total", Period.MONTH),
                                        1438,
                                        1439)));
        assertThat(workspace.computation().isDue(SEPTEMBER)).isFalse();
    }

    @Test
    void measuresSmallChangesTogetherAgainstThePublishedEdition() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS - 3, 2000);
        workspace.computation().compute(SEPTEMBER);

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        assertThat(workspace.computation().compute(SEPTEMBER).number()).isEqualTo(1);
        workspace.readings("c", "hall", "2026-09-30T20:00:00Z", 1, 1000);
        assertThat(workspace.computation().compute(SEPTEMBER).number()).isEqualTo(2);

        assertThat(total(workspace.shown())).isEqualTo(1436.0);
        assertThat(new Editions(workspace.store()).later(SEPTEMBER)).isEmpty();
    }

    @Test
    void makesANewEditionWhereASmallChangeTurnsAVerdict() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS - 1, 2000);
        workspace.verdicts((month, values) -> List.of(total(values) > 1438 ? "off" : "on"));
        workspace.computation().compute(SEPTEMBER);

        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);

        assertThat(workspace.computation().compute(SEPTEMBER).number()).isEqualTo(2);
    }

    @Test
    void showsNothingOfAnEditionThatWasKilledBeforeItsLastStep() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS - 1, 1000);
        workspace.computation().compute(SEPTEMBER);
        Path current = workspace.store().root().resolve("kpi_values/month=2026-09/current.json");
        String state = Files.readString(current);
        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        workspace.computation().compute(SEPTEMBER);
        Map<String, String> undisturbed = files();

        Files.writeString(current, state);

        assertThat(total(workspace.shown())).isEqualTo(719.0);
        assertThat(workspace.computation().isDue(SEPTEMBER)).isTrue();
        assertThat(workspace.computation().compute(SEPTEMBER).number()).isEqualTo(2);
        assertThat(files()).isEqualTo(undisturbed);
    }

    @Test
    void showsNothingAfterTheFirstStepAlone() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1);
        workspace.computation().materialise(SEPTEMBER);

        assertThat(workspace.shown()).isEmpty();
        assertThat(workspace.computation().current(SEPTEMBER)).isEmpty();
        assertThat(workspace.computation().isDue(SEPTEMBER)).isTrue();

        workspace.computation().publishEdition(SEPTEMBER);
        Map<String, String> inTwoProcesses = files();
        workspace.computation().compute(SEPTEMBER);
        assertThat(files()).isEqualTo(inTwoProcesses);
    }

    @Test
    void repeatsTheFirstStepWhereItsInputsChangedBeforeTheLastOne() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS - 1, 1000);
        workspace.computation().materialise(SEPTEMBER);
        workspace.readings("b", "hall", "2026-09-30T21:00:00Z", 1, 1000);

        workspace.computation().publishEdition(SEPTEMBER);

        assertThat(total(workspace.shown())).isEqualTo(720.0);
    }

    @Test
    void seesOnlyTheLastReadingOfADocument() {
        String bytes = "0123456789abcdef";
        workspace.readings(bytes + "a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 9);
        workspace.readings(bytes + "b", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1000);

        workspace.computation().compute(SEPTEMBER);

        assertThat(total(workspace.shown())).isEqualTo(720.0);
    }

    @Test
    void seesNothingOfADocumentThatIsNotInTheLedger() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1000);
        Path month = workspace.store().root().resolve("meter_readings/month=2026-09");
        Files.copy(month.resolve("a.parquet"), month.resolve("b.parquet"));

        workspace.computation().compute(SEPTEMBER);

        assertThat(total(workspace.shown())).isEqualTo(720.0);
    }

    @Test
    void changesTheFingerprintWithEverythingThatCanChangeTheMonthAndNothingElse() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1);
        String before = fingerprint();
        assertThat(fingerprint()).isEqualTo(before);

        workspace.readings("next month but one", "hall", "2026-11-02T10:00:00Z", 1, 1);
        assertThat(fingerprint()).isEqualTo(before);
        workspace.readings("month before", "hall", "2026-07-15T10:00:00Z", 1, 1);
        assertThat(fingerprint()).isEqualTo(before);

        workspace.readings("next month", "hall", "2026-10-15T10:00:00Z", 1, 1);
        String withNextMonth = fingerprint();
        assertThat(withNextMonth).isNotEqualTo(before);

        workspace.headcounts(List.of(Values.people("archive", 6)));
        String withHeadcount = fingerprint();
        assertThat(withHeadcount).isNotEqualTo(withNextMonth);

        workspace.models(changed(Models.all()));
        String withModel = fingerprint();
        assertThat(withModel).isNotEqualTo(withHeadcount);

        workspace.version("2");
        assertThat(fingerprint()).isNotEqualTo(withModel);
    }

    @Test
    void leavesTheMonthsAloneThatCannotSeeANewHeadcount() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS + OCTOBER_HOURS, 1);
        computeBoth();

        workspace.add(new Headcount(OCTOBER, "archive", BigDecimal.TEN, 12));

        assertThat(workspace.computation().isDue(SEPTEMBER)).isFalse();
        assertThat(workspace.computation().isDue(OCTOBER)).isTrue();
    }

    @Test
    void computesAMonthAnewWhereAnEarlierOneChanged() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS - 1, 1);
        workspace.readings("b", "hall", OCTOBER_START, OCTOBER_HOURS, 1);
        computeBoth();
        workspace.readings("c", "hall", "2026-09-30T21:00:00Z", 1, 1);

        Computation computation = workspace.computation();
        assertThat(computation.isDue(OCTOBER)).isTrue();
        computation.compute(SEPTEMBER);

        assertThat(computation.isDue(OCTOBER)).isTrue();
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
        computation.months(at("2026-10-01T00:00:00Z")).forEach(computation::compute);

        assertThat(workspace.shown())
                .filteredOn(it -> it.month().equals(SEPTEMBER) && it.isOfOrganisation())
                .filteredOn(it -> it.period() == Period.ROLLING_YEAR)
                .singleElement()
                .satisfies(it -> assertThat(it.value()).contains(78.0));
    }

    @Test
    void refusesRowsOfAnotherMonthInAMaterialisedRelation() {
        ModelFile ahead =
                Models.intermediate(
                        DERIVED,
                        """
                        -- materialise: month
                        select '2026-08' as month, '' as room_id, cast(0 as decimal(18, 3)) as energy_wh
                        """);
        workspace.models(List.of(ahead, Models.ROOMS, Models.KPI));

        assertThatThrownBy(() -> workspace.computation().compute(SEPTEMBER))
                .isInstanceOf(ComputationException.class)
                .hasMessage(
                        "jobs/models/intermediate/room_energy.sql: month is 2026-08, expected"
                                + " 2026-09");
    }

    @Test
    void refusesRowsOfAKpiThatNoRuleCouldMakeSenseOf() {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1);

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

        assertThatThrownBy(() -> workspace.computation().compute(SEPTEMBER))
                .isInstanceOf(ComputationException.class)
                .hasMessage("jobs/models/kpi/kpi.sql: " + message);
    }

    @Test
    void namesTheInputsOfAnEditionInItsManifest() throws IOException {
        workspace.readings("a", "hall", SEPTEMBER_START, SEPTEMBER_HOURS, 1);
        workspace.readings("other", "hall", NOVEMBER_START, 3, 1);
        workspace.computation().compute(SEPTEMBER);

        String manifest =
                Files.readString(
                        workspace
                                .store()
                                .root()
                                .resolve("kpi_values/month=2026-09/edition-1.json"));

        assertThat(manifest)
                .contains("\"document_id\" : \"a\"", "\"software\" : \"1\"", "\"stg_readings\" : ")
                .contains("\"headcount\" : ", "\"zone\" : ")
                .doesNotContain("\"other\"");
    }

    private void computeBoth() {
        Computation computation = workspace.computation();
        computation.compute(SEPTEMBER);
        computation.compute(OCTOBER);
    }

    private String fingerprint() {
        return workspace.computation().fingerprint(SEPTEMBER);
    }

    private static List<ModelFile> changed(List<ModelFile> files) {
        return files.stream()
                .map(it -> new ModelFile(it.layer(), it.name(), it.sql() + "\n-- why", it.file()))
                .toList();
    }

    private static double total(List<KpiValue> values) {
        return values.stream()
                .filter(it -> it.isOfOrganisation() && it.period() == Period.MONTH)
                .findFirst()
                .flatMap(KpiValue::value)
                .orElseThrow();
    }

    private Map<String, String> editionFiles() throws IOException {
        Map<String, String> files = files();
        files.keySet().removeIf(name -> !name.contains("edition-"));
        return files;
    }

    /** The bytes of every file of the store. */
    private Map<String, String> files() throws IOException {
        Path root = workspace.store().root();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), TestWorkspace.ZONE);
    }
}
