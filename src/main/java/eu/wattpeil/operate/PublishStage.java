package eu.wattpeil.operate;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.edition.Restatement;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.report.PublishJobConfiguration;
import eu.wattpeil.report.PublishJobConfiguration.FactsOfMonth;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.Lineage;
import eu.wattpeil.report.form.Forms;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.KpiCsv;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Fingerprint;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Report;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import tools.jackson.databind.json.JsonMapper;

/** Publishes the reports of all editions that were not published from the same inputs before. */
final class PublishStage {

    /** A remark in a file moves what stands below it, and changes no report. */
    private static final JsonMapper WITHOUT_PLACES =
            JsonMapper.builder().addMixIn(Place.class, NoMatter.class).build();

    @JsonIgnoreType
    private interface NoMatter {}

    private final BatchJobs jobs;
    private final Setup setup;
    private final Store store;
    private final PublishedReports notes;
    private final RunEvents events;
    private final Stop stop;

    PublishStage(BatchJobs jobs, Setup setup, Store store, RunEvents events, Stop stop) {
        this.jobs = jobs;
        this.setup = setup;
        this.store = store;
        this.notes = new PublishedReports(store);
        this.events = events;
        this.stop = stop;
    }

    void publish(RunScope scope) throws JobExecutionException, IOException {
        Publisher publisher = jobs.bean(Publisher.class);
        List<Edition> editions =
                new Editions(store)
                        .current().stream()
                                .filter(it -> scope.month().map(it.month()::equals).orElse(true))
                                .toList();
        int done = 0;
        int published = 0;
        List<String> history = new ArrayList<>();
        for (Edition edition : new Editions(store).current()) {
            history.add(historyOf(edition));
            if (stop.isAsked()) {
                break;
            }
            if (!editions.contains(edition)) {
                continue;
            }
            events.tell(
                    new RunEvent.Progressed(
                            "publish " + edition.month(), (double) done++ / editions.size()));
            for (Report report : setup.workspace().reports()) {
                published += publish(edition, report, publisher, history) ? 1 : 0;
            }
        }
        if (stop.isAsked()) {
            return;
        }
        Optional<Report> table =
                setup.workspace().reports().stream().filter(PublishStage::isTable).findFirst();
        if (table.isPresent()
                && (published > 0 || !editions.isEmpty() && !publisher.hasAllValues())) {
            publishAllValues(table.get(), publisher);
        }
        Settings settings = setup.workspace().settings();
        Optional<Report> pages =
                setup.workspace().reports().stream().filter(PublishStage::isPage).findFirst();
        if (pages.isPresent()
                && (published > 0
                        || !editions.isEmpty() && !publisher.hasExplorer(settings.languages()))) {
            publishExplorer(pages.get(), publisher);
        }
        if (published > 0 || !editions.isEmpty() && !publisher.isIndexed(settings.languages())) {
            Path index =
                    publisher.publishIndex(
                            settings.organisationName(),
                            settings.languages(),
                            setup.texts(),
                            EditionVerdicts.of(new Editions(store), setup.workspace().goals()));
            events.tell(new RunEvent.Indexed(index));
        }
    }

    private static boolean isTable(Report report) {
        return report.forms().isEmpty() || report.forms().contains(KpiCsv.NAME);
    }

    private static boolean isPage(Report report) {
        return report.forms().isEmpty() || report.forms().contains(HtmlForm.NAME);
    }

    private void publishExplorer(Report report, Publisher publisher) throws IOException {
        Editions shown = new Editions(store);
        List<Edition> editions = shown.current();
        YearMonth last = editions.get(editions.size() - 1).month();
        MonthlyFacts newest = jobs.bean(FactsOfMonth.class).facts(last);
        Map<YearMonth, Edition> byMonth = new HashMap<>();
        editions.forEach(it -> byMonth.put(it.month(), it));
        publisher.publishExplorer(
                new AllMonths(
                        MonthlyReport.of(newest, report),
                        editions.stream().map(Edition::month).toList(),
                        month -> told(shown, Objects.requireNonNull(byMonth.get(month))),
                        this::lineage));
    }

    private AllMonths.Month told(Editions shown, Edition edition) {
        return new AllMonths.Month(
                shown.valuesOfMonths(List.of(edition.month())),
                EditionChanges.of(shown, edition),
                Restatement.of(store, setup.catalogue(), edition.month(), edition.number()));
    }

    private Lineage lineage(String kpiId) {
        List<Model> models = setup.catalogue().lineage(kpiId);
        Set<String> datasets = setup.catalogue().datasetsOf(kpiId);
        Set<String> tables = new TreeSet<>();
        models.forEach(model -> model.reads().forEach(read -> tables.add(read.name())));
        tables.removeAll(datasets);
        models.forEach(model -> tables.remove(model.name()));
        return new Lineage(
                models.stream().map(Model::name).toList(),
                datasets.stream().sorted().toList(),
                List.copyOf(tables));
    }

    /** Of the editions that are shown. */
    private void publishAllValues(Report report, Publisher publisher) throws IOException {
        Editions shown = new Editions(store);
        List<YearMonth> months = shown.current().stream().map(Edition::month).toList();
        MonthlyFacts newest = jobs.bean(FactsOfMonth.class).facts(months.get(months.size() - 1));
        publisher.publishAllValues(MonthlyReport.of(newest, report), months, shown::valuesOfMonths);
    }

    private boolean publish(
            Edition edition, Report report, Publisher publisher, List<String> history)
            throws JobExecutionException {
        String inputs = inputs(setup, edition, report, history);
        JobParameters parameters =
                PublishJobConfiguration.parameters(
                        edition.month(), edition.number(), report, inputs);
        boolean isThere =
                publisher.isPublished(
                        edition.month(),
                        edition.number(),
                        report,
                        setup.workspace().settings().languages());
        boolean isNoted = notes.isNoted(edition, report.name(), inputs);
        if (isThere && isNoted && jobs.isComplete(PublishJobConfiguration.JOB, parameters)) {
            return false;
        }
        boolean hasFailed =
                events.failedBecause(
                        jobs.run(PublishJobConfiguration.JOB, parameters),
                        () -> MissingRoom.ofAMonth(store.root()));
        if (!hasFailed) {
            notes.note(
                    edition,
                    report.name(),
                    inputs,
                    publisher.folderOf(edition.month(), edition.number()));
            events.tell(
                    new RunEvent.Published(
                            edition.month(),
                            edition.number(),
                            report.name(),
                            publisher.folderOf(edition.month(), edition.number())));
        }
        return !hasFailed;
    }

    /** What a report shows of an edition, its own or of a month before. */
    static String historyOf(Edition edition) {
        return edition.month() + "/" + edition.number() + "/" + edition.contents();
    }

    /** A report shows earlier months beside its own, and judges goals that may change. */
    static String inputs(Setup setup, Edition edition, Report report, List<String> history) {
        Workspace workspace = setup.workspace();
        return Fingerprint.of(
                List.of(
                        edition.fingerprint(),
                        Fingerprint.of(history),
                        WITHOUT_PLACES.writeValueAsString(report),
                        WITHOUT_PLACES.writeValueAsString(workspace.goals()),
                        WITHOUT_PLACES.writeValueAsString(workspace.measures()),
                        setup.texts().toString(),
                        workspace.workingDays().toString(),
                        workspace.settings().organisationName(),
                        workspace.settings().languages().toString(),
                        workspace.settings().csv().toString(),
                        workspace.names().toString(),
                        Forms.templates().stream().map(setup::template).toList().toString()));
    }
}
