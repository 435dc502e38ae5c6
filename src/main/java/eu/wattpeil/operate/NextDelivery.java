package eu.wattpeil.operate;

import eu.wattpeil.deliver.Agenda;
import eu.wattpeil.deliver.DeliveryException;
import eu.wattpeil.deliver.DeliveryStatus;
import eu.wattpeil.deliver.Issue;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Delivery;
import eu.wattpeil.workspace.Workspace;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the next delivery of a report is due, at first or once more. */
public final class NextDelivery {

    private static final Set<DeliveryStatus.Stage> OPEN =
            EnumSet.of(
                    DeliveryStatus.Stage.WAITING,
                    DeliveryStatus.Stage.DUE,
                    DeliveryStatus.Stage.FAILED);

    private NextDelivery() {}

    /** Empty where none is; one whose book is damaged is not known to be due. */
    public static Optional<Instant> of(Workspace workspace, Clock clock) {
        List<Delivery> deliveries = workspace.deliveries().all();
        if (deliveries.isEmpty()) {
            return Optional.empty();
        }
        Store store = Setup.store(workspace);
        List<Issue> issues = DeliverStage.issues(store, workspace.settings().zone(), clock);
        Agenda agenda = new Agenda(store, clock.instant());
        return deliveries.stream()
                .flatMap(delivery -> status(agenda, delivery, issues).stream())
                .filter(status -> OPEN.contains(status.stage()))
                .map(DeliveryStatus::dueAt)
                .min(Instant::compareTo);
    }

    private static List<DeliveryStatus> status(
            Agenda agenda, Delivery delivery, List<Issue> issues) {
        try {
            return agenda.status(delivery, issues);
        } catch (DeliveryException damaged) {
            return List.of();
        }
    }
}
