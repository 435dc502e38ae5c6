package eu.wattpeil.workspace;

import java.util.List;
import java.util.Optional;

/**
 * What {@code config/delivery.yaml} says.
 *
 * @param server that takes mail; there where anything goes by mail
 * @param alerts who is told when a server cannot do its work; empty for nobody
 */
public record Deliveries(Optional<MailServer> server, List<Delivery> all, Optional<Alerts> alerts) {

    /** Nobody gets anything. */
    public static final Deliveries NONE =
            new Deliveries(Optional.empty(), List.of(), Optional.empty());

    public Deliveries {
        all = List.copyOf(all);
    }
}
