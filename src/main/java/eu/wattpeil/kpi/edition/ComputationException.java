package eu.wattpeil.kpi.edition;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.kpi.engine.SqlException;
import eu.wattpeil.kpi.model.Model;

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
