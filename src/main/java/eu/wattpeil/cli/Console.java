package eu.wattpeil.cli;

import eu.wattpeil.operate.Outcome;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunListener;
import eu.wattpeil.operate.RunTotals;
import eu.wattpeil.workspace.TextDirection;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a run does: results to one stream, progress to another. */
final class Console implements RunListener {

    private static final int BAR_CELLS = 24;
    private static final int MOST_NAME = 44;

    private final PrintWriter results;
    private final PrintWriter progress;
    private final Attention attention;
    private final LogFormat format;
    private final Supplier<String> stamp;
    private boolean isBarShown;

    /** How lines about what is going on are written. */
    enum LogFormat {
        TEXT,
        /** One object per line, with {@code level} and {@code message}. */
        JSON
    }

    /** How much a run shows of what it is doing. */
    enum Attention {
        /** Results and failures only. */
        QUIET,
        /** Notes, line by line. */
        NOTES,
        /** Notes, and a bar that is drawn over: for a terminal. */
        BAR
    }

    /**
     * @param results gets what was done
     * @param progress gets failures, and what is going on
     */
    Console(PrintWriter results, PrintWriter progress, Attention attention, LogFormat format) {
        this(results, progress, attention, format, () -> "");
    }

    /**
     * As above, for what is read long after.
     *
     * @param stamp begins each line; in JSON it is the field {@code time}
     */
    Console(
            PrintWriter results,
            PrintWriter progress,
            Attention attention,
            LogFormat format,
            Supplier<String> stamp) {
        this.stamp = stamp;
        this.results = results;
        this.progress = progress;
        this.attention = attention;
        this.format = format;
    }

    @Override
    public synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.Progressed progressed) {
            bar(progressed.work(), progressed.share());
        } else if (event instanceof RunEvent.Collected collected) {
            result(
                    String.format(
                            "%s: %s, %s, %s",
                            collected.definition(),
                            Counts.text(collected.documents(), "document", "documents"),
                            Counts.text(collected.records(), "record", "records"),
                            Counts.text(collected.rejects(), "reject", "rejects")));
            collected.examples().forEach(example -> note("  " + example));
        } else if (event instanceof RunEvent.Asked asked) {
            Questions.lines(asked.questions()).forEach(this::note);
        } else if (event instanceof RunEvent.LeftAlone alone) {
            note(Months.leftAlone(alone.months()));
        } else if (event instanceof RunEvent.Unsettled unsettled) {
            note(
                    unsettled.definition()
                            + ": "
                            + unsettled.files().get(0)
                            + (unsettled.files().size() > 1
                                    ? " and " + (unsettled.files().size() - 1) + " more"
                                    : "")
                            + " changed a moment ago (settled), and will be read by a later run");
        } else if (event instanceof RunEvent.Absent absent) {
            note(
                    absent.definition()
                            + ": the folder "
                            + absent.folder()
                            + " is not there, expected one with files; is a share not mounted?");
        } else if (event instanceof RunEvent.LeftOut leftOut) {
            note(leftOut.definition() + ": " + Counts.leftOut(leftOut.documents()));
        } else if (event instanceof RunEvent.HeldBack heldBack) {
            note("held back: " + heldBack.month() + " waits for documents that were not collected");
        } else if (event instanceof RunEvent.Published published) {
            result(published.folder().toString());
        } else if (event instanceof RunEvent.Indexed indexed) {
            result("reports: " + indexed.page());
        } else if (event instanceof RunEvent.Removed removed) {
            result("removed: " + removed.dataset() + " before " + removed.month());
        } else if (event instanceof RunEvent.KeyChanged changed) {
            note(
                    "the key of pseudonyms is another one; those before are gone, from "
                            + Counts.text(changed.cleared(), "document", "documents")
                            + " for good, as they could not be read anew"
                            + (changed.erased() == 0
                                    ? ""
                                    : "; users that were erased before are to be erased again, if"
                                            + " that was under another key"));
        } else if (event instanceof RunEvent.Closed closed) {
            String late = Counts.text(closed.tooLate(), "document", "documents");
            note(
                    closed.month()
                            + " stays as it is: "
                            + closed.why()
                            + (closed.tooLate() == 0 ? "" : "; " + late + " came too late for it"));
        } else if (event instanceof RunEvent.Delivered delivered) {
            result(
                    "delivered: "
                            + delivered.delivery()
                            + ", "
                            + delivered.month()
                            + " edition "
                            + delivered.edition()
                            + ": "
                            + delivered.where());
        } else if (event instanceof RunEvent.Shared shared) {
            note(
                    "collected with "
                            + shared.who()
                            + ", which read "
                            + Counts.text(shared.documents(), "document", "documents"));
        } else if (event instanceof RunEvent.Helped helped) {
            result(
                    "helped "
                            + helped.who()
                            + ": read "
                            + Counts.text(helped.documents(), "document", "documents")
                            + " for it");
        } else if (event instanceof RunEvent.NotHelped left) {
            note(left.message());
        } else if (event instanceof RunEvent.Failed failed) {
            failure(failed.message());
        } else if (event instanceof RunEvent.Ended ended) {
            end(ended.outcome(), ended.totals());
        }
    }

    private void end(Outcome outcome, RunTotals totals) {
        clearBar();
        if (outcome == Outcome.HELPED) {
            return;
        }
        if (outcome != Outcome.NOTHING_TO_DO) {
            result(summary(totals));
        }
        if (outcome == Outcome.NOTHING_TO_DO) {
            result("nothing to do: the store and the reports are up to date");
        } else if (outcome == Outcome.STOPPED) {
            note("stopped; the next run goes on from here");
        }
    }

    private static String summary(RunTotals totals) {
        String done = made(totals);
        return totals.deliveries() == 0
                ? done
                : done
                        + ", "
                        + Counts.text(totals.deliveries(), "delivery", "deliveries")
                        + " in "
                        + seconds(totals.delivering())
                        + " s";
    }

    private static String made(RunTotals totals) {
        return String.format(
                Locale.ROOT,
                "this run: %s in %s s, %s in %s s, %s in %s s",
                Counts.text(totals.documents(), "document", "documents"),
                seconds(totals.collecting()),
                Counts.text(totals.months(), "month", "months"),
                seconds(totals.computing()),
                Counts.text(totals.reports(), "report", "reports"),
                seconds(totals.publishing()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /** Prints a line of the result. */
    synchronized void result(String line) {
        clearBar();
        results.println(stamped(line));
        results.flush();
    }

    /** Prints a line about what is going on. */
    synchronized void note(String line) {
        if (attention != Attention.QUIET) {
            log("info", line);
        }
    }

    /** Prints what went wrong. */
    synchronized void failure(String message) {
        log("error", message);
    }

    private void log(String level, String message) {
        clearBar();
        progress.println(
                switch (format) {
                    case TEXT -> stamped(message);
                    case JSON -> json(level, message.strip());
                });
        progress.flush();
    }

    private String stamped(String line) {
        String time = stamp.get();
        return time.isEmpty() ? line : time + " " + line;
    }

    private String json(String level, String message) {
        Map<String, String> line = new LinkedHashMap<>();
        String time = stamp.get();
        if (!time.isEmpty()) {
            line.put("time", time);
        }
        line.put("level", level);
        line.put("message", message);
        return TextDirection.escapedJson(JsonMapper.shared().writeValueAsString(line));
    }

    /**
     * Shows how far a piece of work is, on a terminal only.
     *
     * @param share 0 to 1
     */
    synchronized void bar(String work, double share) {
        if (attention != Attention.BAR) {
            return;
        }
        int full = (int) Math.round(share * BAR_CELLS);
        String cells = "█".repeat(full) + "░".repeat(BAR_CELLS - full);
        String name =
                work.length() > MOST_NAME
                        ? "…" + work.substring(work.length() - MOST_NAME + 1)
                        : work;
        progress.print("\r" + cells + " " + Math.round(100 * share) + " % " + name + "\u001b[K");
        progress.flush();
        isBarShown = true;
    }

    private void clearBar() {
        if (isBarShown) {
            progress.print("\r\u001b[K");
            progress.flush();
            isBarShown = false;
        }
    }
}
