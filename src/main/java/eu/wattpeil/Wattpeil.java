package eu.wattpeil;

import eu.wattpeil.cli.CommandLineInterface;
import eu.wattpeil.cli.FirstProcess;
import eu.wattpeil.cli.QuickStart;
import java.util.OptionalInt;

/** The program. */
public final class Wattpeil {

    private Wattpeil() {}

    public static void main(String[] arguments) {
        FirstProcess.watch();
        OptionalInt handedOn = QuickStart.run(arguments);
        System.exit(
                handedOn.isPresent() ? handedOn.getAsInt() : CommandLineInterface.run(arguments));
    }
}
