package eu.wattpeil.serve;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When each job began the last time that it was done. A file keeps it, so that what was missed
 * while no server was there is made up for; without the file all jobs are due, and find little to
 * do.
 */
public final class ServedTimes {

    private static final String SEPARATOR = "\t";

    private final Path file;
    private final Map<String, Instant> times = new TreeMap<>();

    private ServedTimes(Path file) {
        this.file = file;
    }

    /**
     * Reads the file of a workspace; where it is damaged, nothing is known.
     *
     * @param stateFolder of the workspace
     */
    public static ServedTimes load(Path stateFolder) throws IOException {
        ServedTimes served = new ServedTimes(stateFolder.resolve("served-times"));
        if (Files.isRegularFile(served.file)) {
            served.read(new String(Files.readAllBytes(served.file), StandardCharsets.UTF_8));
        }
        return served;
    }

    /** The file of a workspace, where it is there and damaged. */
    static Optional<Path> damaged(Path stateFolder) throws IOException {
        ServedTimes served = load(stateFolder);
        return Files.isRegularFile(served.file) && Files.size(served.file) > 0 && served.isEmpty()
                ? Optional.of(served.file)
                : Optional.empty();
    }

    private void read(String text) {
        try {
            for (String line : text.lines().toList()) {
                String[] fields = line.split(SEPARATOR, -1);
                times.put(fields[0], Instant.parse(fields[1]));
            }
        } catch (DateTimeException | ArrayIndexOutOfBoundsException damaged) {
            times.clear();
        }
    }

    /** Empty where it never was done, or nobody knows. */
    public Optional<Instant> lastAt(String job) {
        return Optional.ofNullable(times.get(job));
    }

    /** Whether it is known of no job. */
    public boolean isEmpty() {
        return times.isEmpty();
    }

    /** Notes that jobs were done in a run that began then. */
    void note(Iterable<String> jobs, Instant at) throws IOException {
        jobs.forEach(job -> times.put(job, at));
        save();
    }

    /** A clock that was wrong may have noted times to come: nothing would run until they are. */
    void correct(Instant now) throws IOException {
        if (times.values().stream().anyMatch(now::isBefore)) {
            times.replaceAll((job, at) -> at.isAfter(now) ? now : at);
            save();
        }
    }

    private void save() throws IOException {
        StringBuilder text = new StringBuilder();
        times.forEach((job, at) -> text.append(job).append(SEPARATOR).append(at).append('\n'));
        Disk.local().replace(file, text.toString().getBytes(StandardCharsets.UTF_8), Access.OWNER);
    }
}
