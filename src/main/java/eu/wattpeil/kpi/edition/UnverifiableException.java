package eu.wattpeil.kpi.edition;

import eu.wattpeil.failure.ExplainedException;

/** An edition cannot be computed again: something that it was made from is no longer known. */
public final class UnverifiableException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    UnverifiableException(String message) {
        super(message);
    }
}
