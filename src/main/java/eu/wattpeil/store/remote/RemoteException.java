package eu.wattpeil.store.remote;

import eu.wattpeil.failure.ExplainedException;
import org.jspecify.annotations.Nullable;

/** The remote of a store cannot be reached, is not what it should be, or is held by another. */
public final class RemoteException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    public RemoteException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public RemoteException(String message) {
        this(message, null);
    }
}
