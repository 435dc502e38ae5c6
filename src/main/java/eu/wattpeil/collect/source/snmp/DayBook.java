package eu.wattpeil.collect.source.snmp;

import eu.wattpeil.collect.snmp.Poll;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The book of polls that are no document yet: one open file for each day, in the organisation's
 * zone, to which polls are added until the day is over. Then it lands as a document, and the open
 * file goes.
 *
 * <p>A line is on the disk when {@link #add} returns. A process that is killed while it writes
 * leaves at most a torn last line, which is cut off; one that is killed between landing and
 * removing leaves both, and the next one lands the same bytes. A poll of a day that has landed, as
 * where the clock was set back, is added to that day's document: its rows come again, and count
 * once.
 */
final class DayBook {

    /** When polls become a document. */
    enum Completion {
        /** When their day is over. */
        DAY,
        /** When their hour is over. */
        HOUR,
        /** At once. */
        EACH_POLL;

        /** As a definition says it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern OPEN = Pattern.compile("\\.(snmp-([0-9TZ-]+))\\.open");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HH'0000Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final ZoneId zone;
    private final Completion completion;

    /**
     * @param folder in which it lies, beside what has landed
     * @param zone in which days begin
     */
    DayBook(Path folder, ZoneId zone, Completion completion) {
        this.folder = folder;
        this.zone = zone;
        this.completion = completion;
    }

    /**
     * Adds polls.
     *
     * @throws IOException where another process is adding some, or the disk fails
     */
    void add(List<Poll> polls) throws IOException {
        Map<String, StringBuilder> byFile = new LinkedHashMap<>();
        for (Poll poll : polls) {
            byFile.computeIfAbsent(period(poll.at()), unused -> new StringBuilder())
                    .append(poll.line())
                    .append('\n');
        }
        for (Map.Entry<String, StringBuilder> file : byFile.entrySet()) {
            append(folder.resolve("." + file.getKey() + ".open"), file.getValue().toString());
        }
    }

    private String period(Instant at) {
        return switch (completion) {
            case DAY -> "snmp-" + LocalDate.ofInstant(at, zone);
            case HOUR -> "snmp-" + HOUR.format(at);
            case EACH_POLL -> "snmp-" + SECOND.format(at);
        };
    }

    private void append(Path file, String lines) throws IOException {
        Access.OWNER.createFolders(folder);
        boolean isNew = !Files.exists(file);
        Access.OWNER.createFileWhereAbsent(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            lock(channel);
            channel.position(endOfLastLine(channel));
            channel.truncate(channel.position());
            ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (isNew) {
            Disk.local().syncFolder(folder);
        }
    }

    private static void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // As by another one.
        }
        throw new IOException("another process adds polls, expected one at a time");
    }

    /** Where the next line begins; what a killed process tore stands behind it. */
    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer letter = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(letter.clear(), end - 1);
            if (letter.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** Lands what is complete. */
    void complete(Landing landing) throws IOException {
        Instant now = landing.clock().instant();
        for (Path file : open()) {
            Matcher name = OPEN.matcher(file.getFileName().toString());
            if (name.matches()
                    && (completion == Completion.EACH_POLL || isOver(name.group(2), now))) {
                land(file, name.group(1) + ".ndjson.gz", landing);
            }
        }
    }

    private boolean isOver(String period, Instant now) {
        if (period.length() == LocalDate.EPOCH.toString().length()) {
            return LocalDate.parse(period).isBefore(LocalDate.ofInstant(now, zone));
        }
        Instant hour = SECOND.parse(period, Instant::from).truncatedTo(ChronoUnit.HOURS);
        return !hour.plus(1, ChronoUnit.HOURS).isAfter(now);
    }

    private void land(Path open, String name, Landing landing) throws IOException {
        Set<String> lines = new LinkedHashSet<>();
        Path landed = folder.resolve(name);
        if (Files.exists(landed)) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(landed))) {
                lines.addAll(lines(in));
            }
        }
        try (InputStream in = Files.newInputStream(open)) {
            lines.addAll(lines(in));
        }
        if (!lines.isEmpty()) {
            byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            landing.land(name, out -> pack(text, out));
        }
        Disk.local().remove(open);
        Disk.local().syncFolder(folder);
    }

    private static void pack(byte[] text, OutputStream out) throws IOException {
        try (GZIPOutputStream packed = new GZIPOutputStream(out);
                InputStream in = new ByteArrayInputStream(text)) {
            in.transferTo(packed);
        }
    }

    /** The whole lines. */
    private static List<String> lines(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** The time of the last poll that is no document yet; empty where there is none. */
    Optional<Instant> lastAt() throws IOException {
        List<Instant> times = new ArrayList<>();
        for (Path file : open()) {
            try (InputStream in = Files.newInputStream(file)) {
                List<String> lines = lines(in);
                if (!lines.isEmpty()) {
                    String last = lines.get(lines.size() - 1);
                    Poll.of(last.getBytes(StandardCharsets.UTF_8))
                            .map(Poll::at)
                            .ifPresent(times::add);
                }
            }
        }
        return times.stream().max(Comparator.naturalOrder());
    }

    private List<Path> open() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> OPEN.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
