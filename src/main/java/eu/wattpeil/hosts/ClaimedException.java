package eu.wattpeil.hosts;

import eu.wattpeil.failure.ExplainedException;

/** Another process holds the work of the workspace; the message says which one, since when. */
public final class ClaimedException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    ClaimedException(String message) {
        super(message);
    }
}
