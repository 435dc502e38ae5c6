package eu.wattpeil.deliver;

import eu.wattpeil.report.PublishedTown;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Problem;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A workspace with published reports and deliveries, and runs over it at times of its own. */
final class DeliveryBench {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final Path root;
    private final List<Issue> issues = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-01T02:00:00Z");
    private String organisation = "Gemeente Waterdam";
    private Map<String, String> environment = Map.of();
    private boolean isStopped;

    DeliveryBench(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Store store() {
        return Store.open(root.resolve("store"));
    }

    DeliveryBook book() {
        return new DeliveryBook(store());
    }

    /** The lines of {@code config/delivery.yaml}. */
    DeliveryBench with(String... lines) throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.writeString(
                root.resolve("config/wattpeil.yaml"),
                "organisation: {name: \""
                        + organisation
                        + "\", zone: Europe/Brussels, languages: [nl, en]}\n");
        Files.writeString(root.resolve("config/delivery.yaml"), String.join("\n", lines) + "\n");
        return this;
    }

    /** A delivery by mail through a server that is not encrypted. */
    DeliveryBench withMail(int port, String... lines) throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "smtp: {host: localhost, port: "
                                        + port
                                        + ", security: none, from: wattpeil@waterdam.example}",
                                "deliveries:",
                                "  - id: management",
                                "    report: monthly"));
        Stream.of(lines).map(line -> "    " + line).forEach(all::add);
        return with(all.toArray(String[]::new));
    }

    DeliveryBench of(String name) {
        organisation = name;
        return this;
    }

    DeliveryBench knowing(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** A month is published, or has another edition. */
    DeliveryBench published(YearMonth month, int edition) throws IOException {
        issues.removeIf(issue -> issue.month().equals(month));
        issues.add(new Issue(month, edition));
        PublishedTown.publish(root.resolve("reports"), month, edition);
        return this;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    void stop() {
        isStopped = true;
    }

    void goOn() {
        isStopped = false;
    }

    /** One run: what it tells. */
    List<String> run() {
        List<String> told = new ArrayList<>();
        for (Delivery delivery : workspace().deliveries().all()) {
            agenda().note(delivery, issues).stream()
                    .filter(it -> it.isDue(now))
                    .forEach(it -> deliver(it, told));
        }
        return told;
    }

    /** A run with {@code --again}: what it tells. */
    List<String> again() {
        List<String> told = new ArrayList<>();
        Delivery delivery = workspace().deliveries().all().get(0);
        for (Appointment appointment : agenda().note(delivery, issues)) {
            agenda().reopen(appointment);
            deliver(appointment, told);
        }
        return told;
    }

    /** How the first delivery stands. */
    List<DeliveryStatus> status() {
        return agenda().status(workspace().deliveries().all().get(0), issues);
    }

    DeliveryRecord record() {
        return book().find("management", OCTOBER).orElseThrow();
    }

    private Agenda agenda() {
        return new Agenda(store(), now);
    }

    private void deliver(Appointment appointment, List<String> told) {
        Workspace workspace = workspace();
        try {
            new Deliverer(
                            workspace,
                            store(),
                            PublishedTown.publisher(workspace.settings().reports()),
                            root.resolve(".wattpeil/delivery-key"),
                            (issue, report) ->
                                    PublishedTown.report(
                                            issue.month(),
                                            issue.edition(),
                                            workspace.settings().organisationName()),
                            Clock.fixed(now, ZoneOffset.UTC),
                            () -> isStopped)
                    .deliver(appointment.delivery().deliveryId(), appointment.issue());
        } catch (DeliveryException failure) {
            told.add(failure.getMessage());
        }
    }

    Workspace workspace() {
        Problems problems = new Problems();
        Workspace workspace = Workspace.load(root, Set.of(), environment, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.all().stream().map(Problem::toString).toList());
        }
        return workspace;
    }

    /** Everything that is written in a folder, as one text. */
    static String allText(Path folder) {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }
}
