package eu.wattpeil.collect.source;

import eu.wattpeil.collect.bytes.Outline;
import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.workspace.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Remembers the fingerprints of files by name, size and time of change, so that a file that has not
 * changed is not read again to find that out.
 *
 * <p>It may be deleted at any time, and forgets everything where it was written by another version
 * or is not as it was written. Of an archive it keeps the places of the entries, never their names.
 */
public final class SeenFiles {

    /** A file changed this shortly before it was read could change again under the same time. */
    private static final Duration UNSETTLED = Duration.ofSeconds(2);

    private static final String NAME = "seen-files ";
    private static final String TITLE = NAME + "4 ";

    /** What versions before saw of thousands of files need not be read again. */
    private static final String EARLIER_TITLE = NAME + "3 ";

    private final Path file;
    private final Clock clock;
    private final Map<String, Seen> known = new HashMap<>();
    private final Map<String, Seen> current = new HashMap<>();

    /** Whether what is kept is what was known when it was read. */
    private boolean isKept;

    private record Seen(Stamp stamp, List<Entry> entries) {}

    /**
     * What a file looked like from outside.
     *
     * @param bytes its size
     * @param changed its time of change, as text
     */
    record Stamp(long bytes, String changed) {}

    /**
     * What is in a file: the file itself, or an entry of an archive.
     *
     * @param number place in the archive, from 1; {@link #WHOLE} for the file itself
     * @param bytes unpacked
     * @param sha256 of the unpacked bytes; where it is damaged, what else tells it from others
     * @param damage why it cannot be unpacked; empty where it can
     * @param outline of a large file that was read by this process; it is not kept for the next
     */
    record Entry(int number, long bytes, String sha256, String damage, Optional<Outline> outline) {

        static final int WHOLE = 0;

        Entry(int number, long bytes, String sha256, String damage) {
            this(number, bytes, sha256, damage, Optional.empty());
        }
    }

    private SeenFiles(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Nothing is remembered, and nothing will be. */
    static SeenFiles none(Clock clock) {
        return new SeenFiles(Path.of(""), clock);
    }

    /** Reads what is remembered; nothing where there is no such file, or a damaged one. */
    public static SeenFiles load(Path file, Clock clock) throws IOException {
        SeenFiles seen = new SeenFiles(file, clock);
        if (Files.isRegularFile(file)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            int end = text.indexOf('\n') + 1;
            String body = text.substring(end);
            String title = text.substring(0, end);
            boolean isOfThisVersion = title.equals(title(body));
            if (isOfThisVersion || isOfEarlierVersion(title, body)) {
                body.lines().forEach(seen::add);
                seen.isKept = isOfThisVersion;
            }
        }
        return seen;
    }

    /** Whether a file of this version is there, and not as it was written. */
    public static boolean isDamaged(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String title = text.substring(0, text.indexOf('\n') + 1);
        boolean isOfAnotherVersion = title.startsWith(NAME) && !title.startsWith(TITLE);
        return !isOfAnotherVersion && !title.equals(title(text.substring(title.length())));
    }

    /** Tells how long ago a file changed. */
    Clock clock() {
        return clock;
    }

    private void add(String line) {
        String[] fields = line.split("\t", -1);
        Stamp stamp = new Stamp(Long.parseLong(fields[1]), fields[2]);
        Entry entry =
                new Entry(
                        Integer.parseInt(fields[3]),
                        Long.parseLong(fields[4]),
                        fields[5],
                        fields[6]);
        known.computeIfAbsent(fields[0], unused -> new Seen(stamp, new ArrayList<>()))
                .entries()
                .add(entry);
    }

    /** What is known to be in a file that looks so; empty where it must be read. */
    synchronized List<Entry> entries(String name, Stamp stamp) {
        String key = Fingerprint.of(name);
        Seen seen = current.getOrDefault(key, known.get(key));
        if (seen == null || !seen.stamp().equals(stamp)) {
            return List.of();
        }
        current.put(key, seen);
        return seen.entries();
    }

    /** Remembers what is in a file that looks so, unless it may still change unseen. */
    synchronized void remember(String name, Stamp stamp, List<Entry> entries) {
        boolean isSettled =
                Instant.parse(stamp.changed()).isBefore(clock.instant().minus(UNSETTLED));
        if (isSettled) {
            current.put(Fingerprint.of(name), new Seen(stamp, List.copyOf(entries)));
            isKept = false;
        }
    }

    /** Has a file read when it is asked for next. */
    synchronized void forget(String name) {
        known.remove(Fingerprint.of(name));
        current.remove(Fingerprint.of(name));
        isKept = false;
    }

    /** Keeps what was seen since {@link #load}, and forgets files that are gone. */
    public synchronized void save() throws IOException {
        if (!isKept || current.size() < known.size()) {
            save(new TreeMap<>(current));
        }
    }

    /** Keeps what was seen since {@link #load}, and what was known of files not looked at. */
    public synchronized void saveBesideKnown() throws IOException {
        if (!isKept) {
            SortedMap<String, Seen> all = new TreeMap<>(known);
            all.putAll(current);
            save(all);
        }
    }

    private void save(SortedMap<String, Seen> files) throws IOException {
        StringBuilder body = new StringBuilder();
        files.forEach(
                (name, seen) -> {
                    for (Entry entry : seen.entries()) {
                        body.append(line(name, seen.stamp(), entry)).append('\n');
                    }
                });
        byte[] text = (title(body.toString()) + body).getBytes(StandardCharsets.UTF_8);
        Disk.local().replace(file, text, Access.OWNER);
    }

    /** It is there to find damage, and thousands of lines are soon summed up. */
    private static String title(String body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body.getBytes(StandardCharsets.UTF_8));
        return TITLE + Long.toHexString(checksum.getValue()) + "\n";
    }

    private static boolean isOfEarlierVersion(String title, String body) {
        return title.startsWith(EARLIER_TITLE)
                && title.equals(EARLIER_TITLE + Fingerprint.of(body) + "\n");
    }

    private static String line(String name, Stamp stamp, Entry entry) {
        return String.join(
                "\t",
                name,
                Long.toString(stamp.bytes()),
                stamp.changed(),
                Integer.toString(entry.number()),
                Long.toString(entry.bytes()),
                entry.sha256(),
                entry.damage());
    }
}
