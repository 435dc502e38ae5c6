package eu.wattpeil.serve;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
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

    /** Clocks of hosts differ by less: a time that is further ahead is a mistake. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Optional<Path> file;
    private final Map<String, Instant> times = new TreeMap<>();

    private ServedTimes(Optional<Path> file) {
        this.file = file;
    }

    /** Times that several hosts remember together, in no file. */
    static ServedTimes of(Map<String, Instant> times) {
        ServedTimes served = new ServedTimes(Optional.empty());
        served.times.putAll(times);
        return served;
    }

    /**
     * Reads the file of a workspace; where it is damaged, nothing is known.
     *
     * @param stateFolder of the workspace
     */
    public static ServedTimes load(Path stateFolder) throws IOException {
        Path file = stateFolder.resolve("served-times");
        ServedTimes served = new ServedTimes(Optional.of(file));
        if (Files.isRegularFile(file)) {
            served.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
        return served;
    }

    /** The file of a workspace, where it is there and damaged. */
    static Optional<Path> damaged(Path stateFolder) throws IOException {
        ServedTimes served = load(stateFolder);
        Path file = served.file.orElseThrow();
        return Files.isRegularFile(file) && Files.size(file) > 0 && served.isEmpty()
                ? served.file
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

    /** By job. */
    Map<String, Instant> all() {
        return Map.copyOf(times);
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
        Instant latest = file.isPresent() ? now : now.plus(AHEAD);
        if (times.values().stream().anyMatch(latest::isBefore)) {
            times.replaceAll((job, at) -> at.isAfter(now) ? now : at);
            save();
        }
    }

    private void save() throws IOException {
        if (file.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        times.forEach((job, at) -> text.append(job).append(SEPARATOR).append(at).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Disk.local().replace(file.get(), bytes, Access.OWNER);
    }
}
