package eu.wattpeil.store.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Which files the store has, and who may change them: the one with the greatest number counts.
 *
 * @param number one more than that of the head before
 * @param claim number of the head by which the writer took the store
 * @param holder the writer; empty where it gave the store back, with all put in order
 * @param nonce of this writing alone
 * @param files by path, in order
 */
public record Head(
        long number,
        long claim,
        Optional<Holder> holder,
        String nonce,
        NavigableMap<String, RemoteFile> files) {

    static final String FOLDER = "heads";

    private static final String FIRST_LINE = "wattpeil store 1";
    private static final String NOBODY = "-";
    private static final int HEADER_LINES = 6;

    public Head {
        files = Collections.unmodifiableNavigableMap(files);
    }

    /**
     * Who writes.
     *
     * @param copy the working copy that it writes from: one process at a time works on one
     * @param words as another process shall read it
     */
    public record Holder(String copy, String words) {}

    /** The head of a store that is not begun. */
    public static Head none() {
        return new Head(0, 0, Optional.empty(), "", new TreeMap<>());
    }

    /** Files as a head has them. */
    static NavigableMap<String, RemoteFile> byPath(Collection<RemoteFile> files) {
        NavigableMap<String, RemoteFile> found = new TreeMap<>();
        files.forEach(file -> found.put(file.path(), file));
        return found;
    }

    String name() {
        return FOLDER + "/" + digits(number);
    }

    static String digits(long number) {
        return String.format(Locale.ROOT, "%012d", number);
    }

    /** The head as one object, or as a file. */
    public byte[] bytes() {
        List<String> lines = new ArrayList<>(files.size() + HEADER_LINES);
        lines.add(FIRST_LINE);
        lines.add("number " + number);
        lines.add("claim " + claim);
        lines.add("copy " + holder.map(Holder::copy).orElse(NOBODY));
        lines.add("holder " + holder.map(Holder::words).orElse(NOBODY));
        lines.add("nonce " + nonce);
        files.values().forEach(file -> lines.add(file.line()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a head.
     *
     * @throws IllegalArgumentException where it is damaged, or made by a newer version
     */
    public static Head parse(byte[] bytes) {
        List<String> lines = lines(bytes);
        if (lines.size() < HEADER_LINES || !lines.get(0).equals(FIRST_LINE)) {
            throw new IllegalArgumentException("Cannot read head: no \"" + FIRST_LINE + "\"");
        }
        String copy = value(lines, 3, "copy");
        Optional<Holder> holder =
                copy.equals(NOBODY)
                        ? Optional.empty()
                        : Optional.of(new Holder(copy, value(lines, 4, "holder")));
        return new Head(
                Long.parseLong(value(lines, 1, "number")),
                Long.parseLong(value(lines, 2, "claim")),
                holder,
                value(lines, 5, "nonce"),
                byPath(
                        lines.subList(HEADER_LINES, lines.size()).stream()
                                .map(RemoteFile::parse)
                                .toList()));
    }

    private static List<String> lines(byte[] bytes) {
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException damaged) {
            throw new IllegalArgumentException("Cannot read head: damaged", damaged);
        }
    }

    private static String value(List<String> lines, int line, String key) {
        if (!lines.get(line).startsWith(key + " ")) {
            throw new IllegalArgumentException("Cannot read head: no " + key);
        }
        return lines.get(line).substring(key.length() + 1);
    }
}
