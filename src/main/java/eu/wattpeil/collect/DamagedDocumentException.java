package eu.wattpeil.collect;

import java.io.IOException;

/** The bytes of a document are there, but cannot be unpacked. Trying again does not help. */
public final class DamagedDocumentException extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedDocumentException(String message) {
        super(message);
    }
}
