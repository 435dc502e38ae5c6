package eu.wattpeil.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure that its message explains to a user: the place, what was found there, what was expected
 * and what puts it right. It is shown without a stack trace; every other exception is a fault of
 * ours and is shown with one.
 */
public abstract class ExplainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected ExplainedException(String message) {
        super(message);
    }

    protected ExplainedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
