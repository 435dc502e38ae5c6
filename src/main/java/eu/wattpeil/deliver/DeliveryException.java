package eu.wattpeil.deliver;

import eu.wattpeil.failure.ExplainedException;

/** A delivery did not succeed; the message says why, without an address and without a secret. */
public final class DeliveryException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    DeliveryException(String message) {
        super(message);
    }
}
