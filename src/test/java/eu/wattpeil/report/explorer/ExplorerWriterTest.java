package eu.wattpeil.report.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.ManyMonths;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
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
                    "category", 12, "department", 8, "room", 1, "site", 1, "printer", 18, "meter",
                    7, "route", 10, "rung", 9, "goal", 32);

    /** Columns of a series, after KPI, scope and period. */
    private enum Column {
        NUMERATOR,
        DENOMINATOR,
        VALUE,
        COVERAGE,
        MEASURED,
        REASON,
        FACTORS,
        PROVISIONAL,
        EDITION
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 31, 365})
    void holdsEveryValueWithAllItsDigits(long seed) {
        MonthlyFacts facts = HostileTown.facts(seed);
        JsonNode data = data(all(facts), Locale.ENGLISH);
        int rows = 0;

        for (YearMonth month : MONTHS) {
            for (KpiValue value : History.upTo(month, known(facts)).current()) {
                assertTold(data, value);
                rows++;
            }
        }

        assertThat(rows).isGreaterThan(14 * 20);
        assertThat(rowsOf(data)).isEqualTo(rows);
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
                        .filter(it -> it.reason().equals(Optional.of(Reason.FEWER_THAN_MINIMUM_PEOPLE)))
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
        assertThat(data.get("kpis").get(data.get("series").get(change.get(0).asInt()).get(0).asInt()).get("id").asString())
                .isEqualTo("server_count");
        assertThat(cell(data, change.get(3).asInt(), 13)).isEqualTo("12.5");
        assertThat(codes(data.get("causes"))).containsExactly("activity");
    }

    @Test
    void holdsThreeYearsOfTheSampleWhole() {
        ExplorerWriter.Written written =
                write(ManyMonths.of(36, SAMPLE), Locale.ENGLISH);

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

    private static void assertTold(JsonNode data, KpiValue value) {
        JsonNode series = find(data, value.series());
        int month = MONTHS.indexOf(value.month());
        String numerator = cell(data, series, Column.NUMERATOR, month);
        String denominator = cell(data, series, Column.DENOMINATOR, month);
        String reason = cell(data, series, Column.REASON, month);
        if (value.isWithheld()) {
            assertThat(Stream.of(Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE, Column.COVERAGE, Column.MEASURED))
                    .allMatch(column -> cell(data, series, column, month).isEmpty());
        } else {
            assertThat(number(numerator)).isEqualTo(value.numerator().map(BigDecimal::stripTrailingZeros));
            assertThat(number(denominator)).isEqualTo(value.denominator().map(BigDecimal::stripTrailingZeros));
            assertThat(number(read(numerator, denominator, cell(data, series, Column.VALUE, month), reason)))
                    .isEqualTo(value.value().map(Numerals::plain).map(BigDecimal::stripTrailingZeros));
            assertThat(number(cell(data, series, Column.COVERAGE, month)))
                    .isEqualTo(value.coverage().map(Numerals::share).map(BigDecimal::stripTrailingZeros));
        }
        assertThat(reason.isEmpty() ? "" : data.get("reasons").get(Integer.parseInt(reason)).get("code").asString())
                .isEqualTo(value.reason().map(Reason::code).orElse(""));
        assertThat(cell(data, series, Column.PROVISIONAL, month)).isEqualTo(value.isProvisional() ? "1" : "");
        assertThat(cell(data, series, Column.EDITION, month)).isEqualTo("" + value.edition());
    }

    /** As the page reads it. */
    private static String read(String numerator, String denominator, String value, String reason) {
        if (value.equals("-")) {
            return "";
        }
        if (!value.isEmpty() || !reason.isEmpty()) {
            return value;
        }
        return denominator.isEmpty()
                ? numerator
                : new BigDecimal(
                                Math.round(
                                                Double.parseDouble(numerator)
                                                        / Double.parseDouble(denominator)
                                                        * 1e9)
                                        / 1e9)
                        .round(new MathContext(15))
                        .toPlainString();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new BigDecimal(text).stripTrailingZeros());
    }

    private static JsonNode find(JsonNode data, Series series) {
        for (JsonNode row : data.get("series")) {
            JsonNode scope = data.get("scopes").get(row.get(1).asInt());
            String kind = data.get("kinds").get(scope.get(0).asInt()).get("code").asString();
            if (data.get("kpis").get(row.get(0).asInt()).get("id").asString().equals(series.kpiId())
                    && new Scope(kind, scope.get(1).asString()).equals(series.scope())
                    && row.get(2).asInt() == (series.period() == Period.MONTH ? 0 : 1)) {
                return row;
            }
        }
        throw new AssertionError("there is no " + series);
    }

    private static String cell(JsonNode data, JsonNode series, Column column, int month) {
        return cell(data, series.get(3 + column.ordinal()).asInt(), month);
    }

    private static String cell(JsonNode data, int column, int month) {
        return data.get("columns").get(column).asString().split(",", -1)[month];
    }

    private static int rowsOf(JsonNode data) {
        int rows = 0;
        for (JsonNode series : data.get("series")) {
            for (int month = 0; month < data.get("months").size(); month++) {
                rows += cell(data, series, Column.EDITION, month).isEmpty() ? 0 : 1;
            }
        }
        return rows;
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
                month ->
                        new AllMonths.Month(
                                values.stream().filter(it -> it.month().equals(month)).toList(),
                                month.equals(Waterdam.LAST) ? changes : List.of(),
                                none),
                kpi -> NO_LINEAGE);
    }

    private static JsonNode data(AllMonths all, Locale language) {
        return JSON.readTree(json(all, language));
    }

    private static String json(AllMonths all, Locale language) {
        return write(all, language).json();
    }

    private static ExplorerWriter.Written write(AllMonths all, Locale language) {
        return new ExplorerWriter(all).write(language, month -> "");
    }
}
