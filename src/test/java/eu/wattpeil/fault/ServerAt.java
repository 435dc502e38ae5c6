package eu.wattpeil.fault;

import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Stop;
import eu.wattpeil.serve.ChildRuns;
import eu.wattpeil.serve.EventLines;
import eu.wattpeil.serve.Pause;
import eu.wattpeil.serve.Server;
import eu.wattpeil.serve.ServerListener;
import eu.wattpeil.serve.Timetable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A server at another time, without pages, that prints the events of its runs. Its arguments are
 * the workspace, the instant at which it begins, and the command that makes its runs.
 */
public final class ServerAt {

    private ServerAt() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        Clock system = Clock.systemUTC();
        Clock clock =
                Clock.offset(
                        system, Duration.between(system.instant(), Instant.parse(arguments[1])));
        Stop stop = new Stop();
        Server.serve(
                root,
                new ChildRuns(List.of(arguments).subList(2, arguments.length), root),
                new Events(),
                stop,
                clock,
                Pause.of(clock, stop));
    }

    private static final class Events implements ServerListener {

        @Override
        public void on(RunEvent event) {
            System.out.println(EventLines.of(event));
        }

        @Override
        public void read(Timetable timetable, Optional<Instant> nextAt) {
            // Its times are not looked at.
        }

        @Override
        public void unusable(List<String> problems) {
            System.out.println("unusable " + problems);
        }

        @Override
        public void begins(Set<String> jobs) {
            System.out.println("begins " + jobs);
        }

        @Override
        public void stopped() {
            System.out.println("stopped");
        }

        @Override
        public void done(Set<String> jobs, Optional<Instant> nextAt) {
            System.out.println("done " + jobs);
        }

        @Override
        public void failed(Set<String> jobs, Instant nextAt) {
            System.out.println("failed " + jobs);
        }

        @Override
        public void waits(String message) {
            System.out.println("waits " + message);
        }

        @Override
        public void looked(Optional<String> trouble) {
            System.out.println("looked");
        }
    }
}
