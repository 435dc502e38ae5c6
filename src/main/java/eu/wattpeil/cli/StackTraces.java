package eu.wattpeil.cli;

import java.io.PrintWriter;

/** Prints what a developer needs to mend a fault of the program. */
final class StackTraces {

    private StackTraces() {}

    static void print(Throwable fault, PrintWriter err) {
        err.println("This is a fault of Wattpeil. Please report it with these lines:");
        fault.printStackTrace(err);
    }
}
