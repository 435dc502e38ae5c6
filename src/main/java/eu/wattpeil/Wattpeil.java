package eu.wattpeil;

import eu.wattpeil.cli.CommandLineInterface;
import eu.wattpeil.cli.FirstProcess;
import eu.wattpeil.cli.QuickStart;
import java.util.OptionalInt;

/** The program. */
public final class Wattpeil {

    private Wattpeil() {}

    public static void main(String[] arguments) {
        try {
            FirstProcess.watch();
            OptionalInt handedOn = QuickStart.run(arguments);
            System.exit(
                    handedOn.isPresent()
                            ? handedOn.getAsInt()
                            : CommandLineInterface.run(arguments));
        } catch (OutOfMemoryError full) {
            // Where that of the work was told and its end had no room either: threads that nobody
            // could end any more would keep the process.
            Runtime.getRuntime().halt(CommandLineInterface.FAILED);
        }
    }
}
