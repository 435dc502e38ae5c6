package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.workspace.Baseline;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.MeterEvent;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows lie some months before or after the computed one; its models read one month ahead. */
class InputsTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 9);
    private static final int ROWS = 100;

    private static final ModelFile STEERING =
            Models.kpi(
                    "steering",
                    Models.sumHeader()
                            + """

                            select
                                period.month,
                                scope_kind,
                                scope_id,
                                energy_kwh as numerator,
                                null as denominator,
                                day_share as coverage,
                                1.0 as measured_share
                            from baseline_results
                            cross join period
                            """);

    @TempDir Path folder;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        workspace = new TestWorkspace(folder);
    }

    @Test
    void seesHeadcountOfTheMonthAndOfTheMonthsWhoseResultsItSees() {
        for (int i = 0; i < ROWS; i++) {
            int offset = offset();
            Headcount row = new Headcount(MONTH.plusMonths(offset), "d" + i, BigDecimal.ONE, 20);
            assertSeen("headcount " + row, offset >= -23 && offset <= 0, () -> workspace.add(row));
        }
    }

    @Test
    void seesFactorsThatHoldInThoseMonths() {
        for (int i = 0; i < ROWS; i++) {
            Time time = time();
            Factor row = factor("f" + i, time.from(), time.to());
            assertSeen("factor " + row, time.isSeen(0), () -> workspace.add(row));
        }
    }

    @Test
    void seesMetersThatStandWhileItsReadingsAreTaken() {
        for (int i = 0; i < ROWS; i++) {
            Time time = time();
            Meter row = meter("m" + i, time.from(), time.to());
            assertSeen("meter " + row, time.isSeen(1), () -> workspace.add(row));
        }
    }

    @Test
    void seesEventsThatHappenWhileItsReadingsAreTaken() {
        for (int i = 0; i < ROWS; i++) {
            int offset = offset();
            MeterEvent row = event("e" + i, day(offset));
            assertSeen("event " + row, offset >= -23 && offset <= 1, () -> workspace.add(row));
        }
    }

    @Test
    void seesEventsFromTheFirstInstantOfThatTimeUntilItsEnd() {
        MeterEvent early = event("early", MONTH.minusMonths(23).atDay(1).minusDays(1));
        MeterEvent first = event("first", MONTH.minusMonths(23).atDay(1));
        MeterEvent last = event("last", MONTH.plusMonths(2).atDay(1).minusDays(1));
        MeterEvent late = event("late", MONTH.plusMonths(2).atDay(1));

        assertSeen("event " + early, false, () -> workspace.add(early));
        assertSeen("event " + first, true, () -> workspace.add(first));
        assertSeen("event " + last, true, () -> workspace.add(last));
        assertSeen("event " + late, false, () -> workspace.add(late));
    }

    /** No KPI steers here: measures tell why a level shifts. */
    @Test
    void seesMeasuresThatHaveBegun() {
        assertThat(fingerprint(measure(MONTH.atEndOfMonth(), Optional.empty())))
                .isNotEqualTo(fingerprint());
        assertThat(fingerprint(measure(MONTH.atEndOfMonth().plusDays(1), Optional.empty())))
                .isEqualTo(fingerprint());
    }

    @Test
    void doesNotSeeThatAMeasureEndsLater() {
        LocalDate start = MONTH.atDay(1);
        String open = fingerprint(measure(start, Optional.empty()));

        assertThat(fingerprint(measure(start, Optional.of(MONTH.plusMonths(1).atDay(1)))))
                .isEqualTo(open);
        assertThat(fingerprint(measure(start, Optional.of(MONTH.atEndOfMonth()))))
                .isNotEqualTo(open);
    }

    private String fingerprint(Measure measure) {
        return new TestWorkspace(folder).measures(List.of(measure)).inputs().fingerprint(MONTH);
    }

    private static Measure measure(LocalDate startedOn, Optional<LocalDate> endedOn) {
        return new Measure(
                "less",
                Map.of(),
                "room_energy_total",
                Scope.ORGANISATION,
                startedOn,
                endedOn,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Tags.NONE,
                MeasureStory.NONE,
                new Place("config/measures.yaml", 1));
    }

    private static MeterEvent event(String id, LocalDate day) {
        return new MeterEvent(
                id,
                MeterEvent.Kind.NOTE,
                "grid",
                day.atStartOfDay(TestWorkspace.ZONE).toInstant(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void alwaysSeesWhatHasNoTime() {
        assertSeen("department", true, () -> workspace.add(new Department("ict", "ICT", "")));
        assertSeen(
                "profile",
                true,
                () ->
                        workspace.add(
                                new DeviceProfile(
                                        "laptop",
                                        "Laptop",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        true)));
    }

    @Test
    void doesNotSeeThatARowEndsLater() {
        LocalDate from = day(-3);
        workspace.add(meter("old", from, Optional.empty()));
        workspace.add(factor("old", from, Optional.empty()));
        String open = fingerprint();

        TestWorkspace closedLater = new TestWorkspace(folder);
        closedLater.add(meter("old", from, Optional.of(day(2))));
        closedLater.add(factor("old", from, Optional.of(day(1))));
        assertThat(closedLater.inputs().fingerprint(MONTH)).isEqualTo(open);

        TestWorkspace closedWithin = new TestWorkspace(folder);
        closedWithin.add(meter("old", from, Optional.of(day(0))));
        closedWithin.add(factor("old", from, Optional.empty()));
        assertThat(closedWithin.inputs().fingerprint(MONTH)).isNotEqualTo(open);
    }

    @Test
    void takesTheDaysOfTheMonthAndOfTheBaselineThatEndedLastBeforeIt() {
        Baseline early = baseline("early", "hall", "2023-01", "2023-12");
        Baseline late = baseline("late", "hall", "2024-03", "2025-02");
        Baseline next = baseline("next", "hall", "2025-10", "2026-09");
        workspace.baselines(List.of(late, early, next));

        assertThat(workspace.inputs().measureMonths(YearMonth.of(2023, 12)))
                .containsExactly(YearMonth.of(2023, 12));
        assertThat(workspace.inputs().measureMonths(YearMonth.of(2024, 3)))
                .hasSize(13)
                .startsWith(YearMonth.of(2023, 1), YearMonth.of(2023, 2))
                .endsWith(YearMonth.of(2023, 12), YearMonth.of(2024, 3));
        assertThat(workspace.inputs().measureMonths(MONTH))
                .hasSize(13)
                .startsWith(YearMonth.of(2024, 3))
                .endsWith(YearMonth.of(2025, 2), MONTH);
        assertThat(workspace.inputs().measureMonths(MONTH.plusMonths(1)))
                .startsWith(YearMonth.of(2025, 10));
    }

    @Test
    void isAnotherWhereAnAdjustmentOfTheMonthIs() {
        Baseline without = baseline("b", "hall", "2025-01", "2025-12");
        String before = baselineHash(without);

        assertThat(baselineHash(adjusted(without, "2026-09-30"))).isNotEqualTo(before);
        assertThat(baselineHash(adjusted(without, "2026-10-01"))).isEqualTo(before);
        assertThat(baselineHash(baseline("b", "hall", "2025-01", "2026-01"))).isNotEqualTo(before);
        assertThat(baselineHash(baseline("c", "hall", "2026-01", "2026-12")))
                .isEqualTo(baselineHash(baseline("d", "hall", "2026-01", "2026-12")));
    }

    private String baselineHash(Baseline baseline) {
        workspace
                .models(Stream.concat(Models.all().stream(), Stream.of(STEERING)).toList())
                .baselines(List.of(baseline));
        return Objects.requireNonNull(workspace.inputs().configHashes(MONTH).get("baselines"));
    }

    private static Baseline baseline(String id, String room, String first, String last) {
        return new Baseline(
                id,
                room,
                YearMonth.parse(first),
                YearMonth.parse(last),
                List.of(Baseline.Driver.WORKDAY),
                List.of(),
                new Place("config/baselines.yaml", 1));
    }

    private static Baseline adjusted(Baseline baseline, String from) {
        return new Baseline(
                baseline.baselineId(),
                baseline.roomId(),
                baseline.firstMonth(),
                baseline.lastMonth(),
                baseline.drivers(),
                List.of(
                        new Baseline.Adjustment(
                                LocalDate.parse(from), Optional.empty(), BigDecimal.ONE)),
                baseline.place());
    }

    private void assertSeen(String row, boolean isSeen, Runnable adding) {
        String before = fingerprint();
        adding.run();
        assertThat(!fingerprint().equals(before))
                .as("%s changes the fingerprint, seed %s", row, seed)
                .isEqualTo(isSeen);
    }

    private String fingerprint() {
        return workspace.inputs().fingerprint(MONTH);
    }

    private int offset() {
        return random.nextInt(-60, 61);
    }

    private LocalDate day(int offset) {
        return MONTH.plusMonths(offset).atDay(random.nextInt(1, 29));
    }

    private Time time() {
        int from = offset();
        Optional<Integer> to =
                random.nextBoolean() ? Optional.of(random.nextInt(from + 1, 62)) : Optional.empty();
        return new Time(from, day(from), to, to.map(this::day));
    }

    /** From a day to another, if it ends; with the months in which they lie. */
    private record Time(
            int fromMonth, LocalDate from, Optional<Integer> toMonth, Optional<LocalDate> to) {

        boolean isSeen(int ahead) {
            return fromMonth <= ahead && toMonth.map(it -> it >= -23).orElse(true);
        }
    }

    private static Meter meter(String id, LocalDate from, Optional<LocalDate> to) {
        return new Meter(
                id,
                id,
                "hall",
                "site",
                Meter.Role.IT,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                from,
                to,
                Optional.empty());
    }

    private static Factor factor(String id, LocalDate from, Optional<LocalDate> to) {
        return new Factor(
                id,
                "grid",
                "",
                "",
                "BE",
                Optional.empty(),
                "",
                from,
                to,
                Optional.of(BigDecimal.ONE),
                "kgCO2e/kWh",
                "source",
                "P",
                "",
                "config/factors.csv");
    }
}
