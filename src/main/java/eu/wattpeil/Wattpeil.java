package eu.wattpeil;

import eu.wattpeil.cli.CommandLineInterface;

/** The program. */
public final class Wattpeil {

    private Wattpeil() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(arguments));
    }
}
