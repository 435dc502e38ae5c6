package eu.wattpeil.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.MadeUpEffects;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.TextDirection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportWorkbookTest {

    private static final String VALUES = "All values";

    @Test
    void hasASheetForEachThemeAndNamesThemInTheReadersLanguage() throws IOException {
        MonthlyReport report = MonthlyReport.of(Waterdam.facts(), Waterdam.report());

        assertThat(read(report, Waterdam.DUTCH).keySet())
                .containsExactly(
                        "Over dit werkboek",
                        "Serverruimte",
                        "Toestellen",
                        "Afdrukken",
                        "Uitstoot",
                        "Alles samen",
                        "Doelen",
                        "Maatregelen",
                        "Alle waarden",
                        "Factoren");
        assertThat(read(report, Locale.FRENCH).keySet()).contains("Objectifs", "Facteurs");
    }

    @Test
    void tellsAFigureWithAllThatStandsAroundIt() throws IOException {
        Map<String, Cell> row = figure("Server room", "Interim PUE");

        assertThat(text(row, "Scope")).isEqualTo("Gemeente Waterdam");
        assertThat(text(row, "Period")).isEqualTo("month");
        assertThat(number(row, "Value")).isEqualTo(1.48568493150685);
        assertThat(row.get("Value").getDataFormatString()).isEqualTo("#,##0.00");
        assertThat(number(row, "Counted")).isEqualTo(5205.84);
        assertThat(text(row, "Counted: what")).isEqualTo("server room (kWh)");
        assertThat(number(row, "Divided by")).isEqualTo(3504);
        assertThat(text(row, "Divided by: what")).isEqualTo("IT equipment (kWh)");
        assertThat(number(row, "Coverage")).isEqualTo(0.9998);
        assertThat(number(row, "September 2026")).isEqualTo(1.52177319587629);
        assertThat(number(row, "October 2025")).isEqualTo(1.47928020565553);
    }

    @Test
    void hasARowForEachPlaceOfWhatIsTakenApart() throws IOException {
        Breakdown.Cell cell =
                new Breakdown.Cell(
                        new Scope("room", "=hall"),
                        "7",
                        "4",
                        Optional.of(new BigDecimal("7.123456")),
                        "kW",
                        Optional.of(0.75),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("=cause"));
        Breakdown.Cell unknown =
                new Breakdown.Cell(
                        new Scope("room", "=hall"),
                        "7",
                        "5",
                        Optional.empty(),
                        "kW",
                        Optional.of(0.0),
                        Optional.of("no_data"),
                        Optional.empty(),
                        Optional.empty());
        Breakdown profile =
                new Breakdown(
                        new Detail(
                                "room_power_profile",
                                Detail.Picture.HEAT_MAP,
                                Detail.Keys.WEEKDAY,
                                Detail.Keys.HOUR,
                                Optional.empty()),
                        List.of(cell, unknown));
        Report base = Waterdam.report();
        Report report =
                new Report(
                        base.name(),
                        base.forms(),
                        base.formsPlace(),
                        base.sections(),
                        base.sectionsPlace(),
                        List.of("room_power_profile"));

        List<Map<String, Cell>> rows =
                read(MonthlyReport.of(Waterdam.facts(profile), report), Locale.ENGLISH)
                        .getOrDefault("Details", List.of());

        assertThat(rows).hasSize(2);
        assertThat(text(rows.get(0), "Detail")).isEqualTo("Power by hour of the week");
        assertThat(text(rows.get(0), "Scope")).isEqualTo("=hall");
        assertThat(text(rows.get(0), "Row")).isEqualTo("Sunday");
        assertThat(text(rows.get(0), "Column")).isEqualTo("04");
        assertThat(number(rows.get(0), "Value")).isEqualTo(7.123456);
        assertThat(text(rows.get(0), "Cause")).isEqualTo("=cause");
        assertThat(rows.get(1).get("Value")).isNull();
        assertThat(text(rows.get(1), "Reason")).isEqualTo("there is no data for this month");
    }

    @Test
    void comparesMonthsOfUnequalLengthByTheDay() throws IOException {
        Map<String, Cell> row = figure("Server room", "Total server-room energy");

        assertThat(number(row, "Difference with September 2026"))
                .isEqualTo(Double.parseDouble("-9.20407742"));
        assertThat(5205.84 / 31 - 5314.032 / 30)
                .isCloseTo(-9.20407742, org.assertj.core.data.Offset.offset(1e-8));
        assertThat(text(row, "Compared with September 2026 by")).isEqualTo("day");
        assertThat(number(row, "Difference with October 2025")).isEqualTo(-1699.44);
        assertThat(row.get("Compared with October 2025 by")).isNull();
    }

    @Test
    void tellsTheDifferenceOfSharesInPercentagePoints() throws IOException {
        Map<String, Cell> row = figure("Printing", "Duplex ratio");

        assertThat(row.get("Value").getDataFormatString()).isEqualTo("0.0%");
        assertThat(row.get("Difference with October 2025").getDataFormatString())
                .isEqualTo("+#,##0.0\" pp\";-#,##0.0\" pp\";#,##0.0\" pp\"");
        assertThat(number(row, "Difference with October 2025"))
                .isCloseTo(
                        100 * (number(row, "Value") - number(row, "October 2025")),
                        org.assertj.core.data.Offset.offset(1e-6));
        assertThat(row.get("Change from October 2025")).isNull();
    }

    @Test
    void standsTheGoalBesideItsOwnFigureOnly() throws IOException {
        Map<String, Cell> row = figure("Server room", "Physical servers in use");

        assertThat(text(row, "Goal")).isEqualTo("From 24 to 14 physical servers");
        assertThat(text(row, "Verdict")).isEqualTo("watch");
        assertThat(number(row, "Target")).isEqualTo(14);
        assertThat(row.get("By").asDate()).isEqualTo("2026-12-01T00:00");
        assertThat(figure("Server room", "Night base load").get("Goal")).isNull();
    }

    @Test
    void saysWhyANumberIsNotThere() throws IOException {
        MonthlyReport december =
                MonthlyReport.of(
                        Waterdam.facts(Waterdam.FIRST.plusMonths(3), "W"), Waterdam.report());
        Map<String, Cell> row =
                figure(read(december, Locale.ENGLISH).get("Server room"), "IT equipment energy");

        assertThat(row.get("Value")).isNull();
        assertThat(text(row, "Reason")).isEqualTo("too little of it is known (62\u00a0%)");
    }

    @Test
    void namesAFigureOfWhichThereIsNothing() throws IOException {
        MonthlyFacts facts = Waterdam.facts();
        MonthlyFacts nothing =
                new MonthlyFacts(
                        facts.organisation(),
                        facts.texts(),
                        facts.definitions(),
                        facts.month(),
                        1,
                        "0.1.0",
                        "aa",
                        facts.catalogue(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        Map<String, List<Map<String, Cell>>> sheets =
                read(MonthlyReport.of(nothing, Waterdam.report()), Locale.ENGLISH);

        for (Report.Section section : Waterdam.report().sections()) {
            assertThat(sheets.get(section.title().get(Locale.ENGLISH)))
                    .hasSize(section.kpis().size())
                    .allSatisfy(
                            row ->
                                    assertThat(text(row, "Reason"))
                                            .isEqualTo("there is no data for this month"));
        }
        assertThat(sheets.get(VALUES)).isEmpty();
    }

    @Test
    void tellsGoalsFactorsAndWhatItIsOf() throws IOException {
        Map<String, List<Map<String, Cell>>> sheets =
                read(MonthlyReport.of(Waterdam.facts(), Waterdam.report()), Locale.ENGLISH);
        Map<String, Cell> unknown = sheets.get("Goals").get(4);
        Map<String, Cell> factor = sheets.get("Factors").get(0);

        assertThat(text(unknown, "Verdict")).isEqualTo("unknown");
        assertThat(text(unknown, "Reason"))
                .isEqualTo(
                        "No verdict: the baseline of December 2025 is not known, too little of it"
                                + " is known");
        assertThat(unknown.get("Target")).isNull();
        assertThat(text(factor, "Factor")).isEqualTo("elec_eea_be");
        assertThat(number(factor, "Value")).isEqualTo(0.155);
        assertThat(text(factor, "Licence")).isEqualTo("CC BY 4.0");
        assertThat(factor.get("Provisional").asBoolean()).isTrue();
        assertThat(sheets.get("About this workbook"))
                .extracting(row -> row.get("About this workbook").asString())
                .contains("Month", "Edition", "Fingerprint of the inputs", "Licence: CC BY 4.0");
    }

    @Test
    void namesSourcesOfFactorsInTheLanguageOfTheReader() throws IOException {
        Map<String, List<Map<String, Cell>>> sheets =
                read(MonthlyReport.of(Waterdam.facts(), Waterdam.report()), Waterdam.DUTCH);
        Map<String, Cell> factor = sheets.get("Factoren").get(0);

        assertThat(text(factor, "Bron")).startsWith("Europees Milieuagentschap: uitstoot van");
        assertThat(text(factor, "Zet om")).isEqualTo("scope 2, locatiegebaseerd");
        assertThat(text(factor, "Grondslag")).isEqualTo("alleen directe uitstoot");
        assertThat(sheets.toString()).doesNotContain("European Environment Agency");
    }

    @Test
    void tellsWhatAYearOfAMeasureComesToAndWhyWhereItIsNotKnown() throws IOException {
        Map<String, Cell> servers =
                measure(
                        MadeUpEffects.servers(
                                Optional.of(
                                        MadeUpEffects.impact(
                                                MadeUpEffects.missing(
                                                        "EUR", "price_of_electricity"),
                                                MadeUpEffects.amount(
                                                        "kgCO2e",
                                                        -1665.3125,
                                                        -1692.6875,
                                                        -1637.9375)))));

        assertThat(text(servers, "Result")).isEqualTo("effect");
        assertThat(number(servers, "In a year (kWh)")).isEqualTo(-13322.5);
        assertThat(number(servers, "In a year, low (kWh)")).isEqualTo(-13541.5);
        assertThat(number(servers, "In a year, high (kg CO₂e)")).isEqualTo(-1637.9375);
        assertThat(servers.get("In a year (EUR)")).isNull();
        assertThat(text(servers, "Reason"))
                .isEqualTo("no price of electricity for the month in config/prices.csv");
    }

    private static Map<String, Cell> measure(Effect effect) throws IOException {
        return read(
                        MonthlyReport.of(MadeUpEffects.facts(effect), Waterdam.report()),
                        Locale.ENGLISH)
                .get("Measures")
                .stream()
                .filter(it -> text(it, "Measure").startsWith("Eight servers"))
                .findFirst()
                .orElseThrow();
    }

    /** Recomputed from the rows themselves, cell by cell. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdsEveryValueOnceAsItIsAndNothingThatIsHidden(long seed) throws IOException {
        MonthlyFacts facts = HostileTown.facts(seed);
        MonthlyReport report = MonthlyReport.of(facts, HostileTown.report());
        Map<String, List<Map<String, Cell>>> sheets = read(report, Locale.ENGLISH);
        Map<String, KpiValue> expected = new HashMap<>();
        facts.values().stream()
                .filter(row -> !row.month().isBefore(facts.month().minusMonths(12)))
                .forEach(row -> expected.put(key(row), row));

        assertThat(sheets.get(VALUES)).hasSize(expected.size());
        for (Map<String, Cell> cells : sheets.get(VALUES)) {
            KpiValue row = expected.remove(key(cells));
            assertThat(row).as("seed %d, %s", seed, cells).isNotNull();
            boolean isShown = row.reason().isEmpty();
            boolean isHidden = Figure.isHidden(row);
            same(cells, "Value", row.value().filter(known -> isShown));
            same(
                    cells,
                    "Counted",
                    row.numerator().filter(known -> !isHidden).map(Number::doubleValue));
            same(
                    cells,
                    "Divided by",
                    row.denominator().filter(known -> !isHidden).map(Number::doubleValue));
            same(cells, "Coverage", row.coverage().filter(known -> !isHidden));
            same(cells, "Measured share", row.measuredShare().filter(known -> !isHidden));
            assertThat(cells.containsKey("Reason")).isEqualTo(!isShown);
        }
        assertThat(expected).isEmpty();
        assertThat(sheets.values().stream().flatMap(List::stream))
                .filteredOn(
                        cells ->
                                cells.values().stream()
                                        .anyMatch(
                                                it -> it.getText().startsWith(HostileTown.SECRET)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void holdsEveryValueOfTheMonthOnceInItsSection(long seed) throws IOException {
        MonthlyReport report = MonthlyReport.of(HostileTown.facts(seed), HostileTown.report());
        List<List<Map<String, Cell>>> sheets =
                new ArrayList<>(read(report, Locale.ENGLISH).values());

        for (int at = 0; at < report.definition().sections().size(); at++) {
            List<String> kpis = report.definition().sections().get(at).kpis();
            List<KpiValue> rows =
                    report.history().current().stream()
                            .filter(row -> kpis.contains(row.kpiId()))
                            .sorted(
                                    java.util.Comparator.comparingInt(
                                            row -> kpis.indexOf(row.kpiId())))
                            .toList();
            List<Map<String, Cell>> cells =
                    sheets.get(at + 1).stream().filter(row -> row.containsKey("Period")).toList();
            assertThat(cells).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                KpiValue row = rows.get(i);
                same(cells.get(i), "Value", row.value().filter(it -> row.reason().isEmpty()));
                comparedWith(row, 1, cells.get(i), report, "September 2026");
                comparedWith(row, 12, cells.get(i), report, "October 2025");
            }
        }
    }

    private static void comparedWith(
            KpiValue row, int months, Map<String, Cell> cells, MonthlyReport report, String head) {
        Optional<KpiValue> then =
                report.history().find(row.series(), row.month().minusMonths(months));
        boolean isShown = !Figure.isHidden(row) && then.filter(Figure::isHidden).isEmpty();
        same(cells, head, then.flatMap(KpiValue::value).filter(it -> isShown));
    }

    @Test
    void showsHostileNamesAsTheyAreWrittenWithoutWhatTurnsThem() throws IOException {
        Map<String, List<Map<String, Cell>>> sheets =
                read(MonthlyReport.of(HostileTown.facts(6), HostileTown.report()), Locale.ENGLISH);
        List<String> scopes =
                sheets.get(VALUES).stream().map(row -> text(row, "Scope")).distinct().toList();

        assertThat(scopes).containsAll(HostileTown.NAMES.stream().map(this::decoded).toList());
        assertThat(
                        sheets.values().stream()
                                .flatMap(List::stream)
                                .flatMap(it -> it.values().stream()))
                .noneMatch(cell -> cell.getType() == CellType.FORMULA);
    }

    /** Without what turns text; the reader of these tests does not decode what Excel does. */
    private String decoded(String name) {
        return TextDirection.settled(name).replace("_x0041_", "_x005F_x0041_");
    }

    @Test
    void leavesOutTheOldestMonthsWhereASheetHoldsNoMore() {
        MonthlyReport report = MonthlyReport.of(Waterdam.facts(), Waterdam.report());
        long newest =
                report.facts().values().stream()
                        .filter(row -> row.month().equals(Waterdam.LAST))
                        .count();

        AllValues values = AllValues.of(report, (int) newest + 1);

        assertThat(values.entries()).hasSize((int) newest);
        assertThat(values.first()).isEqualTo(Waterdam.LAST);
    }

    @Test
    void writesTheSameBytesTwice() {
        MonthlyReport report = MonthlyReport.of(HostileTown.facts(7), HostileTown.report());
        byte[] first = ReportWorkbook.of(report).in(Waterdam.DUTCH);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ReportWorkbook.of(report).in(Waterdam.DUTCH)).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void same(Map<String, Cell> cells, String column, Optional<Double> expected) {
        Cell cell = cells.get(column);
        if (expected.isEmpty()) {
            assertThat(cell).as(column).isNull();
            return;
        }
        assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
        // A double holds fifteen digits for certain.
        assertThat(cell.asNumber().doubleValue())
                .as(column)
                .isCloseTo(
                        expected.get(),
                        org.assertj.core.data.Offset.offset(Math.abs(expected.get()) * 5e-15));
    }

    private static String key(KpiValue row) {
        return String.join(
                "|",
                row.month().toString(),
                row.kpiId(),
                row.scope().kind(),
                TextDirection.settled(row.scope().id()).replace("_x0041_", "_x005F_x0041_"),
                switch (row.period()) {
                    case MONTH -> "month";
                    case QUARTER -> "quarter";
                    case ROLLING_YEAR -> "twelve months";
                    case YEAR -> "calendar year";
                    case YEAR_TO_DATE -> "year so far";
                });
    }

    private static String key(Map<String, Cell> cells) {
        return String.join(
                "|",
                YearMonth.from(cells.get("Month").asDate()).toString(),
                text(cells, "KPI"),
                text(cells, "Kind of scope"),
                text(cells, "Scope id"),
                text(cells, "Period"));
    }

    private static Map<String, Cell> figure(String sheet, String title) throws IOException {
        MonthlyReport report = MonthlyReport.of(Waterdam.facts(), Waterdam.report());
        return figure(read(report, Locale.ENGLISH).get(sheet), title);
    }

    private static Map<String, Cell> figure(List<Map<String, Cell>> rows, String title) {
        return rows.stream()
                .filter(row -> text(row, "Figure").equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Map<String, Cell> row, String column) {
        return row.get(column).asString();
    }

    private static double number(Map<String, Cell> row, String column) {
        return row.get(column).asNumber().doubleValue();
    }

    /** The rows of each sheet by its name: the filled cells of a row by the header above them. */
    private static Map<String, List<Map<String, Cell>>> read(MonthlyReport report, Locale language)
            throws IOException {
        Map<String, List<Map<String, Cell>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(ReportWorkbook.of(report).in(language)),
                        new org.dhatim.fastexcel.reader.ReadingOptions(true, false))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<Row> rows = sheet.read();
                sheets.put(
                        sheet.getName(),
                        rows.stream().skip(1).map(row -> cells(row, rows.get(0))).toList());
            }
        }
        return sheets;
    }

    private static Map<String, Cell> cells(Row row, Row header) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (int column = 0; column < header.getCellCount(); column++) {
            String head = header.getCell(column).asString();
            row.getOptionalCell(column)
                    .filter(cell -> cell.getType() != CellType.EMPTY)
                    .ifPresent(cell -> cells.put(head, cell));
        }
        return cells;
    }
}
