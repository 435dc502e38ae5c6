package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.WaterdamValues;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.TextDirection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KpiCsvTest {

    @Test
    void holdsEveryRowOfTheMonthOnce() {
        MonthlyReport report = report(WaterdamValues.values());
        List<NamedCsvRecord> records = records(report);

        assertThat(records).hasSize(report.history().current().size());
        assertThat(records)
                .allSatisfy(row -> assertThat(row.getField("month")).isEqualTo("2026-10"));
    }

    @Test
    void writesNumbersForMachinesAndTitlesForReaders() {
        NamedCsvRecord row =
                records(report(WaterdamValues.values())).stream()
                        .filter(one -> one.getField("kpi_id").equals("sheets_per_fte"))
                        .findFirst()
                        .orElseThrow();

        assertThat(row.getField("title_nl")).isEqualTo("Vellen per VTE");
        assertThat(row.getField("title_en")).isEqualTo("Sheets per FTE");
        assertThat(row.getField("numerator")).isEqualTo("77813.000");
        assertThat(row.getField("denominator")).isEqualTo("330.000");
        assertThat(row.getField("value")).isEqualTo("235.79696969697");
        assertThat(row.getField("unit")).isEqualTo("sheets/FTE");
        assertThat(row.getField("coverage")).isEqualTo("1");
    }

    @Test
    void leavesEmptyWhatIsNotKnown() {
        KpiValue unknown =
                WaterdamValues.row(13, "sheets", "sheets").unknown(Reason.NO_DATA).build();

        NamedCsvRecord row = records(report(List.of(unknown))).get(0);

        assertThat(row.getField("value")).isEmpty();
        assertThat(row.getField("numerator")).isEmpty();
        assertThat(row.getField("reason")).isEqualTo("no_data");
    }

    @Test
    void hidesTheNumbersOfSmallGroups() {
        KpiValue row = WaterdamValues.row(13, "sheets", "sheets").value(4321).build();
        KpiValue hidden =
                new KpiValue(
                        row.month(),
                        new Series(row.kpiId(), new Scope("department", "archief"), row.period()),
                        row.amounts(),
                        row.unit(),
                        row.known(),
                        Optional.of(Reason.FEWER_THAN_MINIMUM_PEOPLE),
                        row.factors(),
                        1);

        assertThat(KpiCsv.text(report(List.of(hidden)))).doesNotContain("4321").contains("Archief");
    }

    @Test
    void disarmsWhatASpreadsheetWouldRun() {
        List<KpiValue> values =
                List.of("=cmd|' /C calc'!A0", "+1", "-1+2", "@sum(A1)", "\tx", "safe=1").stream()
                        .map(
                                id ->
                                        WaterdamValues.row(13, "sheets", "sheets")
                                                .scope("printer", id)
                                                .value(1)
                                                .build())
                        .toList();

        assertThat(records(report(values)))
                .extracting(row -> row.getField("scope_id"))
                .containsExactlyInAnyOrder(
                        "'=cmd|' /C calc'!A0", "'+1", "'-1+2", "'@sum(A1)", "'\tx", "safe=1");
    }

    @Test
    void writesInTheDialectOfTheSpreadsheet() {
        MonthlyFacts facts = HostileTown.facts(11);
        MonthlyReport report =
                MonthlyReport.of(
                        HostileTown.with(facts, new CsvDialect(';', ',', true)),
                        HostileTown.report());
        String text = KpiCsv.text(report);

        assertThat(text).startsWith("\ufeffmonth;kpi_id;title_nl;title_en;period;");
        assertThat(numbers(text.substring(1), ';', ','))
                .isEqualTo(
                        numbers(
                                KpiCsv.text(MonthlyReport.of(facts, report.definition())),
                                ',',
                                '.'));
    }

    private static List<String> numbers(String text, char separator, char decimal) {
        List<String> columns =
                List.of("numerator", "denominator", "value", "coverage", "measured_share");
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text).stream()
                .flatMap(row -> columns.stream().map(row::getField))
                .map(field -> field.replace(decimal, '.'))
                .toList();
    }

    /** Each number beside the value that it stands for, worked out without the form. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void holdsEveryValueOnceAsItIsAndNothingThatIsHidden(long seed) {
        MonthlyReport report = MonthlyReport.of(HostileTown.facts(seed), HostileTown.report());
        Map<String, KpiValue> expected = new HashMap<>();
        report.facts().values().stream()
                .filter(row -> row.month().equals(report.month()))
                .filter(row -> Period.REPORTED.contains(row.period()))
                .forEach(row -> expected.put(key(row), row));

        for (NamedCsvRecord cells : records(report)) {
            KpiValue row =
                    expected.remove(
                            String.join(
                                    "|",
                                    cells.getField("kpi_id"),
                                    cells.getField("period"),
                                    cells.getField("scope_kind"),
                                    unguarded(cells.getField("scope_id"))));
            assertThat(row).as("seed %d, %s", seed, cells).isNotNull();
            boolean isHidden = row.reason().filter(Reason::isProtection).isPresent();
            same(cells, "value", row.value().filter(it -> !isHidden));
            same(cells, "coverage", row.coverage().filter(it -> !isHidden));
            same(cells, "measured_share", row.measuredShare().filter(it -> !isHidden));
            assertThat(cells.getField("numerator"))
                    .isEqualTo(isHidden ? "" : row.numerator().orElseThrow().toPlainString());
            assertThat(cells.getField("reason").isEmpty()).isEqualTo(row.reason().isEmpty());
        }
        assertThat(expected).isEmpty();
        assertThat(KpiCsv.text(report)).doesNotContain("," + HostileTown.SECRET);
    }

    private static String key(KpiValue row) {
        return String.join(
                "|",
                row.kpiId(),
                row.period().code(),
                row.scope().kind(),
                TextDirection.settled(row.scope().id()));
    }

    private static String unguarded(String field) {
        return field.startsWith("'") ? field.substring(1) : field;
    }

    private static void same(NamedCsvRecord cells, String column, Optional<Double> expected) {
        if (expected.isEmpty()) {
            assertThat(cells.getField(column)).as(column).isEmpty();
            return;
        }
        assertThat(Double.parseDouble(cells.getField(column)))
                .as(column)
                .isCloseTo(expected.get(), Offset.offset(Math.abs(expected.get()) * 5e-15));
    }

    @Test
    void endsLinesAsTheStandardSays() {
        assertThat(KpiCsv.text(report(WaterdamValues.values())))
                .contains("edition\r\n")
                .endsWith("\r\n");
    }

    private static MonthlyReport report(List<KpiValue> values) {
        MonthlyFacts facts = Waterdam.facts();
        return MonthlyReport.of(
                new MonthlyFacts(
                        facts.organisation(),
                        Waterdam.TEXTS,
                        facts.definitions(),
                        facts.month(),
                        1,
                        "0.1.0",
                        "aa",
                        facts.catalogue(),
                        values,
                        List.of(),
                        List.of(),
                        List.of()),
                Waterdam.report());
    }

    private static List<NamedCsvRecord> records(MonthlyReport report) {
        return CsvReader.builder().ofNamedCsvRecord(KpiCsv.text(report)).stream().toList();
    }
}
