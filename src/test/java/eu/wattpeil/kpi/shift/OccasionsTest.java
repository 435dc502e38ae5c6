package eu.wattpeil.kpi.shift;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.MeasureStory;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.MeterEvent;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Tags;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OccasionsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final Scope HALL = new Scope("room", "hall");
    private static final Scope ANNEX = new Scope("room", "annex");
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    @Test
    void areThoseOfAWeekAboutTheDay() {
        for (int offset : new int[] {-8, -7, 0, 7, 8}) {
            assertThat(near(List.of(measure("it_energy", HALL, DAY.plusDays(offset))), HALL))
                    .as("%s days", offset)
                    .hasSize(Math.abs(offset) <= 7 ? 1 : 0);
        }
    }

    @Test
    void daysOfWhichNothingIsKnownAreAboutItToo() {
        Shift late = shift(DAY, DAY.minusDays(20));
        List<Measure> measures = List.of(measure("it_energy", HALL, DAY.minusDays(26)));

        assertThat(of(measures, List.of(), List.of()).near(late, "it_energy", HALL, LAST))
                .containsExactly("measure less");
    }

    @Test
    void whatBeginsAfterTheMonthIsNotKnownYet() {
        List<Measure> measures = List.of(measure("it_energy", HALL, DAY.plusDays(3)));

        assertThat(
                        of(measures, List.of(), List.of())
                                .near(
                                        shift(DAY, DAY.minusDays(1)),
                                        "it_energy",
                                        HALL,
                                        DAY.plusDays(2)))
                .isEmpty();
    }

    @Test
    void aMeasureTellsOfTheRoomAndOfTheWholeAndOfWhatIsMeasuredAlike() {
        List<Measure> inTheHall = List.of(measure("dc_energy_total", HALL, DAY));

        assertThat(near(inTheHall, HALL)).containsExactly("measure less");
        assertThat(near(inTheHall, Scope.ORGANISATION)).containsExactly("measure less");
        assertThat(near(inTheHall, ANNEX)).isEmpty();
        assertThat(near(List.of(measure("it_energy", Scope.ORGANISATION, DAY)), ANNEX))
                .containsExactly("measure less");
        assertThat(near(List.of(measure("impressions", Scope.ORGANISATION, DAY)), HALL)).isEmpty();
    }

    @Test
    void theEndOfAMeasureAndItsSpreadCountAsWell() {
        Measure ended = measure(DAY.minusDays(90), Optional.of(DAY.minusDays(1)), Optional.empty());
        Measure scaled = measure(DAY.minusDays(90), Optional.empty(), Optional.of(DAY));
        Measure neither = measure(DAY.minusDays(90), Optional.empty(), Optional.empty());

        assertThat(near(List.of(ended), HALL)).hasSize(1);
        assertThat(near(List.of(scaled), HALL)).hasSize(1);
        assertThat(near(List.of(neither), HALL)).isEmpty();
    }

    @Test
    void anEventTellsOfTheRoomOfItsMeter() {
        Occasions occasions =
                of(
                        List.of(),
                        List.of(
                                event("logger", MeterEvent.Kind.NOTE, "it-hall"),
                                event("printer", MeterEvent.Kind.PRINTER_REPLACEMENT, "prt-1")),
                        List.of());
        Shift shift = shift(DAY, DAY.minusDays(1));

        assertThat(occasions.near(shift, "it_energy", HALL, LAST)).containsExactly("event logger");
        assertThat(occasions.near(shift, "it_energy", ANNEX, LAST)).isEmpty();
        assertThat(occasions.near(shift, "impressions", Scope.ORGANISATION, LAST))
                .containsExactly("event printer");
    }

    @Test
    void aBreakTellsOfItsKpiAndOfTheRoomOfItsMeter() {
        Occasions occasions =
                of(
                        List.of(),
                        List.of(),
                        List.of(
                                new KnownBreak("it_energy", "meter_replaced", "it-hall", DAY),
                                new KnownBreak("duplex_ratio", "print_log_style", "print", DAY)));
        Shift shift = shift(DAY, DAY.minusDays(1));

        assertThat(occasions.near(shift, "it_energy", HALL, LAST))
                .containsExactly("meter_replaced it-hall");
        assertThat(occasions.near(shift, "it_energy", ANNEX, LAST)).isEmpty();
        assertThat(occasions.near(shift, "dc_energy_total", HALL, LAST)).isEmpty();
        assertThat(occasions.near(shift, "duplex_ratio", Scope.ORGANISATION, LAST))
                .containsExactly("print_log_style print");
    }

    private static List<String> near(List<Measure> measures, Scope scope) {
        return of(measures, List.of(), List.of())
                .near(shift(DAY, DAY.minusDays(1)), "it_energy", scope, LAST);
    }

    private static Shift shift(LocalDate day, LocalDate knownUntil) {
        return new Shift(day, knownUntil, 100, 90, -12, -8, 40);
    }

    static Occasions of(List<Measure> measures, List<MeterEvent> events, List<KnownBreak> breaks) {
        return new Occasions(
                measures,
                events,
                breaks,
                List.of(meter("hall"), meter("annex")),
                ZONE,
                kpi ->
                        kpi.contains("energy")
                                ? Set.of("meter_readings", "devices")
                                : Set.of("print_jobs", "devices"));
    }

    static Meter meter(String room) {
        return new Meter(
                "it-" + room,
                room,
                room,
                "town",
                Meter.Role.IT,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2020-01-01"),
                Optional.empty(),
                Optional.empty());
    }

    private static MeterEvent event(String id, MeterEvent.Kind kind, String meterId) {
        Optional<BigDecimal> register =
                Optional.of(BigDecimal.ONE).filter(it -> kind != MeterEvent.Kind.NOTE);
        return new MeterEvent(
                id,
                kind,
                meterId,
                DAY.atTime(12, 0).atZone(ZONE).toInstant(),
                register,
                register,
                "");
    }

    private static Measure measure(
            LocalDate startedOn, Optional<LocalDate> endedOn, Optional<LocalDate> scaledOn) {
        return measure("it_energy", HALL, startedOn, endedOn, scaledOn);
    }

    static Measure measure(String kpiId, Scope scope, LocalDate startedOn) {
        return measure(kpiId, scope, startedOn, Optional.empty(), Optional.empty());
    }

    private static Measure measure(
            String kpiId,
            Scope scope,
            LocalDate startedOn,
            Optional<LocalDate> endedOn,
            Optional<LocalDate> scaledOn) {
        return new Measure(
                "less",
                Map.of(),
                kpiId,
                scope,
                startedOn,
                endedOn,
                Optional.empty(),
                true,
                scaledOn,
                Optional.empty(),
                Tags.NONE,
                MeasureStory.NONE,
                new Place("config/measures.yaml", 1));
    }
}
