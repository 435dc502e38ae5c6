package eu.wattpeil.report;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.ChangePart;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.Lineage;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Years of an organisation with all KPIs that come with Wattpeil, as many scopes as are asked for
 * and values by chance: none is like another, so that nothing of them can be told in fewer words.
 */
public final class ManyMonths {

    private static final String PREFIX = "kpi.";
    private static final String TITLE = ".title";

    /** How many KPIs have a kind of scope, as in the sample. */
    private static final Map<String, Integer> KPIS_OF_KIND =
            Map.of(
                    "category",
                    20,
                    "department",
                    11,
                    "room",
                    29,
                    "site",
                    8,
                    "printer",
                    1,
                    "meter",
                    2,
                    "route",
                    2,
                    "rung",
                    1,
                    "goal",
                    1);

    private ManyMonths() {}

    /** The last months of Waterdam and those before. */
    public static AllMonths of(int months, Map<String, Integer> scopes) {
        MonthlyFacts town = Waterdam.facts();
        List<Kpi> catalogue = catalogue();
        MonthlyFacts facts =
                new MonthlyFacts(
                        town.organisation(),
                        town.texts(),
                        town.definitions(),
                        town.month(),
                        1,
                        town.softwareVersion(),
                        town.inputsFingerprint(),
                        catalogue,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        List<YearMonth> all =
                IntStream.range(0, months)
                        .mapToObj(it -> Waterdam.LAST.minusMonths(months - 1L - it))
                        .toList();
        return new AllMonths(
                MonthlyReport.of(facts, Waterdam.report()),
                all,
                some ->
                        some.stream()
                                .flatMap(it -> told(it, catalogue, scopes).values().stream())
                                .toList(),
                some -> some.stream().map(it -> told(it, catalogue, scopes).causes()).toList(),
                kpi ->
                        new Lineage(
                                IntStream.range(0, 20).mapToObj(it -> "int_model_" + it).toList(),
                                List.of("meter_readings", "devices"),
                                List.of("factors", "meters", "settings")));
    }

    /** Every KPI that has texts. */
    private static List<Kpi> catalogue() {
        List<String> ids =
                Waterdam.TEXTS.keys("en").stream()
                        .filter(key -> key.startsWith(PREFIX) && key.endsWith(TITLE))
                        .map(key -> key.substring(PREFIX.length(), key.length() - TITLE.length()))
                        .sorted()
                        .toList();
        List<String> made = WaterdamKpis.kpis().stream().map(Kpi::kpiId).toList();
        return Stream.concat(
                        WaterdamKpis.kpis().stream(),
                        ids.stream().filter(id -> !made.contains(id)).map(ManyMonths::kpi))
                .toList();
    }

    private static Kpi kpi(String id) {
        return WaterdamKpis.kpi(
                id,
                text(id, TITLE),
                text(id, TITLE),
                "kWh",
                2,
                Kpi.Better.LOWER,
                Kpi.OverTime.SUM,
                true,
                text(id, ".formula"),
                text(id, ".source"),
                "organisation");
    }

    private static String text(String id, String part) {
        return Waterdam.TEXTS.find("en", PREFIX + id + part).orElse("");
    }

    private record Told(List<KpiValue> values, AllMonths.Causes causes) {}

    private static Told told(YearMonth month, List<Kpi> catalogue, Map<String, Integer> scopes) {
        Random random = new Random(month.hashCode());
        List<KpiValue> values = new ArrayList<>();
        List<ChangePart> changes = new ArrayList<>();
        for (int at = 0; at < catalogue.size(); at++) {
            Kpi kpi = catalogue.get(at);
            for (Scope scope : scopes(at, scopes)) {
                for (Period period : Period.REPORTED) {
                    Series series = new Series(kpi.kpiId(), scope, period);
                    values.add(value(series, kpi, month, random));
                    changes.add(change(series, month.minusMonths(1), "activity", random));
                    changes.add(change(series, month.minusYears(1), "factor", random));
                }
            }
        }
        return new Told(values, new AllMonths.Causes(changes, Map.of()));
    }

    private static List<Scope> scopes(int kpi, Map<String, Integer> counts) {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.ORGANISATION));
        counts.keySet().stream()
                .sorted()
                .filter(kind -> kpi < KPIS_OF_KIND.getOrDefault(kind, 0))
                .forEach(
                        kind ->
                                IntStream.range(0, counts.get(kind))
                                        .forEach(it -> scopes.add(new Scope(kind, kind + it))));
        return scopes;
    }

    private static KpiValue value(Series series, Kpi kpi, YearMonth month, Random random) {
        BigDecimal numerator = amount(random, 20000);
        BigDecimal denominator = amount(random, 500);
        double value =
                kpi.isRatio()
                        ? numerator.divide(denominator, 9, RoundingMode.HALF_UP).doubleValue()
                        : numerator.doubleValue();
        return new KpiValue(
                month,
                series,
                new Amounts(
                        Optional.of(numerator),
                        kpi.isRatio() ? Optional.of(denominator) : Optional.empty(),
                        Optional.of(value)),
                kpi.unit(),
                new Known(Optional.of(0.97), Optional.of(1.0)),
                Optional.empty(),
                new FactorUse(List.of("elec_eea_be"), false),
                1);
    }

    private static ChangePart change(
            Series series, YearMonth against, String cause, Random random) {
        return new ChangePart(series, against, cause, Optional.of(amount(random, 900)));
    }

    private static BigDecimal amount(Random random, int size) {
        return BigDecimal.valueOf(1 + random.nextInt(size * 1000), 3);
    }
}
