package eu.wattpeil.operate;

import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Unreadable;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.deliver.Agenda;
import eu.wattpeil.deliver.DeliveryException;
import eu.wattpeil.deliver.DeliveryStatus;
import eu.wattpeil.deliver.Issue;
import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.RunFacts;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.query.StoreFacts;
import eu.wattpeil.kpi.query.UnkeptRejects;
import eu.wattpeil.operate.StatusFacts.SourceStatus;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds how a workspace stands: its sources, what is due, its last runs, and what was rejected. */
public final class Status {

    private static final int RUNS = 5;

    private Status() {}

    /** Reads only, and takes no lock: it may be asked while a run is at work. */
    public static StatusFacts of(Setup setup, Clock clock) throws IOException {
        Store store = Setup.store(setup.workspace());
        return store.reading(() -> of(setup, store, clock));
    }

    private static StatusFacts of(Setup setup, Store store, Clock clock) throws IOException {
        Workspace workspace = setup.workspace();
        List<LedgerRow> documents = store.documents();
        StoreFacts facts = StoreFacts.of(store, documents);
        Computation computation =
                Computation.open(
                        workspace, setup.catalogue(), store, documents, SoftwareVersion.text());
        DueMonths months = DueMonths.of(computation, workspace.settings()::firstMonth, clock);
        List<DeliveryStatus> deliveries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        addDeliveries(workspace, store, clock, deliveries, unreadable);
        return new StatusFacts(
                workspace.settings().zone(),
                sources(setup, clock, store, facts.sources()),
                months,
                months.computed().stream().filter(computation::isDue).toList(),
                RunFacts.last(store, RUNS),
                deliveries,
                unreadable,
                facts.rejects(),
                UnkeptRejects.of(facts.sources(), facts.rejects()),
                MeterQuestions.of(workspace, store, documents),
                unknownCategories(workspace, store, documents),
                List.copyOf(store.retention().keptFrom().values()));
    }

    /** Categories of the devices in the store that {@code config/device-profiles.csv} lacks. */
    public static List<CategoryFacts> unknownCategories(Setup setup) {
        Workspace workspace = setup.workspace();
        Store store = Setup.store(workspace);
        return store.reading(() -> unknownCategories(workspace, store, store.documents()));
    }

    private static List<CategoryFacts> unknownCategories(
            Workspace workspace, Store store, List<LedgerRow> documents) {
        return CategoryFacts.unknown(store, documents, knownCategories(workspace));
    }

    /** The categories of {@code config/device-profiles.csv}. */
    static Set<String> knownCategories(Workspace workspace) {
        return workspace.deviceProfiles().stream()
                .map(DeviceProfile::categoryId)
                .collect(Collectors.toSet());
    }

    private static void addDeliveries(
            Workspace workspace,
            Store store,
            Clock clock,
            List<DeliveryStatus> deliveries,
            List<String> unreadable) {
        List<Delivery> all = workspace.deliveries().all();
        if (all.isEmpty()) {
            return;
        }
        List<Issue> issues = DeliverStage.issues(store, workspace.settings().zone(), clock);
        Agenda agenda = new Agenda(store, clock.instant());
        for (Delivery delivery : all) {
            try {
                deliveries.addAll(agenda.status(delivery, issues));
            } catch (DeliveryException damaged) {
                unreadable.add(delivery.deliveryId() + ": " + damaged.getMessage());
            }
        }
    }

    /** How each source stands, by what is in the store of it. */
    static List<SourceStatus> sources(
            Setup setup, Clock clock, Store store, List<SourceFacts> stored) throws IOException {
        SeenFiles seen = SeenFiles.load(Setup.seenFiles(setup.workspace().root()), clock);
        Finder finder =
                new Finder(
                        store, setup.workspace().root(), setup.workspace().written(), seen, clock);
        return setup.intakes().all().stream()
                .map(intake -> source(intake, finder, stored))
                .toList();
    }

    private static SourceStatus source(Intake intake, Finder finder, List<SourceFacts> stored) {
        Optional<SourceFacts> source =
                stored.stream().filter(it -> it.definition().equals(intake.name())).findFirst();
        Found waiting = finder.waiting(intake);
        return new SourceStatus(
                intake.name(),
                source.map(SourceFacts::documents).orElse(0L),
                source.map(SourceFacts::records).orElse(0L),
                source.map(SourceFacts::rejects).orElse(0L),
                waiting.documents().size() + waiting.unsettled().size(),
                source.flatMap(SourceFacts::lastAt),
                askedUntil(intake, finder),
                Stream.of(
                                waiting.unreadable().stream().map(Unreadable::message),
                                waiting.unsettled().stream()
                                        .map(file -> file + ": waits, as it changed a moment ago"),
                                waiting.absent().stream()
                                        .map(folder -> folder + ": the folder is not there"))
                        .flatMap(lines -> lines)
                        .toList(),
                waiting.forgotten());
    }

    /** What cannot be looked at is told with what waits. */
    private static Optional<Instant> askedUntil(Intake intake, Finder finder) {
        try {
            return finder.askedUntil(intake);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
