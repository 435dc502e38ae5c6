package eu.wattpeil.workspace;

import eu.wattpeil.workspace.Delivery.Recipient;
import java.util.List;

/**
 * Who is told by mail that a server cannot do its work, of {@code alerts:} of {@code
 * config/delivery.yaml}.
 *
 * @param after how often in a row a job fails before that
 */
public record Alerts(List<Recipient> recipients, int after) {

    public Alerts {
        recipients = List.copyOf(recipients);
    }
}
