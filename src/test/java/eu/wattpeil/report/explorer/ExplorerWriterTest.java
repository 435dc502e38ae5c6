package eu.wattpeil.report.explorer;

import static eu.wattpeil.report.ExplorerRows.number;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.ExplorerRows;
import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.ManyMonths;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.workspace.Period;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExplorerWriterTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<YearMonth> MONTHS =
            Stream.iterate(Waterdam.FIRST, it -> it.plusMonths(1)).limit(14).toList();
    private static final Lineage NO_LINEAGE = new Lineage(List.of(), List.of(), List.of());
    private static final Map<String, Integer> SAMPLE =
            Map.of(
                    "category",
                    12,
                    "department",
                    8,
                    "room",
                    1,
                    "site",
                    1,
                    "printer",
                    18,
                    "meter",
                    7,
                    "route",
                    10,
                    "rung",
                    9,
                    "goal",
                    32);

    @Test
    void saysWhereFactorsComeFromInTheLanguageOfTheReader() {
        JsonNode factor = data(all(Waterdam.facts()), Waterdam.DUTCH).get("factors").get(1);

        assertThat(factor.get("source").asString()).startsWith("Europees Milieuagentschap: ");
        assertThat(factor.get("value").asString()).isEqualTo("0,155\u00a0kg CO₂e/kWh");
        assertThat(factor.get("grade").asString())
                .isEqualTo("gelezen in de tekst van de uitgever zelf");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 31, 365})
    void holdsEveryValueWithAllItsDigits(long seed) {
        MonthlyFacts facts = HostileTown.facts(seed);
        Map<String, ExplorerRows.Row> rows = ExplorerRows.of(data(all(facts), Locale.ENGLISH));
        List<KpiValue> values =
                MONTHS.stream()
                        .flatMap(month -> History.upTo(month, known(facts)).current().stream())
                        .toList();

        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        values.stream().map(ExplorerWriterTest::keyOf).toList());
        values.forEach(value -> assertTold(rows.get(keyOf(value)), value));
        assertThat(values).hasSizeGreaterThan(14 * 20);
    }

    @Test
    void hasNothingOfWhatIsWithheld() {
        String json = json(all(HostileTown.facts(7)), Locale.ENGLISH);
        JsonNode data = JSON.readTree(json);

        for (JsonNode column : data.get("columns")) {
            assertThat(column.asString().split(",", -1))
                    .noneMatch(cell -> cell.replace("-", "").startsWith(HostileTown.SECRET));
        }
        assertThat(codes(data.get("reasons"))).contains("fewer_than_minimum_people");
    }

    @Test
    void canBeginAndEndNoMarkup() {
        String json = json(all(HostileTown.facts(11)), Locale.ENGLISH);
        List<String> names = new ArrayList<>();
        JSON.readTree(json).get("scopes").forEach(it -> names.add(it.get(2).asString()));

        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(names).contains("<script>alert(\"1\")</script> & 'co'");
    }

    @Test
    void isTheSameInWhateverOrderTheValuesCome() {
        MonthlyFacts facts = HostileTown.facts(3);
        List<KpiValue> turned = new ArrayList<>(facts.values());
        Collections.reverse(turned);

        assertThat(json(all(facts, turned, List.of()), Locale.ENGLISH))
                .isEqualTo(json(all(facts), Locale.ENGLISH));
    }

    @Test
    void tellsWhatChangedAValueButNotWhereOneOfTheTwoIsWithheld() {
        MonthlyFacts town = Waterdam.facts();
        Series shown = Series.ofOrganisation("server_count", Period.MONTH);
        Series withheld =
                town.values().stream()
                        .filter(it -> it.month().equals(Waterdam.LAST.minusMonths(1)))
                        .filter(
                                it ->
                                        it.reason()
                                                .equals(
                                                        Optional.of(
                                                                Reason.FEWER_THAN_MINIMUM_PEOPLE)))
                        .map(KpiValue::series)
                        .findFirst()
                        .orElseThrow();
        BigDecimal amount = new BigDecimal("12.5");
        YearMonth before = Waterdam.LAST.minusMonths(1);
        List<ChangePart> changes =
                List.of(
                        new ChangePart(shown, before, "activity", Optional.of(amount)),
                        new ChangePart(withheld, before, "activity", Optional.of(amount)));

        JsonNode data = data(all(town, town.values(), changes), Waterdam.DUTCH);

        assertThat(data.get("changes")).hasSize(1);
        JsonNode change = data.get("changes").get(0);
        assertThat(
                        data.get("kpis")
                                .get(data.get("series").get(change.get(0).asInt()).get(0).asInt())
                                .get("id")
                                .asString())
                .isEqualTo("server_count");
        assertThat(cell(data, change.get(3).asInt(), 13)).isEqualTo("12.5");
        assertThat(codes(data.get("causes"))).containsExactly("activity");
    }

    @Test
    void saysWhereAFigureIsMeasuredInAnotherWay() {
        MonthlyFacts town =
                Waterdam.facts(
                        List.of(
                                new SeriesBreak(
                                        "sheets",
                                        "meter_replaced",
                                        "<b>",
                                        LocalDate.of(2026, 3, 2)),
                                new SeriesBreak(
                                        "sheets", "meter_replaced", "m", LocalDate.of(2019, 3, 2))),
                        Optional.empty(),
                        MeterFacts.none());

        JsonNode breaks = data(all(town), Locale.ENGLISH).get("breaks");

        assertThat(breaks).hasSize(1);
        assertThat(breaks.get(0).get(1).asInt()).isEqualTo(6);
        assertThat(breaks.get(0).get(2).asString())
                .isEqualTo("On 2\u00a0March 2026 the meter <b> was replaced");
    }

    @Test
    void holdsThreeYearsOfTheSampleWhole() {
        ExplorerWriter.Written written = write(ManyMonths.of(36, SAMPLE), Locale.ENGLISH);

        assertThat(JSON.readTree(written.json()).get("months")).hasSize(36);
        assertThat(written.json().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(ExplorerWriter.MOST_BYTES);
        assertThat(kinds(JSON.readTree(written.json())))
                .contains("department", "category", "printer");
    }

    @Test
    void leavesOutPrintersBeforeDepartmentsAndSaysSo() {
        Map<String, Integer> large = new TreeMap<>(SAMPLE);
        large.put("department", 60);
        large.put("printer", 400);

        ExplorerWriter.Written written = write(ManyMonths.of(36, large), Locale.ENGLISH);

        assertThat(written.json().getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(ExplorerWriter.MOST_BYTES);
        assertThat(kinds(JSON.readTree(written.json())))
                .contains("organisation", "department")
                .doesNotContain("printer");
        assertThat(written.leftOut())
                .anyMatch(it -> it.contains("printer (400)") && it.contains("kpis-all.csv"))
                .anyMatch(it -> it.contains("kpi_changes"));
    }

    @Test
    void goesBackThreeYearsAndSaysThatThereIsMore() {
        ExplorerWriter.Written written = write(ManyMonths.of(40, Map.of()), Locale.ENGLISH);

        JsonNode months = JSON.readTree(written.json()).get("months");
        assertThat(months).hasSize(36);
        assertThat(months.get(0).asString()).isEqualTo("2023-11");
        assertThat(written.leftOut())
                .containsExactly(
                        "Months before November 2023 are not on this page; kpis-all.csv has them.");
    }

    private static void assertTold(ExplorerRows.Row row, KpiValue value) {
        boolean isShown = !value.isWithheld();
        assertThat(number(row.numerator())).isEqualTo(stripped(value.numerator(), isShown));
        assertThat(number(row.denominator())).isEqualTo(stripped(value.denominator(), isShown));
        assertThat(number(row.value()))
                .isEqualTo(stripped(value.value().map(Numerals::plain), isShown));
        assertThat(number(row.coverage()))
                .isEqualTo(stripped(value.coverage().map(Numerals::share), isShown));
        assertThat(number(row.measured()))
                .isEqualTo(stripped(value.measuredShare().map(Numerals::share), isShown));
        assertThat(row.reason()).isEqualTo(value.reason().map(Reason::code).orElse(""));
        assertThat(row.isProvisional()).isEqualTo(value.isProvisional());
        assertThat(row.edition()).isEqualTo("" + value.edition());
    }

    private static Optional<BigDecimal> stripped(Optional<BigDecimal> number, boolean isShown) {
        return number.filter(it -> isShown).map(BigDecimal::stripTrailingZeros);
    }

    private static String keyOf(KpiValue value) {
        return value.month()
                + " "
                + value.kpiId()
                + " "
                + value.period().code()
                + " "
                + value.scope();
    }

    private static String cell(JsonNode data, int column, int month) {
        return data.get("columns").get(column).asString().split(",", -1)[month];
    }

    private static List<String> codes(JsonNode list) {
        List<String> codes = new ArrayList<>();
        list.forEach(it -> codes.add(it.get("code").asString()));
        return codes;
    }

    private static Set<String> kinds(JsonNode data) {
        return new HashSet<>(codes(data.get("kinds")));
    }

    private static List<KpiValue> known(MonthlyFacts facts) {
        Set<String> ids = new HashSet<>(facts.catalogue().stream().map(Kpi::kpiId).toList());
        return facts.values().stream().filter(it -> ids.contains(it.kpiId())).toList();
    }

    private static AllMonths all(MonthlyFacts facts) {
        return all(facts, facts.values(), List.of());
    }

    private static AllMonths all(
            MonthlyFacts facts, List<KpiValue> values, List<ChangePart> changes) {
        Map<Series, List<Restatement.Why>> none = Map.of();
        return new AllMonths(
                MonthlyReport.of(facts, facts.definitions().get(0)),
                MONTHS,
                some -> values.stream().filter(it -> some.contains(it.month())).toList(),
                some ->
                        some.stream()
                                .map(
                                        it ->
                                                new AllMonths.Causes(
                                                        it.equals(Waterdam.LAST)
                                                                ? changes
                                                                : List.of(),
                                                        none))
                                .toList(),
                kpi -> NO_LINEAGE);
    }

    private static JsonNode data(AllMonths all, Locale language) {
        return JSON.readTree(json(all, language));
    }

    private static String json(AllMonths all, Locale language) {
        return write(all, language).json();
    }

    private static ExplorerWriter.Written write(AllMonths all, Locale language) {
        Rows rows = Rows.of(all);
        all.months().stream()
                .filter(rows::shows)
                .forEach(
                        month ->
                                rows.add(
                                        month,
                                        all.rows(List.of(month)).getOrDefault(month, List.of()),
                                        all.causes().apply(List.of(month)).get(0)));
        return new ExplorerWriter(all, rows).write(language, month -> "");
    }
}
