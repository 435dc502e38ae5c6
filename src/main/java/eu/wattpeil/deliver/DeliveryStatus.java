package eu.wattpeil.deliver;

import eu.wattpeil.deliver.DeliveryRecord.Outcome;
import eu.wattpeil.workspace.Delivery.Folder;
import java.time.Instant;
import java.time.YearMonth;

/**
 * How the delivery of a month stands.
 *
 * @param dueAt when its turn is; of no meaning where it is given up or done
 * @param attempts that failed
 * @param delivered mails that the server has; 1 for a folder that has it
 * @param refused mails that the server refused for good
 * @param inDoubt mails of which nobody knows whether the server has them
 * @param reason why the last attempt failed; empty where none did
 */
public record DeliveryStatus(
        String deliveryId,
        YearMonth month,
        int edition,
        Stage stage,
        Instant dueAt,
        int attempts,
        boolean isFolder,
        long delivered,
        long refused,
        long inDoubt,
        String reason) {

    /** How far it is. */
    public enum Stage {
        /** For its time. */
        WAITING,
        /** For the next run. */
        DUE,
        /** For another attempt. */
        FAILED,
        GIVEN_UP,
        DONE
    }

    static DeliveryStatus of(Appointment appointment, Instant now) {
        DeliveryRecord record = appointment.record();
        boolean isFolder = appointment.delivery().way() instanceof Folder;
        boolean isThere = isFolder && record.state() == DeliveryRecord.State.CLOSED;
        Stage stage =
                switch (record.state()) {
                    case OPEN -> {
                        if (record.attempts() > 0) {
                            yield Stage.FAILED;
                        }
                        yield appointment.isDue(now) ? Stage.DUE : Stage.WAITING;
                    }
                    case GIVEN_UP -> Stage.GIVEN_UP;
                    case CLOSED -> Stage.DONE;
                };
        return new DeliveryStatus(
                appointment.delivery().deliveryId(),
                appointment.issue().month(),
                record.edition(),
                stage,
                appointment.dueAt(),
                record.attempts(),
                isFolder,
                isThere ? 1 : record.count(Outcome.SENT),
                record.count(Outcome.REFUSED),
                record.count(Outcome.IN_DOUBT) + record.count(Outcome.HANDED_OVER),
                record.reason());
    }

    /** Whether somebody should look at it, or wait for it. */
    boolean isUnsettled() {
        return stage != Stage.DONE || refused > 0 || inDoubt > 0;
    }
}
