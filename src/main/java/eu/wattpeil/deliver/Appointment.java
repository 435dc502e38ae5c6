package eu.wattpeil.deliver;

import eu.wattpeil.workspace.Delivery;
import java.time.Instant;

/**
 * An issue that a delivery is about, and when its turn is.
 *
 * @param record of what was done by now
 * @param dueAt when it is to be delivered, or tried again; of no meaning where nothing is open
 */
public record Appointment(Delivery delivery, Issue issue, DeliveryRecord record, Instant dueAt) {

    /** Whether it is to be delivered now. */
    public boolean isDue(Instant now) {
        return record.isOpen() && !dueAt.isAfter(now);
    }
}
