package eu.wattpeil.operate;

import eu.wattpeil.failure.ExplainedException;

/** Another process writes in the workspace. */
public final class WorkspaceInUseException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    WorkspaceInUseException(String message) {
        super(message);
    }
}
