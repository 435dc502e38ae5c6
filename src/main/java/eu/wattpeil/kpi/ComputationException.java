package eu.wattpeil.kpi;

import eu.wattpeil.failure.ExplainedException;

/** A month cannot be computed; the message says which model or column is why. */
public final class ComputationException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    ComputationException(String message) {
        super(message);
    }

    ComputationException(Model model, SqlException failure) {
        super(model.file().file() + ": " + failure.getMessage(), failure);
    }
}
