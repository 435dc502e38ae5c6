package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.Known;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.report.form.Form;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Frames;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of an organisation of sixty departments and four hundred printers, by chance. */
final class ManyScopesTest {

    private static final int MOST_HTML = 2_000_000;

    /** How many scopes there are of a kind; of another kind there are ten. */
    private static final Map<String, Integer> SCOPES =
            Map.of("department", 60, "printer", 400, "meter", 100, "site", 30, "room", 30);

    /** As far as a report looks back. */
    private static final int MONTHS = MonthlyFacts.MONTHS_BACK + 1;

    private static final YearMonth MONTH = Waterdam.LAST;

    private final Workspace workspace =
            Workspace.load(
                    Path.of(""),
                    Datasets.collected().stream().map(it -> it.name()).collect(Collectors.toSet()),
                    new Problems());

    @TempDir Path folder;

    @Test
    void staysSmallEnoughForAMail() {
        MonthlyReport report = MonthlyReport.of(facts(), definition());

        List<Form.Rendered> pages = PublishedTown.publisher(folder).rendered(report);

        assertThat(pages).isNotEmpty();
        assertThat(pages)
                .allSatisfy(
                        it -> assertThat(it.bytes().length).as(it.file()).isLessThan(MOST_HTML));
    }

    /** That of the package, as web pages alone. */
    private Report definition() {
        Report packaged = workspace.reports().get(0);
        return new Report(
                packaged.name(),
                List.of("html", "public", "fiches"),
                packaged.formsPlace(),
                packaged.sections(),
                packaged.sectionsPlace());
    }

    private MonthlyFacts facts() {
        Problems problems = new Problems();
        Frames frames = Frames.read(workspace.files(), problems);
        List<Kpi> catalogue =
                Catalogue.headers(workspace.modelFiles(), Waterdam.TEXTS, frames, problems);
        Random random = new Random(1);
        return new MonthlyFacts(
                Organisation.of(workspace),
                Waterdam.TEXTS,
                List.of(definition()),
                MONTH,
                1,
                "0.1.0",
                "aa",
                catalogue,
                catalogue.stream().flatMap(kpi -> values(kpi, random)).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Those of two years, of all scopes, as months and as what twelve of them come to. */
    private static Stream<KpiValue> values(Kpi kpi, Random random) {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.ORGANISATION));
        for (String kind : kpi.grain()) {
            if (!kind.equals(Scope.ORGANISATION.kind())) {
                int count = SCOPES.getOrDefault(kind, 10);
                IntStream.range(0, count).forEach(it -> scopes.add(new Scope(kind, kind + it)));
            }
        }
        return IntStream.range(0, MONTHS)
                .mapToObj(MONTH::minusMonths)
                .flatMap(
                        month ->
                                Stream.of(Period.MONTH, Period.ROLLING_YEAR)
                                        .flatMap(
                                                period ->
                                                        scopes.stream()
                                                                .map(
                                                                        scope ->
                                                                                value(
                                                                                        kpi, month,
                                                                                        period,
                                                                                        scope,
                                                                                        random))));
    }

    private static KpiValue value(
            Kpi kpi, YearMonth month, Period period, Scope scope, Random random) {
        double value = random.nextDouble() * (kpi.isShare() ? 1 : 1000);
        return new KpiValue(
                month,
                new Series(kpi.kpiId(), scope, period),
                new Amounts(
                        Optional.of(BigDecimal.valueOf(value)),
                        kpi.isRatio() ? Optional.of(BigDecimal.ONE) : Optional.empty(),
                        Optional.of(value)),
                kpi.unit(),
                new Known(Optional.of(0.999), Optional.of(1.0)),
                Optional.empty(),
                new FactorUse(List.of(), false),
                1);
    }
}
