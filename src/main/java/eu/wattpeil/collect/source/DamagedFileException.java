package eu.wattpeil.collect.source;

import java.io.IOException;

/**
 * Bytes are there, but cannot be unpacked. Trying again does not help.
 *
 * <p>The message finishes "the file is …". It quotes nothing of the file: names of entries may be
 * names of persons.
 */
final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedFileException(String message) {
        super(message);
    }

    /** What finishes "the file is …". */
    String reason() {
        return String.valueOf(getMessage());
    }
}
