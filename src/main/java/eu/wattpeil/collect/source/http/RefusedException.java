package eu.wattpeil.collect.source.http;

import java.io.IOException;

/** A server does not accept who asks, or not any more. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
