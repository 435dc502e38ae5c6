package eu.wattpeil.disk;

import eu.wattpeil.failure.ExplainedException;

/** Another process writes in a folder; the message says which one. */
public final class FolderInUseException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    FolderInUseException(String message) {
        super(message);
    }
}
