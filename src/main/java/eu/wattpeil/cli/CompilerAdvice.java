package eu.wattpeil.cli;

import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.RunListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;

/**
 * Has Java compile by its quick compiler alone from the first month on that a run has computed or
 * published. What comes then is much code that runs for seconds, which the better compiler takes a
 * quarter of the processor for and never earns back; what it has compiled for large documents
 * before stays. For a process that ends with the run.
 */
final class CompilerAdvice implements RunListener {

    /** As HotSpot has its directives. What is kept from its second compiler goes to the first. */
    private static final String DIRECTIVES = "[{match: \"*.*\", c2: {Exclude: true}}]";

    private boolean isGiven;

    @Override
    public void on(RunEvent event) {
        boolean isOfMonth =
                event instanceof RunEvent.Computed || event instanceof RunEvent.Published;
        if (isOfMonth && !isGiven) {
            isGiven = true;
            give();
        }
    }

    private static void give() {
        try {
            Path file = Files.createTempFile("compiler-directives", ".json");
            try {
                Files.writeString(file, DIRECTIVES);
                tell("compilerDirectivesAdd", file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (JMException | JMRuntimeException | IOException unknown) {
            // Another Java may know nothing of it; it compiles as it likes then.
        }
    }

    /** Gives HotSpot a diagnostic command; returns what it answers. */
    static String tell(String command, String... arguments) throws JMException {
        return String.valueOf(
                ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                command,
                                arguments.length == 0 ? new Object[0] : new Object[] {arguments},
                                arguments.length == 0
                                        ? new String[0]
                                        : new String[] {String[].class.getName()}));
    }
}
