package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads a file of {@link Properties} with the line of every key. */
final class PropertiesFile {

    private PropertiesFile() {}

    /**
     * A text with its key.
     *
     * @param line where it begins
     */
    record Entry(String key, String text, int line) {}

    /** The entries in their order; none, with a problem, of what cannot be read. */
    static List<Entry> read(WorkspaceFile file, Problems problems) {
        return file.text(problems)
                .map(text -> read(text, file.place(), problems))
                .orElse(List.of());
    }

    private static List<Entry> read(String text, String place, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> first = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            StringBuilder whole = new StringBuilder(lines.get(i));
            while (goesOn(lines.get(i)) && i + 1 < lines.size()) {
                i++;
                whole.append('\n').append(lines.get(i));
            }
            Optional<Entry> entry =
                    whole.indexOf("\\") < 0
                            ? plain(whole.toString(), line)
                            : escaped(whole.toString(), line, place, problems);
            if (entry.isPresent()) {
                String key = entry.get().key();
                Integer before = first.putIfAbsent(key, line);
                if (before == null) {
                    entries.add(entry.get());
                } else {
                    problems.add(
                            place,
                            line,
                            "key \""
                                    + key
                                    + "\" is given twice, first in line "
                                    + before
                                    + ", expected it once");
                }
            }
        }
        return entries;
    }

    /** That of a line without a backslash: most are, and to make a table for each takes long. */
    static Optional<Entry> plain(String text, int line) {
        int start = afterSpace(text, 0);
        if (start == text.length() || "#!".indexOf(text.charAt(start)) >= 0) {
            return Optional.empty();
        }
        int end = start;
        while (end < text.length() && "=: \t\f".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        int value = afterSpace(text, end);
        if (value < text.length() && "=:".indexOf(text.charAt(value)) >= 0) {
            value = afterSpace(text, value + 1);
        }
        return Optional.of(new Entry(text.substring(start, end), text.substring(value), line));
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static Optional<Entry> escaped(String text, int line, String place, Problems problems) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(text));
        } catch (IllegalArgumentException malformed) {
            problems.add(place, line, "a text has \\u without four hexadecimal digits");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return one.stringPropertyNames().stream()
                .findFirst()
                .map(key -> new Entry(key, one.getProperty(key), line));
    }

    /** Whether the next line belongs to this one: it ends in an odd number of backslashes. */
    private static boolean goesOn(String line) {
        String start = line.stripLeading();
        if (start.startsWith("#") || start.startsWith("!")) {
            return false;
        }
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }
}
