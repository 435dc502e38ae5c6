package eu.wattpeil.collect.source.snmp;

import java.io.IOException;

/**
 * A device does not give what it was asked for.
 *
 * <p>The message finishes "the device …", and says what helps. It names no host, no address and no
 * secret.
 */
public final class DeviceException extends IOException {

    private static final long serialVersionUID = 1L;

    DeviceException(String message) {
        super(message);
    }

    /** What finishes "the device …". */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
