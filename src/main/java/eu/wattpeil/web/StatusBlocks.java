package eu.wattpeil.web;

import eu.wattpeil.deliver.DeliveryStatus;
import eu.wattpeil.kpi.query.RejectFacts;
import eu.wattpeil.kpi.query.RunFacts;
import eu.wattpeil.operate.StatusFacts;
import eu.wattpeil.operate.StatusFacts.SourceStatus;
import eu.wattpeil.serve.Elsewhere;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.serve.ServerJournal.Work;
import eu.wattpeil.serve.ServerStatus;
import eu.wattpeil.serve.ServerStatus.JobTimes;
import eu.wattpeil.web.Page.Block;
import eu.wattpeil.web.Page.Cell;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Says how a workspace and its server stand. */
final class StatusBlocks {

    private final Reader reader;

    StatusBlocks(Reader reader) {
        this.reader = reader;
    }

    /** What the server is doing, in a sentence. */
    String now(ServerJournal.Entry entry) {
        if (!entry.problems().isEmpty()) {
            return reader.say("now.unusable");
        }
        if (entry.trouble().isPresent()) {
            return reader.say("now.waits", "reason", entry.trouble().get());
        }
        return entry.work()
                .map(this::working)
                .or(() -> entry.elsewhere().map(this::elsewhere))
                .orElseGet(
                        () ->
                                reader.say(
                                        "now.idle",
                                        "next",
                                        reader.time(entry.nextAt(), "now.unknown")));
    }

    private String working(Work work) {
        String jobs = reader.list(work.jobs());
        String since = reader.time(work.since());
        return work.what().isEmpty()
                ? reader.say("now.starts", "jobs", jobs, "since", since)
                : reader.say(
                        "now.works",
                        "jobs",
                        jobs,
                        "since",
                        since,
                        "what",
                        work.what(),
                        "share",
                        reader.percent(work.share()));
    }

    private String elsewhere(Elsewhere work) {
        return reader.say(
                "now.elsewhere",
                "who",
                work.who(),
                "what",
                working(
                        new Work(
                                work.since(),
                                work.jobs().isEmpty() ? List.of("wattpeil run") : work.jobs(),
                                work.what(),
                                work.share())));
    }

    /** What went wrong of late, the latest first. */
    List<String> alerts(ServerJournal.Entry entry) {
        List<String> alerts = new ArrayList<>(entry.problems());
        entry.failures().forEach(it -> alerts.add(reader.time(it.at()) + ": " + it.message()));
        return alerts;
    }

    Block jobs(ServerStatus server) {
        List<List<Cell>> rows = new ArrayList<>();
        for (JobTimes job : server.jobs()) {
            rows.add(
                    List.of(
                            Cell.of(job.job()),
                            Cell.of(reader.time(job.lastAt(), "never")),
                            Cell.of(reader.time(job.nextAt()))));
        }
        if (server.unknown().isPresent()) {
            return table("jobs", List.of(server.unknown().get()), List.of(), List.of());
        }
        return table(
                "jobs", List.of(), List.of(head("job"), head("last_done"), head("next")), rows);
    }

    Block sources(StatusFacts facts) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (SourceStatus source : facts.sources()) {
            rows.add(
                    List.of(
                            new Cell(
                                    source.name(),
                                    reader.address(
                                            PagesController.DOCUMENTS, "source", source.name())),
                            number(source.documents()),
                            number(source.records()),
                            number(source.rejects()),
                            number(source.waiting()),
                            Cell.of(reader.time(source.lastAt(), "none"))));
            source.unreadable().forEach(message -> notes.add(source.name() + ": " + message));
            if (source.forgotten() > 0) {
                notes.add(
                        source.name()
                                + ": "
                                + reader.say(
                                        "sources.forgotten",
                                        "documents",
                                        reader.count(source.forgotten())));
            }
        }
        return table(
                "sources",
                notes,
                List.of(
                        head("source"),
                        reader.number("documents"),
                        reader.number("records"),
                        reader.number("rejects"),
                        reader.number("waiting"),
                        head("last_reading")),
                rows);
    }

    Block months(StatusFacts facts) {
        List<YearMonth> months = facts.months().computed();
        List<String> sentences = new ArrayList<>();
        if (months.isEmpty()) {
            sentences.add(reader.say("months.none"));
        } else {
            sentences.add(
                    months.size() == 1
                            ? months(months) + "."
                            : reader.say(
                                    "months.range",
                                    "first",
                                    reader.words().month(months.get(0)),
                                    "last",
                                    reader.words().month(months.get(months.size() - 1))));
            sentences.add(
                    facts.due().isEmpty()
                            ? reader.say("months.up_to_date")
                            : reader.say("months.due", "months", months(facts.due())));
        }
        return Block.of("months", reader.say("title.months"), sentences);
    }

    private String months(List<YearMonth> months) {
        return reader.list(months.stream().map(reader.words()::month).toList());
    }

    Block deliveries(StatusFacts facts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (DeliveryStatus delivery : facts.deliveries()) {
            rows.add(
                    List.of(
                            Cell.of(delivery.deliveryId()),
                            Cell.of(reader.words().month(delivery.month())),
                            number(delivery.edition()),
                            Cell.of(standing(delivery)),
                            number(delivery.delivered())));
        }
        return table(
                "deliveries",
                facts.unreadableDeliveries(),
                List.of(
                        head("delivery"),
                        head("month"),
                        reader.number("edition"),
                        head("standing"),
                        reader.number("delivered")),
                rows);
    }

    private String standing(DeliveryStatus delivery) {
        return switch (delivery.stage()) {
            case WAITING -> reader.say("delivery.waiting", "at", reader.time(delivery.dueAt()));
            case DUE -> reader.say("delivery.due");
            case FAILED ->
                    reader.say(
                            "delivery.failed",
                            "at",
                            reader.time(delivery.dueAt()),
                            "reason",
                            delivery.reason());
            case GIVEN_UP -> reader.say("delivery.given_up", "reason", delivery.reason());
            case DONE -> reader.say("delivery.done");
        };
    }

    Block runs(StatusFacts facts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RunFacts run : facts.runs()) {
            rows.add(
                    List.of(
                            Cell.of(reader.time(run.startedAt())),
                            Cell.of(reader.words().code("pages.outcome.", run.outcome())),
                            number(run.documents()),
                            number(run.rejects()),
                            number(run.months()),
                            number(run.reports()),
                            Cell.of(run.message())));
        }
        return table(
                "runs",
                List.of(),
                List.of(
                        head("began"),
                        head("outcome"),
                        reader.number("documents"),
                        reader.number("rejects"),
                        reader.number("months"),
                        reader.number("reports"),
                        head("message")),
                rows);
    }

    Block rejects(StatusFacts facts) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RejectFacts reject : facts.rejects()) {
            RejectFacts.Example first = reject.examples().get(0);
            rows.add(
                    List.of(
                            Cell.of(reject.definition()),
                            Cell.of(reader.words().code("reject.", reject.reason())),
                            number(reject.count()),
                            Cell.of(
                                    first.line() > 0
                                            ? first.document() + ":" + first.line()
                                            : first.document())));
        }
        return table(
                "rejects",
                List.of(),
                List.of(
                        head("source"),
                        head("reason"),
                        reader.number("rows"),
                        head("first_example")),
                rows);
    }

    private Block table(
            String id, List<String> notes, List<Page.Head> heads, List<List<Cell>> rows) {
        List<String> sentences = new ArrayList<>(notes);
        if (rows.isEmpty() && notes.isEmpty()) {
            sentences.add(reader.say("empty"));
        }
        return new Block(id, reader.say("title." + id), sentences, List.of(), heads, rows);
    }

    private Page.Head head(String key) {
        return reader.head(key);
    }

    private Cell number(long number) {
        return Cell.of(reader.count(number));
    }
}
