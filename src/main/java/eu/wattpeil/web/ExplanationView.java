package eu.wattpeil.web;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.explain.Question;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.report.explanation.ExplanationFlow;
import eu.wattpeil.store.Store;
import eu.wattpeil.web.ExplanationDesk.Answer;
import eu.wattpeil.web.ExplanationDesk.Asked;
import eu.wattpeil.web.ExplanationDesk.Crowded;
import eu.wattpeil.web.ExplanationDesk.Explained;
import eu.wattpeil.web.ExplanationDesk.Waits;
import eu.wattpeil.web.Page.Block;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Finds out which value is meant, and what can be said of it now. */
final class ExplanationView {

    /** Seconds after which a page without an answer looks again. */
    private static final String SOON = "3";

    private static final String LATER = "20";

    private final Setup setup;
    private final ExplanationDesk desk;
    private final String state;
    private final HttpServletResponse response;
    private final ExplanationBlocks blocks;
    private final PublishedValues published;
    private final Reader reader;

    /**
     * @param state of the workspace, of which explanations speak
     * @param response is told when to ask again
     */
    ExplanationView(
            Setup setup,
            Reader reader,
            ExplanationDesk desk,
            PublishedValues.Memory memory,
            String state,
            HttpServletResponse response) {
        this.setup = setup;
        this.desk = desk;
        this.state = state;
        this.response = response;
        this.reader = reader;
        Settings settings = setup.workspace().settings();
        blocks = new ExplanationBlocks(reader, settings);
        published = new PublishedValues(settings, memory);
    }

    /**
     * The page of a value; without a KPI, or where it is not known of what was asked, a choice.
     *
     * @param month the last one where it is not said
     * @param scope the organisation where it is not said
     * @param period the month where it is not said
     */
    List<Block> blocks(
            Optional<String> kpiId,
            Optional<String> month,
            Optional<String> scope,
            Optional<String> period) {
        List<Edition> months = published.months();
        Optional<Edition> edition =
                months.isEmpty()
                        ? Optional.empty()
                        : month.isEmpty()
                                ? Optional.of(months.get(months.size() - 1))
                                : month(month.get()).flatMap(published::edition);
        if (edition.isEmpty()) {
            return nothing();
        }
        List<KpiValue> values = published.of(edition.get());
        if (kpiId.isEmpty()) {
            return List.of(blocks.figures(edition.get(), kpis(values)));
        }
        Optional<Kpi> kpi = setup.catalogue().kpi(kpiId.get());
        List<KpiValue> ofKpi =
                values.stream().filter(it -> it.kpiId().equals(kpiId.get())).toList();
        if (kpi.isEmpty() || ofKpi.isEmpty()) {
            return nothing();
        }
        Optional<Question> question = question(kpiId.get(), edition.get().month(), scope, period);
        Optional<KpiValue> value =
                question.flatMap(
                        asked ->
                                ofKpi.stream()
                                        .filter(it -> ExplanationBlocks.isOf(it, asked))
                                        .findFirst());
        if (value.isEmpty()) {
            return List.of(blocks.choices(kpi.get(), ofKpi));
        }
        return value.get().isWithheld()
                ? List.of(
                        blocks.withheld(kpi.get(), value.get(), value.get().reason().orElseThrow()))
                : answered(kpi.get(), question.orElseThrow(), edition.get(), months, values);
    }

    private List<Block> answered(
            Kpi kpi,
            Question question,
            Edition edition,
            List<Edition> months,
            List<KpiValue> values) {
        long batch = Store.open(setup.workspace().settings().store()).lastBatch();
        Answer answer = desk.ask(new Asked(question, edition.number(), state + " " + batch));
        if (answer instanceof Explained explained) {
            Optional<ExplanationFlow> flow =
                    Optional.ofNullable(
                            explained.flows().get(reader.words().language().toLanguageTag()));
            if (flow.isPresent()) {
                return blocks.explained(flow.get(), blocks.links(question, months, values));
            }
        }
        if (answer instanceof Waits) {
            response.setHeader("Refresh", SOON);
            return List.of(blocks.without(kpi, question, "explain.waits"));
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        if (answer instanceof Crowded) {
            response.setHeader("Retry-After", LATER);
            return List.of(blocks.without(kpi, question, "explain.crowded"));
        }
        return List.of(blocks.without(kpi, question, "explain.failed"));
    }

    private List<Block> nothing() {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return List.of(blocks.nothing());
    }

    private List<Kpi> kpis(List<KpiValue> values) {
        return values.stream()
                .map(KpiValue::kpiId)
                .distinct()
                .flatMap(it -> setup.catalogue().kpi(it).stream())
                .toList();
    }

    private static Optional<Question> question(
            String kpiId, YearMonth month, Optional<String> scope, Optional<String> period) {
        Optional<Scope> of = scope.isEmpty() ? Optional.of(Scope.ORGANISATION) : scope(scope.get());
        Optional<Period> over =
                Period.REPORTED.stream()
                        .filter(it -> it.code().equals(period.orElse(Period.MONTH.code())))
                        .findFirst();
        return of.flatMap(it -> over.map(length -> new Question(kpiId, month, it, length)));
    }

    private static Optional<Scope> scope(String text) {
        int colon = text.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : Optional.of(new Scope(text.substring(0, colon), text.substring(colon + 1)));
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
