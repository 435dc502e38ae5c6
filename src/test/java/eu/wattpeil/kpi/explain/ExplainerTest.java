package eu.wattpeil.kpi.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.MadeFrom;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.explanation.ExplanationFlow;
import eu.wattpeil.report.explanation.ExplanationJson;
import eu.wattpeil.report.explanation.ExplanationPage;
import eu.wattpeil.report.words.TextLines;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values of a made-up organisation, walked back to rows, documents and lines. */
class ExplainerTest {

    private static final YearMonth MONTH = MadeUpOrganisation.MONTH;
    private static final Scope ALL = Scope.ORGANISATION;

    @TempDir static Path folder;

    private static MadeUpOrganisation organisation;
    private static List<KpiValue> values;

    @BeforeAll
    static void computeTwoMonths() throws IOException {
        organisation = new MadeUpOrganisation(folder);
        organisation.computation().compute(MONTH.minusMonths(1));
        organisation.computation().compute(MONTH);
        values = new Editions(organisation.store()).values(MONTH, 1);
        // After both months were computed, so that neither was made from it.
        organisation.readings("GRID", "GRID-late", 24, 4000);
    }

    @Test
    void namesTheMeterAndTheLinesOfARoom() {
        Trail trail = trail("dc_energy_total", new Scope("room", "annex-sr"));

        Step hours = step(trail, "hourly_energy");
        assertThat(hours.lines()).hasSize(1);
        assertThat(hours.lines().get(0).rows()).isEqualTo(720);
        assertThat(cell(hours, "meter_id")).isEqualTo("annex");
        assertThat(cell(hours, "energy_wh")).isEqualTo("648000");
        DocumentLines document = documents(trail, "meter_readings").get(0);
        assertThat(document.name()).isEqualTo("inbox/ANNEX-2026.csv");
        // Hourly intervals from two days before the month on, below a line with names; those that
        // begin at its first and at its last hour's end touch it.
        DocumentLines.Lines lines = document.lines().orElseThrow();
        assertThat(lines.first()).contains(49);
        assertThat(lines.last()).contains(769);
    }

    @Test
    void leavesOutMetersThatTheValueDoesNotNeed() {
        Trail trail = trail("dc_energy_total", new Scope("room", "town-hall-sr"));

        assertThat(documents(trail, "meter_readings"))
                .extracting(DocumentLines::name)
                .containsExactly("inbox/GRID-2026.csv");
    }

    @Test
    void tellsOfBothMetersOfAQuotient() {
        Trail trail = trail("pue_interim", new Scope("room", "town-hall-sr"));

        assertThat(documents(trail, "meter_readings"))
                .extracting(DocumentLines::name)
                .containsExactly("inbox/GRID-2026.csv", "inbox/UPS-2026.csv");
    }

    @Test
    void countsTheJobsOfADepartmentInTheMonth() {
        KpiValue told =
                values.stream()
                        .filter(it -> it.kpiId().equals("sheets") && isOfMonth(it))
                        .filter(it -> it.scope().isDepartment() && it.value().isPresent())
                        .findFirst()
                        .orElseThrow();

        List<DocumentLines> documents = documents(trail("sheets", told.scope()), "print_jobs");

        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).lines().orElseThrow().count())
                .isEqualTo(MadeUpOrganisation.SMALL_JOBS);
    }

    @ParameterizedTest
    @CsvSource({
        "duplex_ratio, print_jobs",
        "device_spend, purchases",
        "telework_home_co2e, workdays",
        "digital_first_aid_trained, indicators",
        "human_rights_clause_share, contracts",
        "repair_first_rate, tickets",
        "weee_mass, disposals",
        "server_count, devices",
    })
    void worksTheValueOutAgainFromLinesOfTheMonth(String kpiId, String dataset) {
        Explanation explanation = explain(kpiId, ALL, Period.MONTH);

        assertThat(explanation.standing().isReproduced()).isTrue();
        assertThat(explanation.arithmetic().isPresent())
                .isEqualTo(explanation.value().value().isPresent());
        List<DocumentLines> documents = documents(explanation.trail().orElseThrow(), dataset);
        assertThat(documents)
                .extracting(DocumentLines::name)
                .contains("inbox/" + dataset + "-2026-09.csv");
        for (DocumentLines document : documents) {
            DocumentLines.Lines lines = document.lines().orElseThrow();
            assertThat(lines.count()).isLessThanOrEqualTo(MadeUpOrganisation.ROWS);
            assertThat(lines.last().orElse(1)).isBetween(1, MadeUpOrganisation.ROWS);
        }
    }

    @Test
    void listsTheGoalsBehindAShareOfGoals() {
        Explanation explanation = explain("goals_on_track_share", ALL, Period.MONTH);

        Step goals = step(explanation.trail().orElseThrow(), "goal_results");
        assertThat(goals.file()).isEqualTo("config/goals.yaml");
        assertThat(goals.columns()).containsExactly("goal_id", "kpi_id", "scope", "verdict");
        assertThat(goals.lines())
                .extracting(
                        line -> line.cells().stream().map(it -> it.orElseThrow().text()).toList())
                .containsExactly(
                        List.of("annex", "dc_energy_total", "room:annex-sr", "on_course"),
                        List.of("town-hall", "dc_energy_total", "room:town-hall-sr", "off_course"));
    }

    @Test
    void tracesAGoalToTheLinesBehindTheValueThatItIsJudgedBy() {
        Explanation explanation = explain("goals_on_track_share", ALL, Period.MONTH);

        List<Origin> origins = explanation.trail().orElseThrow().origins();
        assertThat(origins).extracting(Origin::id).containsExactly("town-hall", "annex");
        assertThat(origins.get(1).place()).isEqualTo(new Place("config/goals.yaml", 11));
        Origin.OfValue judged = origins.get(1).values().get(0);
        assertThat(judged.value())
                .contains(value("dc_energy_total", new Scope("room", "annex-sr")));
        DocumentLines document = only(judged.sources(), "meter_readings");
        assertThat(document.name()).isEqualTo("inbox/ANNEX-2026.csv");
        assertThat(document.lines().orElseThrow().first()).contains(49);
        assertThat(document.lines().orElseThrow().last()).contains(769);
        assertThat(text(explanation))
                .contains("config/goals.yaml:11 annex")
                .contains("dc_energy_total, room:annex-sr, September 2026: 648 kWh")
                .contains("inbox/ANNEX-2026.csv");
    }

    @Test
    void tracesAMeasureToTheDaysAndLinesThatItIsToldBy() {
        Explanation explanation =
                explain("experiment_effect", new Scope("measure", "cold-aisle"), Period.MONTH);

        List<Origin> origins = explanation.trail().orElseThrow().origins();
        assertThat(origins).extracting(Origin::id).containsExactly("cold-aisle");
        Origin.OfDays days = origins.get(0).days().get(0);
        assertThat(days.known()).isEqualTo(30);
        assertThat(days.first()).isEqualTo(MONTH.atDay(1));
        assertThat(days.last()).isEqualTo(MONTH.atEndOfMonth());
        // The mean of days of 24 hours with 4 kWh each.
        assertThat(days.sum().orElseThrow()).isEqualByComparingTo("2880");
        assertThat(explanation.value().numerator().orElseThrow()).isEqualByComparingTo("96");
        DocumentLines document = only(origins.get(0).sources(), "meter_readings");
        assertThat(document.name()).isEqualTo("inbox/GRID-2026.csv");
        assertThat(document.lines().orElseThrow().count()).isEqualTo(721);
        assertThat(text(explanation))
                .contains("config/measures.yaml:2 cold-aisle")
                .contains("2026-09-01–2026-09-30: 30 days")
                .doesNotContain("print_jobs");
    }

    @Test
    void tracesNothingThatAFigureOfTheConfigurationAloneDoesNotNeed() {
        Explanation explanation = explain("ppp_balance", ALL, Period.MONTH);

        List<Origin> origins = explanation.trail().orElseThrow().origins();
        assertThat(origins).isNotEmpty();
        assertThat(origins).allMatch(it -> it.values().isEmpty() && it.days().isEmpty());
        assertThat(text(explanation)).contains("made of this entry alone");
    }

    @Test
    void tellsOfDaysWithoutTheirDocumentsWhereAModelThatWasReplacedGivesOthers()
            throws IOException {
        MadeUpOrganisation replaced =
                organisation.with(
                        folder.resolve("other-days"),
                        "jobs/models/intermediate/daily_values.sql",
                        sql -> sql.replace("/ 1000 as energy_kwh", "/ 500 as energy_kwh"));

        Explanation explanation =
                replaced.explainer()
                        .explain(
                                new Question(
                                        "experiment_effect",
                                        MONTH,
                                        new Scope("measure", "cold-aisle"),
                                        Period.MONTH));

        assertThat(explanation.standing().isReproduced()).isTrue();
        assertThat(explanation.trail().orElseThrow().origins().get(0).sources()).isEmpty();
        assertThat(text(explanation)).contains("no longer gives it");
    }

    @Test
    void tellsNoSumOfDaysOfWhatIsPrintedWhereATotalIsWithheld() {
        List<KpiValue> withoutTotal =
                values.stream()
                        .map(
                                it ->
                                        it.kpiId().equals("impressions") && it.isOfOrganisation()
                                                ? withheld(it)
                                                : it)
                        .toList();

        assertThat(discretion(withoutTotal).allowsDays("impressions")).isFalse();
        assertThat(discretion(withoutTotal).allowsDays("dc_energy_total")).isTrue();
    }

    private static KpiValue withheld(KpiValue value) {
        return new KpiValue(
                value.month(),
                value.series(),
                Amounts.NONE,
                value.unit(),
                Known.NOTHING,
                Optional.of(Reason.PROTECTS_SMALLER_DEPARTMENT),
                value.factors(),
                value.edition());
    }

    private static Discretion discretion(List<KpiValue> edition) {
        return new Discretion(
                MONTH,
                ALL,
                true,
                edition,
                organisation.setup().workspace(),
                organisation.setup().catalogue());
    }

    /** Of every KPI, whatever it is made of. */
    @Test
    void tracesEachKnownValueToADocumentOrAnEntryOfTheConfiguration() {
        List<KpiValue> known =
                values.stream()
                        .filter(ExplainerTest::isOfMonth)
                        .filter(it -> it.value().isPresent() && it.isOfOrganisation())
                        .toList();

        assertThat(known).hasSizeGreaterThan(50);
        for (KpiValue value : known) {
            Trail trail = trail(value.kpiId(), value.scope());
            boolean isOfDocuments =
                    trail.sources().stream().anyMatch(it -> !it.documents().isEmpty());
            assertThat(isOfDocuments || !trail.origins().isEmpty()).as(value.kpiId()).isTrue();
            assertThat(trail.origins())
                    .as(value.kpiId())
                    .allMatch(it -> it.place().line() > 0)
                    .flatExtracting(Origin::values)
                    .allMatch(it -> !it.sources().orElseThrow().isEmpty());
        }
    }

    @Test
    void saysWhichFactorsChangeTheValueAndWhichDoNot() {
        Scope laptops = new Scope(Scope.CATEGORY_KIND, "laptop");

        Explanation made = explain("embodied_per_device_year", laptops, Period.MONTH);
        Explanation repaired = explain("repair_first_rate", ALL, Period.MONTH);

        assertThat(made.factors())
                .filteredOn(it -> it.isCounted().orElseThrow())
                .extracting(FactorLine::factorId)
                .containsExactly("embodied_pcf_median_laptop");
        assertThat(repaired.factors())
                .filteredOn(it -> !it.isCounted().orElseThrow())
                .extracting(FactorLine::factorId)
                .containsExactly("repair_hold_30_days");
        assertThat(text(repaired))
                .contains("but the value is the same without: repair_hold_30_days");
        assertThat(text(made, Locale.forLanguageTag("nl")).replaceAll("\\s+", " "))
                .contains("mediaan van de totale voetafdruk maal het aandeel van de fabricage")
                .contains("(Boavizta en wie eraan bijdroeg)");
    }

    @Test
    void tellsADocumentThatCameAfterTheEditionAndLeavesItOut() {
        Explanation explanation =
                explain("dc_energy_total", new Scope("room", "town-hall-sr"), Period.MONTH);

        assertThat(explanation.standing().isSame()).isFalse();
        assertThat(explanation.standing().changes().orElseThrow())
                .extracting(MadeFrom.Change::kind)
                .containsOnly(MadeFrom.Kind.DOCUMENT_ADDED);
        assertThat(explanation.standing().isReproduced()).isTrue();
    }

    @Test
    void tellsNoRowsWhereAModelThatWasReplacedGivesAnotherValue() throws IOException {
        Path other = folder.resolve("replaced");
        MadeUpOrganisation replaced =
                organisation.with(
                        other,
                        "jobs/models/kpi/cooling_energy.sql",
                        sql -> sql.replace("/ 1000)", "/ 500)"));

        Explanation explanation =
                replaced.explainer()
                        .explain(new Question("cooling_energy", MONTH, ALL, Period.MONTH));

        assertThat(explanation.standing().isReproduced()).isFalse();
        assertThat(explanation.standing().changes().orElseThrow())
                .contains(new MadeFrom.Change(MadeFrom.Kind.MODEL, "cooling_energy"));
        assertThat(explanation.trail()).isEmpty();
        assertThat(explanation.arithmetic().orElseThrow().isSame()).isTrue();
        assertThat(text(explanation)).contains("no longer gives this value");
    }

    @Test
    void saysWhyAValueIsNotKnownAndWhatIsThere() {
        Explanation explanation = explain("pue_annual", ALL, Period.MONTH);

        assertThat(explanation.arithmetic()).isEmpty();
        assertThat(text(explanation))
                .contains("organisation:all, September 2026: not known")
                .contains("Each month of the period must be known")
                .contains("What there is of its datasets; the value is not known from it.")
                .contains("inbox/GRID-2026.csv");
    }

    @Test
    void saysNothingOfADepartmentThatIsWithheldButWhy() {
        Scope small = new Scope(Scope.DEPARTMENT_KIND, MadeUpOrganisation.SMALL);

        Explanation explanation = explain("sheets", small, Period.MONTH);

        assertThat(explanation.arithmetic()).isEmpty();
        assertThat(explanation.trail()).isEmpty();
        assertThat(explanation.factors()).isEmpty();
        assertThat(text(explanation))
                .contains("department:archive, September 2026: not known")
                .contains("Fewer than 10 people.")
                .doesNotContain("inbox/");
    }

    @Test
    void tellsReadersOfPagesNoRowsOfADepartment() {
        KpiValue told =
                values.stream()
                        .filter(it -> it.kpiId().equals("sheets") && it.period() == Period.MONTH)
                        .filter(it -> it.scope().isDepartment() && it.value().isPresent())
                        .findFirst()
                        .orElseThrow();

        assertThat(flow(told.scope()))
                .contains("Formula", "sheets")
                .doesNotContain("inbox/", "int_");
        assertThat(flow(Scope.ORGANISATION)).contains("inbox/", "int_");
        assertThat(flow(new Scope(Scope.DEPARTMENT_KIND, MadeUpOrganisation.SMALL)))
                .contains("Fewer than 10 people.")
                .doesNotContain("inbox/", "int_");
    }

    private static String flow(Scope scope) {
        return ExplanationFlow.json(
                explain("sheets", scope, Period.MONTH),
                organisation.setup().texts(),
                List.of(Locale.ENGLISH),
                10);
    }

    /**
     * Every explanation of what is made of print logs, of both months: numbers of one taken off
     * those of another, of other scopes, other KPIs, above and below the line.
     */
    @Test
    void givesNoNumberFromWhichAWithheldOneFollows() {
        Set<BigDecimal> told = new HashSet<>();
        for (KpiValue value : ofPrinting()) {
            Explanation explanation =
                    organisation
                            .explainer()
                            .explain(
                                    new Question(
                                            value.kpiId(),
                                            value.month(),
                                            value.scope(),
                                            value.period()));
            collect(
                    JsonMapper.shared().readTree(ExplanationJson.text(explanation, Locale.ENGLISH)),
                    told);
            if (!value.scope().id().equals(MadeUpOrganisation.SMALL)) {
                assertThat(text(explanation)).doesNotContain(MadeUpOrganisation.SMALL);
            }
        }

        collect(
                JsonMapper.shared()
                        .readTree(
                                ExplanationJson.text(
                                        explain(
                                                "experiment_effect",
                                                new Scope("measure", "print-less"),
                                                Period.MONTH),
                                        Locale.ENGLISH)),
                told);

        assertThat(told).isNotEmpty();
        Set<BigDecimal> takenOff = sumsOfDepartments();
        takenOff.addAll(told);
        takenOff.add(BigDecimal.ZERO);
        for (long each :
                List.of(MadeUpOrganisation.SMALL_IMPRESSIONS, MadeUpOrganisation.SMALL_SHEETS)) {
            for (long jobs : List.of(1L, MadeUpOrganisation.SMALL_JOBS)) {
                BigDecimal hidden = BigDecimal.valueOf(each * jobs);
                assertThat(told)
                        .noneMatch(
                                it -> takenOff.contains(it.subtract(hidden).stripTrailingZeros()));
            }
        }
    }

    private static List<KpiValue> ofPrinting() {
        Set<String> ofPrintLogs = Set.of("print_jobs");
        List<KpiValue> all = new ArrayList<>(values);
        new Editions(organisation.store())
                .values(MONTH.minusMonths(1), 1).stream()
                        .filter(KpiValue::isOfOrganisation)
                        .forEach(all::add);
        return all.stream()
                .filter(ExplainerTest::isOfMonth)
                .filter(
                        it ->
                                organisation
                                        .setup()
                                        .catalogue()
                                        .datasetsOf(it.kpiId())
                                        .equals(ofPrintLogs))
                .toList();
    }

    /** What all departments have together that a KPI tells of, above and below the line. */
    private static Set<BigDecimal> sumsOfDepartments() {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (KpiValue value : ofPrinting()) {
            if (value.scope().isDepartment()) {
                value.numerator().ifPresent(it -> sums.merge(value.kpiId(), it, BigDecimal::add));
                value.denominator()
                        .ifPresent(it -> sums.merge("/" + value.kpiId(), it, BigDecimal::add));
            }
        }
        return sums.values().stream()
                .map(BigDecimal::stripTrailingZeros)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All numbers of some size: small ones are years, shares, lines and counts. */
    private static void collect(JsonNode json, Set<BigDecimal> numbers) {
        if (json.isNumber() && json.decimalValue().compareTo(BigDecimal.valueOf(100)) > 0) {
            numbers.add(json.decimalValue().stripTrailingZeros());
        }
        json.forEach(it -> collect(it, numbers));
    }

    @Test
    void tellsWhatThereIsWhereAQuestionIsAboutNothing() {
        assertThatThrownBy(() -> explain("dc_energy_totall", ALL, Period.MONTH))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage("KPI is \"dc_energy_totall\", did you mean \"dc_energy_total\"?");
        assertThatThrownBy(
                        () ->
                                explain(
                                        "dc_energy_total",
                                        new Scope("room", "town-hal-sr"),
                                        Period.MONTH))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage(
                        "dc_energy_total: --scope is \"room:town-hal-sr\", did you mean"
                                + " \"room:town-hall-sr\"?");
        assertThatThrownBy(() -> explain("pue_interim", ALL, Period.ROLLING_YEAR))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage("pue_interim: --period is rolling_year, expected month");
        Question later = new Question("sheets", YearMonth.of(2026, 12), ALL, Period.MONTH);
        assertThatThrownBy(() -> organisation.explainer().explain(later))
                .isInstanceOf(UnknownValueException.class)
                .hasMessage(
                        "--month is 2026-12, expected a computed month, from 2026-08 to 2026-09");
    }

    private static boolean isOfMonth(KpiValue value) {
        return value.period() == Period.MONTH;
    }

    private static KpiValue value(String kpiId, Scope scope) {
        return values.stream()
                .filter(ExplainerTest::isOfMonth)
                .filter(it -> it.kpiId().equals(kpiId) && it.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    /** The one document of a dataset. */
    private static DocumentLines only(Optional<List<Source>> sources, String dataset) {
        List<DocumentLines> documents =
                sources.orElseThrow().stream()
                        .filter(it -> it.dataset().equals(dataset))
                        .flatMap(it -> it.documents().stream())
                        .toList();
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static Trail trail(String kpiId, Scope scope) {
        return explain(kpiId, scope, Period.MONTH).trail().orElseThrow();
    }

    private static Step step(Trail trail, String model) {
        return trail.steps().stream()
                .filter(it -> it.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static String cell(Step step, String column) {
        return step.lines()
                .get(0)
                .cells()
                .get(step.columns().indexOf(column))
                .map(Step.Cell::text)
                .orElse("null");
    }

    private static List<DocumentLines> documents(Trail trail, String dataset) {
        return trail.sources().stream()
                .filter(it -> it.dataset().equals(dataset))
                .flatMap(it -> it.documents().stream())
                .toList();
    }

    private static Explanation explain(String kpiId, Scope scope, Period period) {
        return organisation.explainer().explain(new Question(kpiId, MONTH, scope, period));
    }

    private static String text(Explanation explanation) {
        return text(explanation, Locale.ENGLISH);
    }

    private static String text(Explanation explanation, Locale language) {
        StringWriter text = new StringWriter();
        ExplanationPage.print(
                explanation,
                organisation.setup().texts(),
                language,
                10,
                new TextLines(new PrintWriter(text, true)));
        return text.toString();
    }
}
