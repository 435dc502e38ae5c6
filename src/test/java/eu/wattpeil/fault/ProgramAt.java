package eu.wattpeil.fault;

import eu.wattpeil.cli.CommandLineInterface;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The program, at another time: its first argument is the instant at which it begins. */
public final class ProgramAt {

    private ProgramAt() {}

    public static void main(String[] arguments) {
        Clock system = Clock.systemUTC();
        Clock clock =
                Clock.offset(
                        system, Duration.between(system.instant(), Instant.parse(arguments[0])));
        System.exit(
                CommandLineInterface.run(
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        clock,
                        Arrays.copyOfRange(arguments, 1, arguments.length)));
    }
}
