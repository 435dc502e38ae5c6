package eu.wattpeil.workspace;

import java.util.List;
import java.util.Optional;

/**
 * What {@code config/delivery.yaml} says.
 *
 * @param server that takes mail; there where anything goes by mail
 */
public record Deliveries(Optional<MailServer> server, List<Delivery> all) {

    /** Nobody gets anything. */
    public static final Deliveries NONE = new Deliveries(Optional.empty(), List.of());

    public Deliveries {
        all = List.copyOf(all);
    }
}
