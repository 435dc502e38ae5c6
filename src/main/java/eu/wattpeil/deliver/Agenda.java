package eu.wattpeil.deliver;

import eu.wattpeil.deliver.DeliveryRecord.Outcome;
import eu.wattpeil.deliver.DeliveryRecord.State;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Delivery.Folder;
import eu.wattpeil.workspace.Delivery.WhichEditions;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is to be delivered, and when.
 *
 * <p>A delivery that is new begins with the last month there is: who adds one to years of reports
 * wants no mail for each of them. A month is delivered once; its later editions only where the
 * delivery asks for all of them, and one that waits makes way for a later one.
 */
public final class Agenda {

    private final DeliveryBook book;
    private final Instant now;

    /** Of what a store keeps. */
    public Agenda(Store store, Instant now) {
        this(new DeliveryBook(store), now);
    }

    Agenda(DeliveryBook book, Instant now) {
        this.book = book;
        this.now = now;
    }

    /**
     * The appointments of a delivery, in the order of the months; changes nothing.
     *
     * @param issues of months that are over
     * @throws DeliveryException where it cannot be read what was delivered
     */
    public List<Appointment> of(Delivery delivery, List<Issue> issues) {
        Optional<YearMonth> first = firstMonth(delivery, issues);
        List<Appointment> appointments = new ArrayList<>();
        for (Issue issue : issues) {
            if (first.isPresent() && !issue.month().isBefore(first.get())) {
                appointments.add(appointment(delivery, issue));
            }
        }
        appointments.sort(Comparator.comparing(it -> it.issue().month()));
        return appointments;
    }

    /**
     * How a delivery stands: what is not settled, and the last month that is done.
     *
     * @throws DeliveryException where it cannot be read what was delivered
     */
    public List<DeliveryStatus> status(Delivery delivery, List<Issue> issues) {
        List<DeliveryStatus> all =
                of(delivery, issues).stream().map(it -> DeliveryStatus.of(it, now)).toList();
        Optional<DeliveryStatus> lastDone =
                all.stream()
                        .filter(it -> it.stage() == DeliveryStatus.Stage.DONE)
                        .reduce((before, later) -> later);
        return all.stream()
                .filter(it -> it.isUnsettled() || lastDone.filter(it::equals).isPresent())
                .toList();
    }

    /**
     * The appointments; keeps what is new in them: from now on it is known since when one waits.
     */
    public List<Appointment> note(Delivery delivery, List<Issue> issues) {
        String id = delivery.deliveryId();
        if (book.firstMonth(id).isEmpty()) {
            firstMonth(delivery, issues).ifPresent(first -> book.noteFirstMonth(id, first));
        }
        List<Appointment> appointments = of(delivery, issues);
        appointments.forEach(it -> book.save(id, it.issue().month(), it.record()));
        return appointments;
    }

    /** Delivers now to whoever has not got it for certain, whatever became of it before. */
    public void reopen(Appointment appointment) {
        book.save(
                appointment.delivery().deliveryId(),
                appointment.issue().month(),
                appointment.record().reopened().ofEdition(appointment.issue().edition()));
    }

    /** To how many an issue was delivered by now; a folder counts as one. */
    public long delivered(Appointment appointment) {
        Delivery delivery = appointment.delivery();
        return book.find(delivery.deliveryId(), appointment.issue().month())
                .map(
                        record ->
                                delivery.way() instanceof Folder
                                        ? (record.state() == State.CLOSED ? 1 : 0)
                                        : record.count(Outcome.SENT))
                .orElse(0L);
    }

    private Optional<YearMonth> firstMonth(Delivery delivery, List<Issue> issues) {
        return delivery.since()
                .or(() -> book.firstMonth(delivery.deliveryId()))
                .or(() -> issues.stream().map(Issue::month).max(Comparator.naturalOrder()));
    }

    private Appointment appointment(Delivery delivery, Issue issue) {
        DeliveryRecord record =
                book.find(delivery.deliveryId(), issue.month())
                        .map(known -> current(known, delivery, issue))
                        .orElseGet(() -> DeliveryRecord.noted(issue.edition(), false, now));
        return new Appointment(delivery, issue, record, dueAt(delivery, record));
    }

    private DeliveryRecord current(DeliveryRecord known, Delivery delivery, Issue issue) {
        if (issue.edition() <= known.edition()) {
            return known;
        }
        boolean isSeen = known.state() == State.CLOSED || !known.recipients().isEmpty();
        if (delivery.editions() == WhichEditions.ALL && (isSeen || !known.isOpen())) {
            return DeliveryRecord.noted(issue.edition(), isSeen, now);
        }
        return known.isOpen() ? known.ofEdition(issue.edition()) : known;
    }

    /** A clock that was set back delays nothing. */
    private Instant dueAt(Delivery delivery, DeliveryRecord record) {
        if (record.attempts() == 0) {
            Instant noted = record.notedAt().isAfter(now) ? now : record.notedAt();
            return delivery.dueAfter(noted);
        }
        boolean isTriedLater = record.triedAt().filter(now::isBefore).isPresent();
        return isTriedLater ? now : record.nextAttemptAt();
    }
}
