package eu.wattpeil.operate;

import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.source.FileSource;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.RunFacts;
import eu.wattpeil.kpi.query.SourceFacts;
import eu.wattpeil.kpi.query.StoreFacts;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a workspace stands: its sources, what is due, its last runs, and what was rejected. */
public final class Status {

    private static final int RUNS = 5;
    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Setup setup;
    private final Clock clock;
    private final Store store;
    private final ZoneId zone;
    private final PrintWriter out;

    private Status(Setup setup, Clock clock, PrintWriter out) {
        this.setup = setup;
        this.clock = clock;
        this.out = out;
        store = Store.open(setup.workspace().settings().store());
        zone = setup.workspace().settings().zone();
    }

    /** Prints it. Reads only, and takes no lock: it may be asked while a run is at work. */
    public static void print(Setup setup, Clock clock, PrintWriter out) throws IOException {
        Status status = new Status(setup, clock, out);
        StoreFacts facts = StoreFacts.of(status.store);
        status.printSources(facts);
        status.printMonths();
        status.printRuns();
        status.printRejects(facts);
    }

    private void printSources(StoreFacts facts) throws IOException {
        SeenFiles seen = SeenFiles.load(setup.stateFolder().resolve("seen-files"), clock);
        Workspace workspace = setup.workspace();
        Finder finder =
                new Finder(
                        store,
                        intake ->
                                new FileSource(
                                        workspace.root(), intake.definition().files(), seen));
        out.println("Sources");
        out.printf(
                Locale.ROOT,
                "  %-16s %10s %14s %9s %8s  %s%n",
                "name",
                "documents",
                "records",
                "rejects",
                "waiting",
                "last reading");
        for (Intake intake : setup.intakes().all()) {
            Optional<SourceFacts> source =
                    facts.sources().stream()
                            .filter(it -> it.definition().equals(intake.name()))
                            .findFirst();
            out.printf(
                    Locale.ROOT,
                    "  %-16s %,10d %,14d %,9d %,8d  %s%n",
                    intake.name(),
                    source.map(SourceFacts::documents).orElse(0L),
                    source.map(SourceFacts::records).orElse(0L),
                    source.map(SourceFacts::rejects).orElse(0L),
                    finder.lacking(intake).size(),
                    source.flatMap(SourceFacts::lastAt).map(this::local).orElse("none"));
        }
    }

    private void printMonths() {
        Computation computation =
                Computation.open(
                        setup.workspace(), setup.catalogue(), store, SoftwareVersion.text());
        List<YearMonth> months = computation.months(clock);
        List<String> due =
                months.stream().filter(computation::isDue).map(YearMonth::toString).toList();
        out.println();
        out.println("Months");
        if (months.isEmpty()) {
            out.println("  none with data that is over");
            return;
        }
        out.printf(
                "  %s to %s; due: %s%n",
                months.get(0),
                months.get(months.size() - 1),
                due.isEmpty() ? "none" : String.join(", ", due));
    }

    private void printRuns() {
        out.println();
        out.println("Last runs");
        List<RunFacts> runs = RunFacts.last(store, RUNS);
        if (runs.isEmpty()) {
            out.println("  none");
        }
        for (RunFacts run : runs) {
            out.printf(
                    "  %s  %-6s %s, %s, %s, %s  %s%n",
                    local(run.startedAt()),
                    run.outcome(),
                    Counts.text(run.documents(), "document", "documents"),
                    Counts.text(run.rejects(), "reject", "rejects"),
                    Counts.text(run.months(), "month", "months"),
                    Counts.text(run.reports(), "report", "reports"),
                    run.message());
        }
    }

    private void printRejects(StoreFacts facts) {
        if (facts.rejects().isEmpty()) {
            return;
        }
        out.println();
        out.println("Rejects");
        for (RejectFacts reject : facts.rejects()) {
            RejectFacts.Example example = reject.examples().get(0);
            String line = example.line() > 0 ? ":" + example.line() : "";
            out.printf(
                    "  %s  %s  %s; first: %s%s%n",
                    reject.definition(),
                    reject.reason(),
                    Counts.text(reject.count(), "row", "rows"),
                    example.document(),
                    line);
        }
    }

    private String local(Instant instant) {
        return LOCAL_TIME.format(instant.atZone(zone));
    }
}
