package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            Properties one = new Properties();
            try {
                one.load(new StringReader(whole.toString()));
            } catch (IllegalArgumentException malformed) {
                problems.add(place, line, "a text has \\u without four hexadecimal digits");
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            for (String key : one.stringPropertyNames()) {
                Integer before = first.putIfAbsent(key, line);
                if (before == null) {
                    entries.add(new Entry(key, one.getProperty(key), line));
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
