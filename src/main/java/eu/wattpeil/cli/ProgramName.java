package eu.wattpeil.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** How this program was started, for messages that tell what to type next. */
final class ProgramName {

    private ProgramName() {}

    /**
     * {@code java -jar …/wattpeil.jar}, or just {@code wattpeil} where it does not run from a jar.
     */
    static String text() {
        try {
            Path place =
                    Path.of(
                            ProgramName.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return place.toString().endsWith(".jar") ? "java -jar " + place : "wattpeil";
        } catch (URISyntaxException notAFile) {
            return "wattpeil";
        }
    }
}
