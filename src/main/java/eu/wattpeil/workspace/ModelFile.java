package eu.wattpeil.workspace;

import java.util.List;

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
