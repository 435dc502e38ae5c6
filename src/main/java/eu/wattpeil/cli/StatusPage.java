package eu.wattpeil.cli;

import eu.wattpeil.collect.Reject;
import eu.wattpeil.deliver.DeliveryStatus;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.RunFacts;
import eu.wattpeil.kpi.query.UnkeptRejects;
import eu.wattpeil.operate.StatusFacts;
import eu.wattpeil.operate.StatusFacts.SourceStatus;
import eu.wattpeil.store.KeptFrom;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints how a workspace stands. */
final class StatusPage {

    private static final int LEAST_NAME = 16;

    /** A longer name stands in a line of its own. */
    private static final int MOST_NAME = 28;

    private final StatusFacts facts;
    private final PrintWriter out;

    StatusPage(StatusFacts facts, PrintWriter out) {
        this.facts = facts;
        this.out = out;
    }

    void print() {
        printSources();
        printQuestions();
        printCategories();
        printMonths();
        printDeliveries();
        printRuns();
        printRejects();
    }

    private void printSources() {
        int widest =
                facts.sources().stream()
                        .mapToInt(it -> it.name().length())
                        .filter(length -> length <= MOST_NAME)
                        .max()
                        .orElse(0);
        String name = "  %-" + Math.max(LEAST_NAME, widest) + "s ";
        out.println("Sources");
        out.printf(
                Locale.ROOT,
                name + "%10s %14s %9s %8s  %s%n",
                "name",
                "documents",
                "records",
                "rejects",
                "waiting",
                "last reading");
        for (SourceStatus source : facts.sources()) {
            boolean isLong = source.name().length() > MOST_NAME;
            if (isLong) {
                out.println("  " + source.name());
            }
            out.printf(
                    Locale.ROOT,
                    name + "%,10d %,14d %,9d %,8d  %s%n",
                    isLong ? "" : source.name(),
                    source.documents(),
                    source.records(),
                    source.rejects(),
                    source.waiting(),
                    source.lastAt().map(this::local).orElse("none"));
        }
        for (SourceStatus source : facts.sources()) {
            source.askedUntil()
                    .ifPresent(
                            until ->
                                    out.println(
                                            "  "
                                                    + source.name()
                                                    + ": asked until "
                                                    + local(until)
                                                    + "; what it said since the last document"
                                                    + " becomes one when its time is over"));
            source.unreadable()
                    .forEach(message -> out.println("  " + source.name() + ": " + message));
            if (source.forgotten() > 0) {
                out.println("  " + source.name() + ": " + Counts.leftOut(source.forgotten()));
            }
        }
    }

    private void printQuestions() {
        if (facts.questions().isEmpty()) {
            return;
        }
        out.println();
        out.println("Meters");
        Questions.lines(facts.questions()).forEach(line -> out.println("  " + line));
    }

    private void printCategories() {
        if (facts.categories().isEmpty()) {
            return;
        }
        out.println();
        out.println("Devices");
        Questions.lines(facts.categories()).forEach(line -> out.println("  " + line));
    }

    private void printMonths() {
        List<YearMonth> months = facts.months().computed();
        out.println();
        out.println("Months");
        if (!facts.months().before().isEmpty()) {
            out.println("  " + Months.leftAlone(facts.months().before()));
        }
        for (KeptFrom kept : facts.kept()) {
            out.println("  " + kept.words());
        }
        if (months.isEmpty()) {
            out.println("  none with data that is over");
            return;
        }
        String due =
                facts.due().stream().map(YearMonth::toString).collect(Collectors.joining(", "));
        out.printf(
                "  %s to %s; due: %s%n",
                months.get(0), months.get(months.size() - 1), due.isEmpty() ? "none" : due);
    }

    private void printDeliveries() {
        if (facts.deliveries().isEmpty() && facts.unreadableDeliveries().isEmpty()) {
            return;
        }
        out.println();
        out.println("Deliveries");
        for (DeliveryStatus delivery : facts.deliveries()) {
            out.printf(
                    "  %-" + LEAST_NAME + "s %s edition %d: %s%n",
                    delivery.deliveryId(),
                    delivery.month(),
                    delivery.edition(),
                    standing(delivery));
        }
        facts.unreadableDeliveries().forEach(message -> out.println("  " + message));
    }

    private String standing(DeliveryStatus delivery) {
        String failed = Counts.text(delivery.attempts(), "attempt", "attempts");
        String standing =
                switch (delivery.stage()) {
                    case WAITING -> "waits until " + local(delivery.dueAt());
                    case DUE -> "is due: the next run delivers it";
                    case FAILED ->
                            failed
                                    + " failed, the next from "
                                    + local(delivery.dueAt())
                                    + " on: "
                                    + delivery.reason();
                    case GIVEN_UP -> "given up after " + failed + ": " + delivery.reason();
                    case DONE -> "done";
                };
        return standing
                + (delivery.isFolder()
                        ? ""
                        : counted(delivery.delivered(), " sent")
                                + counted(delivery.refused(), " refused by the mail server")
                                + counted(delivery.inDoubt(), " in doubt"));
    }

    private static String counted(long mails, String what) {
        return mails == 0 ? "" : "; " + Counts.text(mails, "mail", "mails") + what;
    }

    private void printRuns() {
        out.println();
        out.println("Last runs");
        if (facts.runs().isEmpty()) {
            out.println("  none");
        }
        for (RunFacts run : facts.runs()) {
            out.printf(
                    "  %s  %-7s %s, %s, %s, %s  %s%n",
                    local(run.startedAt()),
                    run.outcome(),
                    Counts.text(run.documents(), "document", "documents"),
                    Counts.text(run.rejects(), "reject", "rejects"),
                    Counts.text(run.months(), "month", "months"),
                    Counts.text(run.reports(), "report", "reports"),
                    run.message());
        }
    }

    private void printRejects() {
        if (facts.rejects().isEmpty()) {
            return;
        }
        out.println();
        out.println("Rejects");
        for (RejectFacts reject : facts.rejects()) {
            RejectFacts.Example example = reject.examples().get(0);
            String line = example.line() > 0 ? ":" + example.line() : "";
            out.printf(
                    "  %s  %s  %s; first: %s%s%s%n",
                    reject.definition(),
                    reject.reason(),
                    Counts.text(reject.count(), "row", "rows"),
                    example.document(),
                    line,
                    example.expected().isEmpty() ? "" : ", expected " + example.expected());
        }
        for (UnkeptRejects unkept : facts.unkept()) {
            out.printf(
                    Locale.ROOT,
                    "  %s  %s more, which are counted only: of a document the first %,d are"
                            + " kept%n",
                    unkept.definition(),
                    Counts.text(unkept.count(), "row", "rows"),
                    Reject.MOST_KEPT);
        }
    }

    private String local(Instant instant) {
        return LocalTime.text(instant, facts.zone());
    }
}
