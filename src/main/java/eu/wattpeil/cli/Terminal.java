package eu.wattpeil.cli;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;

/** The terminal that the program was started from, if there is one. */
final class Terminal {

    private Terminal() {}

    static boolean isThere() {
        return console().isPresent();
    }

    /** Some versions of Java give a console that is none; they can be asked, others need not be. */
    static Optional<Console> console() {
        Optional<Console> console = Optional.ofNullable(System.console());
        try {
            Method question = Console.class.getMethod("isTerminal");
            return console.isPresent() && (boolean) question.invoke(console.get())
                    ? console
                    : Optional.empty();
        } catch (ReflectiveOperationException older) {
            return console;
        }
    }
}
