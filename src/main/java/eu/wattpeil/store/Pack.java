package eu.wattpeil.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file with the rows that several documents have in a month of a dataset, in place of a file of
 * each. Its record says of which: from the instant at which that is in place the pack counts for
 * these documents, and their own files in that month do not.
 *
 * @param file the pack, below the root of the store
 * @param members by id, how many rows of the pack are of a document, in the order of its rows
 * @param gone ids of documents whose rows are in it and count no more, until it is written anew
 * @param replaced names of packs of the month that it took the place of
 */
record Pack(
        String dataset,
        YearMonth month,
        StoredFile file,
        Map<String, Long> members,
        SortedSet<String> gone,
        SortedSet<String> replaced) {

    /** The folder of the records. */
    static final String FOLDER = "_packs";

    /** The first line of each. */
    static final String HEADER = "dataset,month,pack,part,name,row_count,bytes,checksum\n";

    /** What a name of a pack begins with. */
    static final String PREFIX = "pack-";

    private static final Pattern RECORD =
            Pattern.compile("([a-z_]+)-(\\d{4}-(?:0[1-9]|1[0-2]))\\.csv");
    private static final Pattern LINE =
            Pattern.compile(
                    "[a-z_]+,[0-9-]{7},(pack-[0-9a-f]+-[0-9]+\\.parquet),"
                            + "(pack|document|gone|replaced),"
                            + "([0-9a-z.-]+),([0-9]{0,18}),([0-9]{0,18}),([0-9a-f]{0,8})");

    Pack {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        gone = Collections.unmodifiableSortedSet(new TreeSet<>(gone));
        replaced = Collections.unmodifiableSortedSet(new TreeSet<>(replaced));
    }

    /** Of which dataset and month a record is. */
    record Place(String dataset, YearMonth month) {

        /** Of a record, by its name; empty where it is none. */
        static Optional<Place> of(String name) {
            Matcher matcher = RECORD.matcher(name);
            return matcher.matches()
                    ? Optional.of(new Place(matcher.group(1), YearMonth.parse(matcher.group(2))))
                    : Optional.empty();
        }

        /** The record, below the root of the store. */
        String record() {
            return FOLDER + "/" + dataset + "-" + month + ".csv";
        }
    }

    /** The name of a pack of some bytes: the same bytes have the same name. */
    static String name(long bytes, long checksum) {
        return PREFIX + Long.toHexString(checksum) + "-" + bytes + ".parquet";
    }

    /** Whether a file of a month is named as a pack. */
    static boolean isOne(String fileName) {
        return fileName.startsWith(PREFIX);
    }

    Place place() {
        return new Place(dataset, month);
    }

    /** Its own name. */
    String name() {
        return file.file().substring(file.file().lastIndexOf('/') + 1);
    }

    /** How many rows count. */
    long rows() {
        return members.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same pack without some documents, whose rows are in it as before. */
    Pack without(Collection<String> documentIds) {
        Map<String, Long> left = new LinkedHashMap<>(members);
        left.keySet().removeAll(documentIds);
        SortedSet<String> all = new TreeSet<>(gone);
        all.addAll(documentIds);
        return new Pack(dataset, month, file, left, all, replaced);
    }

    /** Its record. */
    String text() {
        StringBuilder text = new StringBuilder(HEADER);
        String start = dataset + "," + month + "," + name() + ",";
        text.append(start).append("pack,").append(name()).append(',').append(rows());
        text.append(',').append(file.bytes()).append(',');
        text.append(Long.toHexString(file.checksum())).append('\n');
        members.forEach(
                (id, rows) ->
                        text.append(start)
                                .append("document,")
                                .append(id)
                                .append(',')
                                .append(rows)
                                .append(",,\n"));
        gone.forEach(id -> text.append(start).append("gone,").append(id).append(",,,\n"));
        replaced.forEach(
                name -> text.append(start).append("replaced,").append(name).append(",,,\n"));
        return text.toString();
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException where the text is none
     */
    static Pack parse(Place place, String text) {
        List<StoredFile> file = new ArrayList<>();
        Map<String, Long> members = new LinkedHashMap<>();
        SortedSet<String> gone = new TreeSet<>();
        SortedSet<String> replaced = new TreeSet<>();
        long rows = 0;
        if (!text.startsWith(HEADER) || !text.endsWith("\n")) {
            throw new IllegalArgumentException("Cannot read record of a pack: " + place.record());
        }
        for (String line : text.substring(HEADER.length()).lines().toList()) {
            Matcher part = LINE.matcher(line);
            if (!part.matches() || !line.startsWith(place.dataset() + "," + place.month() + ",")) {
                throw new IllegalArgumentException("Cannot read record of a pack: " + line);
            }
            String name = part.group(3);
            switch (part.group(2)) {
                case "pack" -> {
                    rows = Long.parseLong(part.group(4));
                    file.add(
                            new StoredFile(
                                    StoreLayout.file(place.dataset(), place.month(), name),
                                    Long.parseLong(part.group(5)),
                                    Long.parseLong(part.group(6), 16)));
                }
                case "document" -> members.put(name, Long.parseLong(part.group(4)));
                case "gone" -> gone.add(name);
                default -> replaced.add(name);
            }
        }
        if (file.size() != 1) {
            throw new IllegalArgumentException("Cannot read record of a pack: no pack");
        }
        Pack pack = new Pack(place.dataset(), place.month(), file.get(0), members, gone, replaced);
        if (pack.rows() != rows) {
            throw new IllegalArgumentException("Cannot read record of a pack: " + rows + " rows");
        }
        return pack;
    }
}
