package eu.wattpeil.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A source of print logs, of which there are none, at the times of a schedule. */
final class ScheduledSource {

    private ScheduledSource() {}

    /** Writes its definition into a workspace. */
    static void write(Path root, String job, String cron) {
        try {
            Files.writeString(
                    root.resolve("jobs/collect/" + job + ".yaml"),
                    """
                    dataset: print_jobs
                    format: cups-page-log
                    schedule: "%s"
                    source: {files: inbox/%s/*.log}
                    """
                            .formatted(cron, job));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
