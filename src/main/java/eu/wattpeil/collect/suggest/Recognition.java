package eu.wattpeil.collect.suggest;

import eu.wattpeil.workspace.Preset;
import java.util.List;
import java.util.Set;

/** Whether a document is of a format, by what the format's preset says that all of its have. */
public final class Recognition {

    private static final List<Character> DELIMITERS = List.of(';', '\t', ',', '|');
    private static final int ROWS = 50;

    private final Head head;
    private final Set<String> paths;

    /**
     * @param head of the document
     */
    public Recognition(Head head) {
        this.head = head;
        this.paths = Paths.of(head.text());
    }

    /** Whether all that the marks name is there. */
    public boolean fits(Preset.Marks marks) {
        return !marks.isEmpty()
                && marks.texts().stream().allMatch(head.text()::contains)
                && paths.containsAll(marks.paths())
                && (marks.columns().isEmpty() || hasHeader(marks.columns()));
    }

    private boolean hasHeader(List<String> columns) {
        return DELIMITERS.stream()
                .flatMap(delimiter -> head.rows(delimiter, ROWS).stream())
                .anyMatch(row -> row.containsAll(columns));
    }
}
