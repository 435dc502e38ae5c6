package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Wattpeil, as the build wrote it down. */
public final class SoftwareVersion {

    private static final String RESOURCE = "/wattpeil-version.properties";

    private SoftwareVersion() {}

    /** For instance {@code 0.1.0}. */
    public static String text() {
        Properties properties = new Properties();
        try (InputStream in = SoftwareVersion.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version");
    }
}
