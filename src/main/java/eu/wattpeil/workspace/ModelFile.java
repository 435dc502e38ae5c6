package eu.wattpeil.workspace;

import java.util.List;
import java.util.Optional;

/**
 * A SQL file of {@code jobs/models}.
 *
 * @param layer {@code staging}, {@code intermediate} or {@code kpi}; empty for a file that stands
 *     directly in {@code jobs/models}: a prelude that prepares an engine
 * @param name the relation it gives: the file's name without ending
 * @param sql its text
 * @param file where it stands: relative to the workspace, or in the program, for messages
 */
public record ModelFile(String layer, String name, String sql, String file) {

    /** What its header says of a key, on the line of the key; empty where it says nothing. */
    Optional<String> header(String key) {
        String start = "-- " + key + ":";
        return sql.lines()
                .takeWhile(line -> line.startsWith("--"))
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** The line on which its statement begins; the first where it has none. */
    public int statementLine() {
        List<String> lines = sql.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("--")) {
                return i + 1;
            }
        }
        return 1;
    }
}
