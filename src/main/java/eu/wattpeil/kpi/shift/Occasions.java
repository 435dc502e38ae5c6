package eu.wattpeil.kpi.shift;

import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Meter;
import eu.wattpeil.workspace.MeterEvent;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Workspace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is on record that may tell why a level shifts: measures, events and breaks of series.
 *
 * @param datasets the collected datasets that a KPI is made from: a measure tells of those KPIs
 *     only that what it is about is measured with
 */
record Occasions(
        List<Measure> measures,
        List<MeterEvent> events,
        List<KnownBreak> breaks,
        List<Meter> meters,
        ZoneId zone,
        Function<String, Set<String>> datasets) {

    /** Days that one may stand from a shift: where it is found, the noise has a say. */
    private static final int NEAR = 7;

    private static final String READINGS = "meter_readings";
    private static final String PRINT_JOBS = "print_jobs";

    /** Measured: other datasets stand in many KPIs and move none from day to day. */
    private static final List<String> MEASURED = List.of(READINGS, PRINT_JOBS);

    static Occasions of(
            Workspace workspace, List<KnownBreak> breaks, Function<String, Set<String>> datasets) {
        return new Occasions(
                workspace.measures(),
                workspace.events(),
                breaks,
                workspace.meters(),
                workspace.settings().zone(),
                datasets);
    }

    /**
     * What stands near a shift, each once and by name; empty where nothing does.
     *
     * @param lastDay what happens after it is not known yet
     */
    List<String> near(Shift shift, String kpiId, Scope scope, LocalDate lastDay) {
        LocalDate first = shift.knownUntil().plusDays(1).minusDays(NEAR);
        LocalDate near = shift.day().plusDays(NEAR);
        Span span = new Span(first, near.isAfter(lastDay) ? lastDay : near);
        return Stream.of(
                        measures(span, kpiId, scope),
                        events(span, kpiId, scope),
                        breaks(span, kpiId, scope))
                .flatMap(it -> it)
                .distinct()
                .sorted()
                .toList();
    }

    /** Some days, both ends among them. */
    private record Span(LocalDate first, LocalDate last) {

        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private Stream<String> measures(Span span, String kpiId, Scope scope) {
        return measures.stream()
                .filter(it -> isPartOf(it.scope(), scope) || isPartOf(scope, it.scope()))
                .filter(it -> isMeasuredWith(it.kpiId(), kpiId))
                .filter(
                        it ->
                                Stream.of(
                                                Optional.of(it.startedOn()),
                                                it.endedOn().map(end -> end.plusDays(1)),
                                                it.scaledOn())
                                        .flatMap(Optional::stream)
                                        .anyMatch(span::contains))
                .map(it -> "measure " + it.measureId());
    }

    private Stream<String> events(Span span, String kpiId, Scope scope) {
        return events.stream()
                .filter(it -> span.contains(it.happenedAt().atZone(zone).toLocalDate()))
                .filter(
                        it ->
                                it.kind() == MeterEvent.Kind.PRINTER_REPLACEMENT
                                        ? datasets.apply(kpiId).contains(PRINT_JOBS)
                                        : datasets.apply(kpiId).contains(READINGS)
                                                && isMeterOf(it.meterId(), scope))
                .map(it -> "event " + it.eventId());
    }

    private Stream<String> breaks(Span span, String kpiId, Scope scope) {
        return breaks.stream()
                .filter(it -> it.kpiId().equals(kpiId) && span.contains(it.day()))
                .filter(it -> isNoMeter(it.subjectId()) || isMeterOf(it.subjectId(), scope))
                .map(it -> it.cause() + " " + it.subjectId());
    }

    private boolean isNoMeter(String subjectId) {
        return meters.stream().noneMatch(it -> it.meterId().equals(subjectId));
    }

    private boolean isMeterOf(String meterId, Scope scope) {
        return scope.isOrganisation()
                || meters.stream()
                        .filter(it -> it.meterId().equals(meterId))
                        .anyMatch(it -> it.roomId().equals(scope.id()));
    }

    private boolean isMeasuredWith(String one, String other) {
        return MEASURED.stream()
                .anyMatch(
                        it ->
                                datasets.apply(one).contains(it)
                                        && datasets.apply(other).contains(it));
    }

    private static boolean isPartOf(Scope part, Scope whole) {
        return whole.isOrganisation() || part.equals(whole);
    }
}
