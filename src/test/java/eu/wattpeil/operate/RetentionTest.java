package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.edition.ComputationException;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.edition.Sheets;
import eu.wattpeil.kpi.explain.Explanation;
import eu.wattpeil.kpi.explain.Question;
import eu.wattpeil.operate.Verifications.Answer;
import eu.wattpeil.operate.Verifications.Impossible;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.InvalidWorkspaceException;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records go after their time; what was made of them stays as it is. */
class RetentionTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final Clock NEXT_SUMMER = at("2027-06-15T00:00:00Z");
    private static final String KEEP = "keep: {print_jobs: 3, meter_readings: 2}\n";

    @TempDir private Path folder;

    private SmallTown town;
    private final List<RunEvent> events = new ArrayList<>();

    @BeforeEach
    void computeAMonth() throws Exception {
        town = SmallTown.in(folder.resolve("town"));
        settings(KEEP);
        assertThat(town.run()).isEqualTo(Outcome.DONE);
    }

    @Test
    void leavesEditionsTablesAndReportsAsTheyWere() throws Exception {
        SortedMap<String, String> before = town.bytes();

        assertThat(run(NEXT_SUMMER)).isEqualTo(Outcome.DONE);

        assertThat(events)
                .contains(
                        new RunEvent.Removed("meter_readings", YearMonth.of(2027, 4)),
                        new RunEvent.Removed("print_jobs", YearMonth.of(2027, 3)));
        SortedMap<String, String> after = town.bytes();
        assertThat(before.keySet())
                .filteredOn(file -> !after.containsKey(file))
                .isNotEmpty()
                .allMatch(
                        file ->
                                file.startsWith("store/print_jobs/")
                                        || file.startsWith("store/meter_readings/")
                                        || file.startsWith("store/rejects/"));
        assertThat(without(after, "store/.kept-from", "store/views.sql"))
                .allSatisfy((file, hash) -> assertThat(before).containsEntry(file, hash));

        assertThat(run(NEXT_SUMMER)).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(town.bytes()).isEqualTo(after);

        rename("Another name");
        events.clear();
        run(NEXT_SUMMER);
        assertThat(events).noneMatch(RunEvent.Published.class::isInstance);
        assertThat(town.bytes())
                .as("what stands beside the months tells the name of today")
                .allSatisfy(
                        (file, hash) ->
                                assertThat(file.matches("store/reports.json|reports/[^/]+"))
                                        .isEqualTo(!hash.equals(after.get(file))));
    }

    @Test
    void keepsWhatAMonthThatIsNotComputedYetSees() throws Exception {
        town = SmallTown.in(folder.resolve("other"));
        settings(KEEP);

        run(NEXT_SUMMER, RunScope.of(Set.of("print", "example")));
        assertThat(events).noneMatch(RunEvent.Removed.class::isInstance);
        assertThat(store().layout().months("print_jobs")).containsExactly(SEPTEMBER);

        assertThat(run(NEXT_SUMMER)).isEqualTo(Outcome.DONE);
        assertThat(new Editions(store()).current(SEPTEMBER)).isPresent();
        assertThat(store().layout().months("print_jobs")).isEmpty();
    }

    @Test
    void computesAClosedMonthNeverAnewWhateverChanges() throws Exception {
        run(NEXT_SUMMER);
        SortedMap<String, String> before = town.bytes();
        Path log = town.root().resolve("inbox/print/page_log-2026-09");
        Files.writeString(
                town.root().resolve("inbox/print/page_log-late"),
                Files.readString(log).lines().limit(3).collect(Collectors.joining("\n")) + "\n");
        Path meters = town.root().resolve("config/meters.csv");
        Files.writeString(meters, Files.readString(meters).replace(",1,", ",2,"));
        town.leaveAlone();

        Outcome outcome = run(NEXT_SUMMER);

        assertThat(outcome).isEqualTo(Outcome.DONE);
        LedgerRow late =
                store().documents().stream()
                        .filter(row -> row.name().endsWith("late"))
                        .findFirst()
                        .orElseThrow();
        assertThat(late.records()).isZero();
        assertThat(late.rejects()).isEqualTo(3);
        assertThat(events)
                .anySatisfy(
                        event ->
                                assertThat(event.toString())
                                        .contains(
                                                "expected a row from 2027-03 on; print_jobs:"
                                                        + " records before 2027-03 are no longer kept since"
                                                        + " 2027-06-15"));
        assertThat(store().layout().months("print_jobs")).isEmpty();
        assertThat(editions(town.bytes())).isEqualTo(editions(before));
        assertThat(Status.of(Setup.load(town.root()), NEXT_SUMMER).due()).isEmpty();

        run(NEXT_SUMMER, new RunScope(Optional.of(SEPTEMBER), Set.of(), Optional.empty()));
        assertThat(events)
                .contains(
                        new RunEvent.Closed(
                                SEPTEMBER,
                                "meter_readings: records before 2027-04 are no longer kept since"
                                        + " 2027-06-15",
                                0));
    }

    @Test
    void saysWhichDocumentsCameTooLateForAClosedMonth() throws Exception {
        settings("keep: {print_jobs: 3}\n");
        run(NEXT_SUMMER);
        Path readings = town.root().resolve("inbox/example/meters-2026-09.csv");
        List<String> lines = Files.readAllLines(readings);
        Files.write(readings.resolveSibling("meters-late.csv"), lines.subList(0, 20));
        town.leaveAlone();

        assertThat(run(NEXT_SUMMER)).isEqualTo(Outcome.DONE);

        RunEvent.Closed closed =
                new RunEvent.Closed(
                        SEPTEMBER,
                        "print_jobs: records before 2027-03 are no longer kept since 2027-06-15",
                        1);
        assertThat(events).contains(closed).noneMatch(RunEvent.Computed.class::isInstance);
        run(NEXT_SUMMER);
        assertThat(events).doesNotContain(closed);
    }

    @Test
    void saysInAnExplanationAndInsteadOfASheetThatRecordsAreGone() throws Exception {
        run(NEXT_SUMMER);
        Setup setup = Setup.load(town.root());

        Explanation explanation =
                Explanations.of(setup)
                        .explain(
                                new Question(
                                        "dc_energy_total",
                                        SEPTEMBER,
                                        Scope.ORGANISATION,
                                        Period.MONTH));

        assertThat(explanation.value().value()).isPresent();
        assertThat(explanation.standing().isReproduced()).isFalse();
        assertThat(explanation.standing().changes().orElseThrow())
                .contains(
                        new MadeFrom.Change(
                                MadeFrom.Kind.RECORDS_GONE,
                                "meter_readings < 2027-04 (2027-06-15)"));
        assertThatThrownBy(() -> open(setup))
                .isInstanceOf(ComputationException.class)
                .hasMessageEndingWith(
                        " of 2026-09: meter_readings: records before 2027-04 are no longer kept"
                                + " since 2027-06-15");
    }

    @Test
    void saysWhyAnEditionCannotBeComputedAgain() throws Exception {
        run(NEXT_SUMMER);
        List<Answer> answers = new ArrayList<>();

        try (Verifications verifications = Verifications.of(town.root())) {
            verifications.verify(Optional.empty(), Optional.empty(), answers::add);
        }

        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Impossible.class,
                        it ->
                                assertThat(it.why())
                                        .isEqualTo(
                                                "meter_readings: records before 2027-04 are no"
                                                        + " longer kept since 2027-06-15"));
    }

    @Test
    void refusesToRemoveRecordsBeforeTheLastMonthIsComputedFromThem() throws Exception {
        settings("keep: {print_jobs: 2, meter_reading: 60}\n");

        assertThatThrownBy(() -> Setup.load(town.root()))
                .isInstanceOfSatisfying(
                        InvalidWorkspaceException.class,
                        it ->
                                assertThat(it.problems().toString())
                                        .contains(
                                                "config/wattpeil.yaml:1: keep: print_jobs is 2,"
                                                        + " expected 3 months or more: a month is"
                                                        + " computed from the 2 before it, too")
                                        .contains(
                                                "config/wattpeil.yaml:1: keep: dataset is"
                                                        + " \"meter_reading\", did you mean"
                                                        + " \"meter_readings\"?"));
    }

    private void open(Setup setup) {
        Sheets sheets = Sheets.open(setup.workspace(), setup.catalogue(), store(), "1");
        setup.catalogue()
                .sheets()
                .forEach(sheet -> sheets.rows(sheet, Year.of(SEPTEMBER.getYear())));
    }

    private void rename(String organisation) throws Exception {
        Path file = town.root().resolve("config/wattpeil.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("name: [^,\\n}]+", "name: " + organisation));
        assertThat(Files.readString(file)).isNotEqualTo(text);
    }

    private void settings(String keep) throws Exception {
        Path file = town.root().resolve("config/wattpeil.yaml");
        String text = Files.readString(file).replaceAll("(?m)^keep: .*\n", "");
        Files.writeString(file, keep + text);
    }

    private Store store() {
        return Store.open(town.root().resolve("store"));
    }

    private Outcome run(Clock clock) throws Exception {
        return run(clock, RunScope.all());
    }

    private Outcome run(Clock clock, RunScope scope) throws Exception {
        events.clear();
        return Run.execute(Setup.load(town.root()), scope, List.of(events::add), new Stop(), clock);
    }

    private static Map<String, String> editions(SortedMap<String, String> bytes) {
        return bytes.entrySet().stream()
                .filter(it -> it.getKey().contains("/month=") || it.getKey().startsWith("reports"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> without(SortedMap<String, String> bytes, String... files) {
        return bytes.entrySet().stream()
                .filter(it -> !List.of(files).contains(it.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
