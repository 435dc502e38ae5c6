package eu.wattpeil.operate;

/** A command names something that there is not. */
public final class UnknownNameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownNameException(String message) {
        super(message);
    }
}
