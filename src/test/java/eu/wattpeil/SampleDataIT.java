package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.wattpeil.Program.Ended;
import eu.wattpeil.report.ExplorerRows;
import eu.wattpeil.report.FirstPage;
import eu.wattpeil.report.numbers.ProducedReports;
import eu.wattpeil.report.numbers.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way from the sample's raw files to the reports, against what the generator of the
 * sample knows to be true. The truth was counted from the generator's state, not read from the
 * files.
 */
class SampleDataIT {

    private static final int MONTHS = 14;

    @TempDir static Path folder;

    private static Program program;
    private static Ended first;
    private static Map<String, NamedCsvRecord> truth;
    private static Recomputation again;

    @BeforeAll
    static void runOnce() throws Exception {
        program = Program.onSampleData(folder.resolve("town"));
        first = program.inProcess("run");
        again = Recomputation.of(program.workspace());
        truth = new TreeMap<>();
        csv(read(Path.of("src/test/resources/sample/truth.csv")))
                .forEach(month -> truth.put(month.getField("month"), month));
    }

    @AfterAll
    static void close() throws Exception {
        again.close();
    }

    @Test
    void aRunPublishesEveryMonthAndSaysWhere() {
        assertThat(first.err()).doesNotContain("Exception");
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains(program.workspace().resolve("reports/index.html").toString());
        for (String month : truth.keySet()) {
            Path edition =
                    program.workspace().resolve("reports").resolve(month).resolve("edition-1");
            assertThat(edition.resolve("report.nl.html")).isNotEmptyFile();
            assertThat(edition.resolve("report.en.html")).isNotEmptyFile();
            assertThat(edition.resolve("report.nl.xlsx")).isNotEmptyFile();
            assertThat(edition.resolve("report.en.xlsx")).isNotEmptyFile();
            assertThat(edition.resolve("kpis.csv")).isNotEmptyFile();
            assertThat(edition.resolve("report.json")).isNotEmptyFile();
        }
    }

    @Test
    void everyReportReadsAsItsGoldenText() {
        assertThat(GoldenReports.differences(program.workspace().resolve("reports")))
                .as(
                        "texts are in target/golden-reports; as they are meant to be:"
                                + " mvn -q test -Dtest=RenewGoldenReports -Dreports=FOLDER")
                .isEmpty();
    }

    @Test
    void everyNumberOfEveryReportIsOneOfItsEdition() throws Exception {
        ProducedReports reports = ProducedReports.of(program.workspace());
        List<Locale> languages = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));
        List<YearMonth> months = truth.keySet().stream().map(YearMonth::parse).toList();
        Tally tally = new Tally();

        for (int at = 0; at < MONTHS - languages.size(); at++) {
            reports.checkPages(months.get(at), languages.get(at % languages.size()), tally);
        }
        for (int at = 0; at < languages.size(); at++) {
            reports.check(months.get(MONTHS - 1 - at), languages.get(at), tally);
        }

        assertThat(tally.strange()).isEmpty();
        for (Locale language : languages) {
            assertThat(tally.of("report." + language + ".html")).isGreaterThan(20_000);
            assertThat(tally.of("report." + language + ".pdf")).isGreaterThan(1_500);
            assertThat(tally.of("report." + language + ".xlsx")).isGreaterThan(50_000);
            assertThat(tally.of("public." + language + ".html")).isGreaterThan(500);
            assertThat(tally.of("board." + language + ".pdf")).isGreaterThan(50);
        }
        assertThat(tally.of("kpis.csv")).isGreaterThan(40_000);
    }

    @Test
    void theFirstPageOfEveryMonthIsReadInTwoMinutes() {
        Map<String, byte[]> pages =
                program.files("reports", name -> name.matches(".*/report\\.\\w+\\.html"));

        assertThat(pages).hasSizeGreaterThanOrEqualTo(2 * MONTHS);
        pages.forEach(
                (name, page) ->
                        assertThat(FirstPage.words(new String(page, StandardCharsets.UTF_8)))
                                .as(name)
                                .isBetween(20L, (long) FirstPage.MOST_WORDS));
    }

    @Test
    void everyMonthIsEqualByteForByteWhenItIsComputedAgain() {
        Map<String, byte[]> before = program.files("", name -> true);

        Ended verified = program.inProcess("verify");

        assertThat(verified.err()).isEmpty();
        assertThat(verified.out().lines().filter(line -> !line.startsWith(" ")))
                .containsExactlyElementsOf(
                        truth.keySet().stream()
                                .map(it -> it + " edition 1: computed again, equal byte for byte")
                                .toList());
        assertThat(verified.code()).isZero();
        Map<String, byte[]> after = program.files("", name -> true);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void aSecondRunFindsNothingToDoAndChangesNothing() {
        Map<String, byte[]> before = program.files("", name -> !name.startsWith(".wattpeil/"));

        Ended second = program.inProcess("run");

        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("nothing to do");
        Map<String, byte[]> after = program.files("", name -> !name.startsWith(".wattpeil/"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void theRoomsEnergyIsTheGridsAndThePanelsToTheWattHour() {
        Map<String, BigDecimal> known = decimals("dc_energy_total", "numerator");
        truth.forEach(
                (month, told) -> {
                    boolean isComplete =
                            told.getField("grid_known_s").equals(told.getField("month_s"));
                    if (isComplete) {
                        assertThat(known.get(month))
                                .as(month)
                                .isEqualByComparingTo(
                                        kilo(told.getField("grid_wh"))
                                                .add(kilo(told.getField("panels_wh"))));
                    }
                });
        assertThat(known).hasSize(MONTHS);
    }

    @Test
    void theItEnergyIsTheCountersAcrossReplacementAndOutage() {
        Map<String, BigDecimal> known = decimals("it_energy", "numerator");
        // Complete months, among them the one in which the meter was replaced (2026-03) and the one
        // with a short outage (2025-11).
        for (String month : List.of("2025-10", "2025-11", "2025-12", "2026-03", "2026-08")) {
            assertThat(known.get(month))
                    .as(month)
                    .isEqualByComparingTo(kilo(truth.get(month).getField("it_wh")));
        }
        // Only whole hours count as known: the outage of 34.25 hours begins and ends in one.
        assertThat(decimals("it_energy", "coverage").get("2026-07").doubleValue())
                .isCloseTo(0.954, within(0.002));
    }

    @Test
    void aMonthThatIsNotMeasuredEnoughHasNoFigureButAReason() {
        List<NamedCsvRecord> rows =
                query(
                        "select value, reason, coverage from kpi_values where month = '2025-09'"
                                + " and kpi_id = 'it_energy' and period = 'month'"
                                + " and scope_kind = 'organisation'");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getField("value")).isEmpty();
        assertThat(rows.get(0).getField("reason")).isEqualTo("coverage_below_minimum");
        assertThat(Double.parseDouble(rows.get(0).getField("coverage")))
                .isCloseTo(0.9125, within(0.002));
    }

    @Test
    void thePueComparesHoursInWhichBothMetersAreKnown() {
        Map<String, BigDecimal> pue = decimals("pue_interim", "value");
        assertThat(pue).doesNotContainKey("2025-09").hasSizeGreaterThanOrEqualTo(MONTHS - 1);
        pue.forEach(
                (month, value) -> {
                    NamedCsvRecord told = truth.get(month);
                    double expected =
                            (Double.parseDouble(told.getField("pair_grid_wh"))
                                            + Double.parseDouble(told.getField("pair_panels_wh")))
                                    / Double.parseDouble(told.getField("pair_it_wh"));
                    assertThat(value.doubleValue()).as(month).isCloseTo(expected, within(0.005));
                });
    }

    @Test
    void thePrintedSidesAndSheetsAreTheServersLogs() {
        compare("impressions", "impressions");
        compare("sheets", "a4_sheets");
        compare("server_count", "server_in_use");
    }

    @Test
    void thePrintersCountersTellWhatTheLogMisses() {
        Map<String, BigDecimal> logged = decimals("print_log_coverage", "numerator");
        Map<String, BigDecimal> counted = decimals("print_log_coverage", "denominator");
        Map<String, BigDecimal> coverage = decimals("print_log_coverage", "coverage");

        // A printer is replaced, no reading is near an edge, and the last day is not over.
        List<String> odd = List.of("2026-04", "2026-06", "2026-07", "2026-10");
        truth.forEach(
                (month, told) -> {
                    if (!odd.contains(month)) {
                        assertThat(logged.get(month))
                                .as(month)
                                .isEqualByComparingTo(told.getField("impressions"));
                        assertThat(counted.get(month))
                                .as(month)
                                .isEqualByComparingTo(told.getField("counted_impressions"));
                        assertThat(coverage.get(month)).as(month).isEqualByComparingTo("1");
                    }
                });
        // What lies between two readings around an edge is parted, and nothing is lost or doubled.
        assertThat(logged.get("2026-06").add(logged.get("2026-07")).doubleValue())
                .isCloseTo(sum("impressions", "2026-06", "2026-07"), within(0.001));
        assertThat(counted.get("2026-06").add(counted.get("2026-07")).doubleValue())
                .isCloseTo(sum("counted_impressions", "2026-06", "2026-07"), within(0.001));
        assertThat(decimals("print_log_coverage", "measured_share").get("2026-07").doubleValue())
                .isLessThan(0.95);
        assertThat(coverage.get("2026-04").doubleValue()).isBetween(0.99, 0.9999);
    }

    @Test
    void thePrinterOfMemorySticksIsTheOneWhoseLogMissesJobs() {
        List<NamedCsvRecord> rows =
                query(
                        "select scope_id, value from kpi_values where month = '2026-09'"
                                + " and kpi_id = 'print_log_coverage' and period = 'month'"
                                + " and scope_kind = 'printer'");

        assertThat(rows).hasSize(18);
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            double value = Double.parseDouble(row.getField("value"));
                            if (row.getField("scope_id").equals("SH-MFP-07")) {
                                assertThat(value).isBetween(0.8, 0.95);
                            } else {
                                assertThat(value).as(row.getField("scope_id")).isEqualTo(1);
                            }
                        });
    }

    @Test
    void everyFigureThatIsComputedASecondTimeIsEqualToTheLastDigit() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String kpiId : Recomputation.kpiIds()) {
            Recomputation.differences(again.months(kpiId), again.published(kpiId, "month"))
                    .forEach(difference -> differences.add(kpiId + " " + difference));
        }
        for (String kpiId : Recomputation.rollingKpiIds()) {
            Recomputation.differences(
                            again.rollingYears(kpiId), again.published(kpiId, "rolling_year"))
                    .forEach(difference -> differences.add(kpiId + " of a year " + difference));
        }

        assertThat(differences).isEmpty();
        assertThat(Recomputation.kpiIds()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void whatIsWithheldOfASmallDepartmentCannotBeTakenOffTheWhole() throws Exception {
        for (String kpiId : List.of("impressions", "sheets", "devices_per_fte")) {
            Map<String, List<String>> withheld = new TreeMap<>();
            again.published(kpiId, "month")
                    .forEach(
                            (place, figure) -> {
                                if (figure.reason().isPresent()) {
                                    withheld.computeIfAbsent(
                                                    place.month(), month -> new ArrayList<>())
                                            .add(place.scopeId());
                                }
                            });

            assertThat(withheld).as(kpiId).hasSize(MONTHS);
            assertThat(withheld.values())
                    .as(kpiId)
                    .allSatisfy(places -> assertThat(places).hasSize(2).contains("archief"));
        }
    }

    @Test
    void theWarmDaysAreThoseOfTheWeather() {
        truth.forEach(
                (month, told) ->
                        assertThat(
                                        Double.parseDouble(
                                                query(
                                                                "select coalesce(sum(numerator), 0)"
                                                                        + " as found from"
                                                                        + " daily_values where month"
                                                                        + " = '"
                                                                        + month
                                                                        + "' and kpi_id ="
                                                                        + " 'cooling_degree_days'")
                                                        .get(0)
                                                        .getField("found")))
                                .as(month)
                                .isCloseTo(
                                        Double.parseDouble(
                                                        told.getField(
                                                                "cooling_degree_day_thousandths"))
                                                / 1000,
                                        within(0.001)));
    }

    /**
     * Recomputed with numpy by least squares over the 355 known days of the first twelve months.
     */
    @Test
    void theRoomIsBesideItsBaselineWhatLeastSquaresGive() {
        assertThat(decimals("enpi", "denominator"))
                .containsOnlyKeys("2026-09", "2026-10")
                .hasEntrySatisfying(
                        "2026-09",
                        it -> assertThat(it).isEqualByComparingTo(new BigDecimal("5883.968090")))
                .hasEntrySatisfying(
                        "2026-10",
                        it -> assertThat(it).isEqualByComparingTo(new BigDecimal("6066.671342")));
        assertThat(decimals("baseline_adjusted_saving", "numerator").get("2026-10"))
                .isEqualByComparingTo("113.508342");
    }

    @Test
    void anExplanationTellsTheBaselinesBehindAFigure() {
        Ended told = program.inProcess("explain", "enpi", "--month=2026-10");

        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("config/baselines.yaml", "expected_kwh", "6066.671342");
    }

    @Test
    void duplexByDefaultIsVisible() {
        Map<String, BigDecimal> duplex = decimals("duplex_ratio", "value");

        assertThat(duplex.get("2026-01").doubleValue()).isLessThan(0.5);
        assertThat(duplex.get("2026-02").doubleValue()).isGreaterThan(0.6);
        truth.forEach(
                (month, told) ->
                        assertThat(duplex.get(month).doubleValue())
                                .as(month)
                                .isCloseTo(
                                        Double.parseDouble(told.getField("duplex_impressions"))
                                                / Double.parseDouble(
                                                        told.getField("duplexable_impressions")),
                                        within(0.02)));
    }

    @Test
    void everyRejectIsCountedOnce() {
        long expected =
                truth.values().stream()
                        .mapToLong(
                                month ->
                                        Long.parseLong(month.getField("device_rejects"))
                                                + Long.parseLong(month.getField("print_rejects")))
                        .sum();

        assertThat(query("select count(*) as n from rejects").get(0).getField("n"))
                .isEqualTo(Long.toString(expected));
        assertThat(query("select sum(rejects) as n from documents").get(0).getField("n"))
                .isEqualTo(Long.toString(expected));
    }

    @Test
    void theTableOfAllMonthsHoldsThatOfEach() {
        Path reports = program.workspace().resolve("reports");

        assertThat(csv(read(reports.resolve("kpis-all.csv"))))
                .extracting(row -> row.getField("month") + key(row) + row.getField("value"))
                .containsExactlyElementsOf(
                        truth.keySet().stream()
                                .map(month -> reports.resolve(month).resolve("edition-1/kpis.csv"))
                                .flatMap(table -> csv(read(table)).stream())
                                .map(
                                        row ->
                                                row.getField("month")
                                                        + key(row)
                                                        + row.getField("value"))
                                .toList());
    }

    @Test
    void thePageOfAllFiguresHoldsWhatTheTableOfAllMonthsHolds() throws IOException {
        Path reports = program.workspace().resolve("reports");
        List<NamedCsvRecord> table = csv(read(reports.resolve("kpis-all.csv")));

        for (String name : List.of("explorer.html", "explorer.en.html")) {
            Path page = reports.resolve(name);
            Map<String, ExplorerRows.Row> rows = ExplorerRows.of(ExplorerRows.dataOf(page));
            assertThat(rows).hasSameSizeAs(table);
            for (NamedCsvRecord told : table) {
                String key =
                        String.join(
                                        " ",
                                        told.getField("month"),
                                        told.getField("kpi_id"),
                                        told.getField("period"),
                                        told.getField("scope_kind"))
                                + ":"
                                + told.getField("scope_id");
                ExplorerRows.Row row = Objects.requireNonNull(rows.get(key), key);
                assertThat(
                                Stream.of(
                                                row.numerator(),
                                                row.denominator(),
                                                row.value(),
                                                row.coverage(),
                                                row.measured())
                                        .map(ExplorerRows::number))
                        .as(key)
                        .containsExactlyElementsOf(
                                Stream.of(
                                                "numerator",
                                                "denominator",
                                                "value",
                                                "coverage",
                                                "measured_share")
                                        .map(field -> ExplorerRows.number(told.getField(field)))
                                        .toList());
                assertThat(row.reason()).as(key).isEqualTo(told.getField("reason"));
            }
            assertThat(Files.size(page)).isLessThan(1_500_000L);
        }
    }

    @Test
    void theReportPrintsWhatAQueryGives() {
        Path edition = program.workspace().resolve("reports/2026-10/edition-1");
        Map<String, String> printed = new TreeMap<>();
        csv(read(edition.resolve("kpis.csv")))
                .forEach(row -> printed.put(key(row), row.getField("value")));
        List<NamedCsvRecord> rows =
                query(
                        "select kpi_id, period, scope_kind, scope_id, value from kpi_values"
                                + " where month = '2026-10'"
                                + " and period in ('month', 'rolling_year')");

        assertThat(printed).hasSameSizeAs(rows);
        for (NamedCsvRecord row : rows) {
            String value = row.getField("value");
            if (value.isEmpty()) {
                assertThat(printed.get(key(row))).as(key(row)).isEmpty();
            } else {
                // The report writes the fifteen digits that every Java agrees on.
                assertThat(Double.parseDouble(printed.get(key(row))))
                        .as(key(row))
                        .isCloseTo(Double.parseDouble(value), withinPercentage(1e-12));
            }
        }
    }

    @Test
    void nothingThatNamesAPersonIsInTheStoreOrTheReports() {
        Map<String, byte[]> files = program.files("reports", name -> true);
        files.forEach(
                (name, bytes) ->
                        assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                                .as(name)
                                .doesNotContainPattern("\\bu1\\d{3}\\b"));
        assertThat(query("select count(user_key) as n from print_jobs").get(0).getField("n"))
                .isEqualTo("0");
    }

    @Test
    void aSmallDepartmentIsNotShown() {
        List<NamedCsvRecord> rows =
                query(
                        "select value, numerator, reason from kpi_values where scope_kind ="
                                + " 'department' and scope_id = 'archief'");

        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            assertThat(row.getField("value")).isEmpty();
                            assertThat(row.getField("numerator")).isEmpty();
                            assertThat(row.getField("reason"))
                                    .isEqualTo("fewer_than_minimum_people");
                        });
    }

    @Test
    void statusTellsSourcesRunsAndRejects() {
        Ended status = program.inProcess("status");

        assertThat(status.code()).isZero();
        assertThat(status.out())
                .contains("fluvius", "ups", "assets", "print", "counters", "2026-10");
    }

    private static void compare(String kpiId, String column) {
        Map<String, BigDecimal> found = decimals(kpiId, "value");
        truth.forEach(
                (month, told) ->
                        assertThat(found.get(month))
                                .as(kpiId + " " + month)
                                .isEqualByComparingTo(new BigDecimal(told.getField(column))));
    }

    /** A column of the organisation's months, without those in which it is null. */
    private static Map<String, BigDecimal> decimals(String kpiId, String column) {
        Map<String, BigDecimal> values = new TreeMap<>();
        query(
                        "select month, "
                                + column
                                + " as found from kpi_values where kpi_id = '"
                                + kpiId
                                + "' and scope_kind = 'organisation' and period = 'month'")
                .stream()
                .filter(row -> !row.getField("found").isEmpty())
                .forEach(
                        row ->
                                values.put(
                                        row.getField("month"),
                                        new BigDecimal(row.getField("found"))));
        return values;
    }

    private static double sum(String column, String... months) {
        return Stream.of(months)
                .mapToDouble(month -> Double.parseDouble(truth.get(month).getField(column)))
                .sum();
    }

    private static BigDecimal kilo(String base) {
        return new BigDecimal(base).divide(BigDecimal.valueOf(1000), 3, RoundingMode.UNNECESSARY);
    }

    private static String key(NamedCsvRecord row) {
        Function<String, String> field = row::getField;
        return String.join(
                "/",
                field.apply("kpi_id"),
                field.apply("period"),
                field.apply("scope_kind"),
                field.apply("scope_id"));
    }

    private static List<NamedCsvRecord> query(String sql) {
        Ended ended = program.inProcess("query", "--format", "csv", sql);
        assertThat(ended.err()).isEmpty();
        return csv(ended.out());
    }

    private static List<NamedCsvRecord> csv(String text) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(strip(text))) {
            return rows.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String strip(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
