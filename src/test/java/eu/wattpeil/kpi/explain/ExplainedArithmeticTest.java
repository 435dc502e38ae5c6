package eu.wattpeil.kpi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.EarlierMonths;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.LongerPeriods;
import eu.wattpeil.kpi.value.RollUp;
import eu.wattpeil.kpi.value.ScopeFigure;
import eu.wattpeil.kpi.value.UsedFactors;
import eu.wattpeil.kpi.value.Valuation;
import eu.wattpeil.report.explanation.ExplanationJson;
import eu.wattpeil.report.explanation.ExplanationPage;
import eu.wattpeil.report.words.TextLines;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year of made-up figures of each KPI of the catalogue, valued by the engine and explained: from
 * what the explanation prints, each value of each period is worked out once more by other means.
 */
class ExplainedArithmeticTest {

    private static final WorkspaceFiles FILES = WorkspaceFiles.packaged();
    private static final Texts TEXTS = Texts.read(FILES, new Problems());
    private static final YearMonth LAST = YearMonth.of(2026, 12);
    private static final UsedFactors NO_FACTORS =
            new UsedFactors(FactorUse.NONE, Optional.empty(), Optional.empty());

    static Stream<Kpi> kpis() {
        Problems problems = new Problems();
        Frames frames = Frames.read(FILES, problems);
        Workspace packaged = Workspace.load(Path.of("packaged", "nothing"), Set.of(), problems);
        return Catalogue.headers(packaged.modelFiles(), TEXTS, frames, new Problems()).stream();
    }

    @ParameterizedTest
    @MethodSource("kpis")
    void addsUpToTheLastDigit(Kpi kpi) {
        Set<Period> explained = EnumSet.noneOf(Period.class);
        List<KpiValue> year = year(kpi);
        List<KpiValue> own = year.stream().filter(it -> it.month().equals(LAST)).toList();
        List<KpiValue> edition = new ArrayList<>(own);
        edition.addAll(LongerPeriods.of(kpi, new EarlierMonths(year), own));
        for (KpiValue value : edition) {
            Explanation explanation = explanation(kpi, value, year, edition);

            JsonNode json =
                    JsonMapper.shared().readTree(ExplanationJson.text(explanation, Locale.ENGLISH));
            BigDecimal told = BigDecimal.valueOf(value.value().orElseThrow());
            assertThat(rounded(workedOut(kpi, json))).isEqualByComparingTo(told);
            assertThat(json.path("arithmetic").path("is_same").asBoolean()).isTrue();
            assertThat(json.path("arithmetic").path("value").decimalValue())
                    .isEqualByComparingTo(told);
            if (!json.path("parts").path("sum").isMissingNode()
                    && !json.path("parts").path("sum").isNull()) {
                assertThat(sum(json.path("parts").path("values"), "numerator"))
                        .isEqualByComparingTo(value.numerator().orElseThrow());
            }
            if (Period.REPORTED.contains(value.period())) {
                checkText(explanation, told);
            }
            explained.add(value.period());
        }
        assertThat(explained)
                .isEqualTo(
                        kpi.overTime().addsUp()
                                ? EnumSet.allOf(Period.class)
                                : EnumSet.of(Period.MONTH));
    }

    /** In every language, with all the digits, and lines that fit a terminal. */
    private static void checkText(Explanation explanation, BigDecimal told) {
        for (String language : TEXTS.languages()) {
            StringWriter text = new StringWriter();
            ExplanationPage.print(
                    explanation,
                    TEXTS,
                    Locale.forLanguageTag(language),
                    10,
                    new TextLines(new PrintWriter(text, true)));
            assertThat(text.toString()).contains(Numbers.plain(told));
            assertThat(text.toString().lines()).allMatch(line -> line.length() <= 100);
        }
    }

    /** By the rule that the explanation tells, from the numbers that it gives. */
    private static BigDecimal workedOut(Kpi kpi, JsonNode json) {
        JsonNode months = json.path("months");
        if (json.path("period").asString().equals("month")) {
            return ofMonth(kpi, json);
        }
        return switch (json.path("over_time").asString()) {
            case "sum" -> sum(months, "value");
            case "last" -> ofMonth(kpi, months.get(months.size() - 1));
            case "max" -> {
                BigDecimal most = ofMonth(kpi, months.get(0));
                for (JsonNode month : months) {
                    most = most.max(ofMonth(kpi, month));
                }
                yield most;
            }
            default -> {
                BigDecimal above = BigDecimal.ZERO;
                for (JsonNode month : months) {
                    above = above.add(completed(kpi, month));
                }
                yield above.divide(sum(months, "denominator"), MathContext.DECIMAL128);
            }
        };
    }

    private static BigDecimal ofMonth(Kpi kpi, JsonNode month) {
        BigDecimal above = completed(kpi, month);
        return kpi.isRatio()
                ? above.divide(month.path("denominator").decimalValue(), MathContext.DECIMAL128)
                : above;
    }

    private static BigDecimal completed(Kpi kpi, JsonNode month) {
        BigDecimal numerator = month.path("numerator").decimalValue();
        return kpi.isScaled()
                ? numerator.divide(month.path("coverage").decimalValue(), MathContext.DECIMAL128)
                : numerator;
    }

    private static BigDecimal sum(JsonNode rows, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : rows) {
            sum = sum.add(row.path(field).decimalValue());
        }
        return sum;
    }

    private static BigDecimal rounded(BigDecimal result) {
        return BigDecimal.valueOf(result.doubleValue()).setScale(9, RoundingMode.HALF_EVEN);
    }

    private static Explanation explanation(
            Kpi kpi, KpiValue value, List<KpiValue> year, List<KpiValue> edition) {
        boolean isOfLast = kpi.overTime() == Kpi.OverTime.LAST;
        List<KpiValue> months =
                value.period() == Period.MONTH
                        ? List.of()
                        : year.stream()
                                .filter(it -> it.scope().equals(value.scope()))
                                .filter(it -> value.period().months(LAST).contains(it.month()))
                                .filter(it -> !isOfLast || it.month().equals(LAST))
                                .toList();
        return new Explanation(
                kpi,
                value,
                0.95,
                new Standing(1, Optional.of(List.of()), false),
                Arithmetic.of(kpi, value, months),
                months,
                List.of(),
                Parts.of(kpi, value, edition),
                Optional.empty());
    }

    /** The values of twelve months, of the organisation and two parts of each kind. */
    private static List<KpiValue> year(Kpi kpi) {
        Random random = new Random(20261201);
        List<KpiValue> values = new ArrayList<>();
        for (int ago = 11; ago >= 0; ago--) {
            YearMonth month = LAST.minusMonths(ago);
            List<ScopeFigure> figures = new ArrayList<>();
            for (String kind : kpi.grain()) {
                if (kind.equals(Scope.ORGANISATION_KIND)) {
                    figures.add(figure(kpi, Scope.ORGANISATION, random));
                } else {
                    figures.add(figure(kpi, new Scope(kind, "one"), random));
                    figures.add(figure(kpi, new Scope(kind, "other"), random));
                }
            }
            Valuation valuation = new Valuation(kpi, month, NO_FACTORS, 0.9);
            RollUp.withOrganisation(kpi, figures).stream()
                    .map(valuation::value)
                    .filter(it -> it.value().isPresent())
                    .forEach(values::add);
        }
        return values;
    }

    /** More above the line than below it, as a PUE has. */
    private static ScopeFigure figure(Kpi kpi, Scope scope, Random random) {
        BigDecimal denominator = BigDecimal.valueOf(1_000_001L + random.nextInt(9_000_000), 6);
        BigDecimal numerator = BigDecimal.valueOf(10_000_001L + random.nextInt(9_000_000), 6);
        return new ScopeFigure(
                scope,
                Optional.of(numerator),
                kpi.isRatio() ? Optional.of(denominator) : Optional.empty(),
                new Known(
                        Optional.of(Valuation.rounded(0.95 + random.nextInt(50) / 1000.0)),
                        Optional.of(0.9)),
                false);
    }
}
