package eu.wattpeil.operate;

import eu.wattpeil.deliver.Agenda;
import eu.wattpeil.deliver.Appointment;
import eu.wattpeil.deliver.DeliverJob;
import eu.wattpeil.deliver.DeliveryException;
import eu.wattpeil.deliver.Issue;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Delivery.Folder;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.springframework.batch.core.job.JobExecutionException;

/** Delivers the reports of months that are over, each to whom it is due and who lacks it. */
final class DeliverStage {

    private final BatchJobs jobs;
    private final Setup setup;
    private final Store store;
    private final RunEvents events;
    private final Stop stop;
    private final Clock clock;

    DeliverStage(
            BatchJobs jobs, Setup setup, Store store, RunEvents events, Stop stop, Clock clock) {
        this.jobs = jobs;
        this.setup = setup;
        this.store = store;
        this.events = events;
        this.stop = stop;
        this.clock = clock;
    }

    /** Those of one delivery fail without the others. */
    void deliver(RunScope scope) throws JobExecutionException {
        List<Delivery> deliveries = setup.workspace().deliveries().all();
        if (deliveries.isEmpty()) {
            return;
        }
        List<Issue> issues = issues(store, setup.workspace().settings().zone(), clock);
        for (Delivery delivery : deliveries) {
            try {
                deliver(delivery, issues, scope);
            } catch (DeliveryException unreadable) {
                events.failed(FailureMessage.of(unreadable));
            }
        }
    }

    /** The shown editions of the months that are over: nobody is sent half a month. */
    static List<Issue> issues(Store store, ZoneId zone, Clock clock) {
        YearMonth now = YearMonth.from(clock.instant().atZone(zone));
        return new Editions(store)
                .current().stream()
                        .filter(edition -> edition.month().isBefore(now))
                        .map(edition -> new Issue(edition.month(), edition.number()))
                        .toList();
    }

    private void deliver(Delivery delivery, List<Issue> issues, RunScope scope)
            throws JobExecutionException {
        boolean isAgain = scope.again().filter(delivery.deliveryId()::equals).isPresent();
        if (scope.again().isPresent() && !isAgain) {
            return;
        }
        Agenda agenda = new Agenda(store, clock.instant());
        List<Appointment> appointments =
                agenda.note(delivery, issues).stream()
                        .filter(it -> isIn(scope, it.issue().month()))
                        .toList();
        if (isAgain) {
            if (appointments.isEmpty()) {
                throw new UnknownNameException(
                        "--month is "
                                + scope.month().orElseThrow()
                                + ", expected a month that is over, published, and not before the"
                                + " first one of delivery "
                                + delivery.deliveryId());
            }
            appointments.forEach(agenda::reopen);
        }
        for (Appointment appointment : appointments) {
            if (stop.isAsked()) {
                return;
            }
            if (isAgain || appointment.isDue(clock.instant())) {
                deliver(appointment);
            }
        }
    }

    private static boolean isIn(RunScope scope, YearMonth month) {
        return scope.month().map(month::equals).orElse(true);
    }

    private void deliver(Appointment appointment) throws JobExecutionException {
        Delivery delivery = appointment.delivery();
        Issue issue = appointment.issue();
        events.tell(
                new RunEvent.Progressed(
                        "deliver " + delivery.deliveryId() + " " + issue.month(), 0));
        Agenda agenda = new Agenda(store, clock.instant());
        long before = agenda.delivered(appointment);
        events.failedBecause(
                jobs.run(DeliverJob.JOB, DeliverJob.parameters(appointment)),
                () -> MissingRoom.ofAMonth(store.root()));
        long delivered = agenda.delivered(appointment) - before;
        if (delivered > 0) {
            String where =
                    delivery.way() instanceof Folder folder
                            ? folder.path()
                                    .resolve(issue.month().toString())
                                    .resolve("edition-" + issue.edition())
                                    .toString()
                            : delivered + (delivered == 1 ? " mail" : " mails");
            events.tell(
                    new RunEvent.Delivered(
                            delivery.deliveryId(), issue.month(), issue.edition(), where));
        }
    }
}
