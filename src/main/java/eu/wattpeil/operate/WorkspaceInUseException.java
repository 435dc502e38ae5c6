package eu.wattpeil.operate;

/** Another process writes in the workspace. */
public final class WorkspaceInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkspaceInUseException(String message) {
        super(message);
    }
}
