package eu.wattpeil.cli;

import eu.wattpeil.serve.ServerStatus;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;

/** Prints how the server of a workspace stands. */
final class ServerPage {

    private static final int LEAST_NAME = 16;

    private final ServerStatus status;
    private final ZoneId zone;
    private final PrintWriter out;

    ServerPage(ServerStatus status, ZoneId zone, PrintWriter out) {
        this.status = status;
        this.zone = zone;
        this.out = out;
    }

    void print() {
        out.println();
        out.println("Server");
        status.unknown().ifPresent(message -> out.println("  " + message));
        if (status.unknown().isPresent()) {
            return;
        }
        if (status.processes().isEmpty()) {
            out.println("  none is at work; wattpeil serve runs jobs at their times");
        }
        status.processes().forEach(process -> out.println("  " + process));
        if (status.processes().isEmpty() && !status.hasServed()) {
            return;
        }
        int widest = status.jobs().stream().mapToInt(it -> it.job().length()).max().orElse(0);
        String line = "  %-" + Math.max(LEAST_NAME, widest) + "s  %-16s  %s%n";
        out.printf(line, "job", "last done", "next");
        for (ServerStatus.JobTimes job : status.jobs()) {
            out.printf(
                    line,
                    job.job(),
                    job.lastAt().map(this::local).orElse("never"),
                    local(job.nextAt()));
        }
    }

    private String local(Instant instant) {
        return LocalTime.text(instant, zone);
    }
}
