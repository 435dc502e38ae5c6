package eu.wattpeil.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Asks before something is done that cannot be undone. */
final class Consent {

    private static final Set<String> YES = Set.of("y", "yes");

    private final CommandSpec spec;

    Consent(CommandSpec spec) {
        this.spec = spec;
    }

    /**
     * Asks at the terminal; without an answer nothing is agreed to.
     *
     * @throws ParameterException where nobody is there to be asked
     */
    boolean isGiven(String question) {
        Console console =
                Terminal.console()
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                spec.commandLine(),
                                                "--yes is missing, expected it where nobody can be"
                                                        + " asked at a terminal"));
        spec.commandLine().getOut().flush();
        String answer = console.readLine("%s [y/N] ", question);
        boolean isGiven = answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
        if (!isGiven) {
            spec.commandLine().getErr().println("nothing was changed");
        }
        return isGiven;
    }
}
