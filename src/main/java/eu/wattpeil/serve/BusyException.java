package eu.wattpeil.serve;

import java.io.IOException;

/** Another process is at work in the workspace; the message says which. */
public final class BusyException extends IOException {

    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
        super(message);
    }
}
