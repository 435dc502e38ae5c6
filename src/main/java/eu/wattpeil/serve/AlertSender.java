package eu.wattpeil.serve;

import eu.wattpeil.hosts.Turns;
import eu.wattpeil.operate.AlertMail;
import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.Trouble;
import eu.wattpeil.workspace.Alerts;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Mails those whom the workspace names when its server cannot do its work, once, and once when it
 * can again. Whatever becomes of a mail, the server goes on.
 */
public final class AlertSender implements ServerListener {

    private static final Duration BEFORE_ANOTHER_ATTEMPT = Duration.ofMinutes(5);
    private static final int MOST_MESSAGES = 20;

    private final AlertFile file;
    private final Consumer<String> complaints;
    private final Clock clock;
    private final Executor sending;
    private final List<String> messages = new ArrayList<>();
    private AlertState state;
    private Optional<Workspace> workspace = Optional.empty();

    /** Of several hosts that share the work, one at a time tells; empty for one that is alone. */
    private Optional<Turns> turns = Optional.empty();

    private boolean isSending;
    private boolean isComplained;

    /**
     * @param root the folder of the workspace
     * @param complaints is told why a mail cannot be sent, once until one is
     * @param sending sends mail, one after the other; a mail server may take its time
     */
    public AlertSender(Path root, Consumer<String> complaints, Clock clock, Executor sending)
            throws IOException {
        this.file = new AlertFile(Setup.stateFolder(root));
        this.complaints = complaints;
        this.clock = clock;
        this.sending = sending;
        this.state = file.load();
    }

    @Override
    public synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.Failed failed && messages.size() < MOST_MESSAGES) {
            messages.add(failed.message());
        }
        if (turns.isEmpty()) {
            mail();
        }
    }

    @Override
    public synchronized void follows(Workspace changed) {
        workspace = Optional.of(changed);
        turns = changed.settings().jobRepository().map(Turns::of);
    }

    @Override
    public synchronized void read(Timetable timetable, Optional<Instant> nextAt) {
        Set<String> jobs = timetable.jobs();
        inTurn(
                () -> {
                    Set<String> over =
                            state.troubles().values().stream()
                                    .filter(it -> isOver(it, jobs))
                                    .map(Trouble::key)
                                    .collect(Collectors.toSet());
                    keep(state.without(over));
                });
    }

    /** What other hosts have told meanwhile is known then. */
    private void inTurn(Runnable telling) {
        if (turns.isEmpty()) {
            telling.run();
            return;
        }
        turns.get()
                .take(
                        () -> {
                            try {
                                state = file.load();
                            } catch (IOException unreadable) {
                                complain(
                                        "cannot read which alerts were sent: "
                                                + FailureMessage.of(unreadable));
                            }
                            telling.run();
                        });
    }

    /** With files that can be used again, and jobs that are gone, so is their trouble. */
    private static boolean isOver(Trouble trouble, Set<String> jobs) {
        return switch (trouble.kind()) {
            case JOB -> !jobs.contains(trouble.job());
            case FILES -> true;
            case WAITING -> false;
        };
    }

    @Override
    public synchronized void unusable(List<String> problems) {
        inTurn(() -> keep(state.with(ofServer(Trouble.Kind.FILES, problems))));
    }

    @Override
    public synchronized void begins(Set<String> jobs) {
        messages.clear();
    }

    @Override
    public synchronized void done(Set<String> jobs, Optional<Instant> nextAt) {
        inTurn(() -> keep(state.without(keys(jobs))));
    }

    @Override
    public synchronized void failed(Set<String> jobs, Instant nextAt) {
        inTurn(() -> noteFailed(jobs, nextAt));
    }

    private void noteFailed(Set<String> jobs, Instant nextAt) {
        AlertState after = state;
        for (String job : jobs) {
            Trouble first = Trouble.ofJob(job, clock.instant(), 0, messages, nextAt);
            Trouble before = state.troubles().getOrDefault(first.key(), first);
            after =
                    after.with(
                            Trouble.ofJob(
                                    job, before.since(), before.attempts() + 1, messages, nextAt));
        }
        keep(after);
    }

    @Override
    public void stopped() {
        // What was failing still is.
    }

    @Override
    public void waits(String message) {
        // Whether that lasts is told with each look.
    }

    @Override
    public synchronized void looked(Optional<String> trouble) {
        inTurn(
                () -> {
                    noteWaiting(trouble);
                    mail();
                });
    }

    private void noteWaiting(Optional<String> trouble) {
        keep(
                trouble.map(it -> state.with(ofServer(Trouble.Kind.WAITING, List.of(it))))
                        .orElseGet(
                                () ->
                                        state.without(
                                                Set.of(
                                                        ofServer(Trouble.Kind.WAITING, List.of())
                                                                .key()))));
    }

    private Trouble ofServer(Trouble.Kind kind, List<String> why) {
        List<String> first = why.subList(0, Math.min(why.size(), MOST_MESSAGES));
        Trouble trouble = Trouble.ofServer(kind, clock.instant(), first);
        Instant since =
                Optional.ofNullable(state.troubles().get(trouble.key()))
                        .map(Trouble::since)
                        .orElse(trouble.since());
        return Trouble.ofServer(kind, since, first);
    }

    private static Set<String> keys(Set<String> jobs) {
        return jobs.stream()
                .map(job -> Trouble.ofJob(job, Instant.MIN, 0, List.of(), Instant.MIN).key())
                .collect(Collectors.toSet());
    }

    /** Has the mail sent that is due, unless one was not sent only just now. */
    private void mail() {
        Optional<Alerts> alerts = workspace.flatMap(it -> it.deliveries().alerts());
        Instant now = clock.instant();
        if (isSending || alerts.isEmpty() || hasJustAttempted(now)) {
            return;
        }
        keep(state.decided(alerts.get().after(), now));
        if (state.outgoing().isEmpty()) {
            return;
        }
        AlertState.Outgoing mail = state.outgoing().get();
        AlertMail mailer = new AlertMail(workspace.orElseThrow(), clock);
        isSending = true;
        keep(state.attempted(Optional.of(now)));
        sending.execute(() -> send(mailer, mail));
    }

    private boolean hasJustAttempted(Instant now) {
        return state.attemptedAt()
                .filter(at -> !at.isAfter(now) && now.isBefore(at.plus(BEFORE_ANOTHER_ATTEMPT)))
                .isPresent();
    }

    private void send(AlertMail mailer, AlertState.Outgoing mail) {
        Optional<List<String>> refused = Optional.empty();
        String failure = "";
        try {
            refused = Optional.of(mailer.send(mail.alert(), mail.got(), this::got));
        } catch (IOException | RuntimeException unsent) {
            failure = FailureMessage.of(unsent);
        }
        ended(refused, failure);
    }

    private synchronized void got(Set<String> hashes) {
        inTurn(() -> keep(state.got(hashes)));
    }

    /**
     * @param refused of a mail that was sent; empty where another attempt has to
     */
    private synchronized void ended(Optional<List<String>> refused, String failure) {
        isSending = false;
        if (refused.isEmpty()) {
            complain("no alert was sent: " + failure + " (tried again every five minutes)");
            return;
        }
        isComplained = false;
        if (!refused.get().isEmpty()) {
            complaints.accept(
                    "the mail server does not take an alert to all: "
                            + String.join("; ", new TreeSet<>(refused.get())));
        }
        inTurn(() -> keep(state.sent(clock.instant()).attempted(Optional.empty())));
    }

    private void complain(String message) {
        if (!isComplained) {
            isComplained = true;
            complaints.accept(message);
        }
    }

    /** A disk that is full must not keep the mail that says so. */
    private void keep(AlertState changed) {
        if (changed.equals(state)) {
            return;
        }
        state = changed;
        try {
            file.save(state);
        } catch (IOException unsaved) {
            complain("cannot keep which alerts were sent: " + FailureMessage.of(unsaved));
        }
    }
}
