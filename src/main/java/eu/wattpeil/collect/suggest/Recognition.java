package eu.wattpeil.collect.suggest;

import eu.wattpeil.collect.Document;
import eu.wattpeil.workspace.Preset;
import java.io.IOException;
import java.io.InputStream;
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

    /** The names of those presets that recognise a document. */
    public static List<String> of(Document document, List<Preset> presets) throws IOException {
        return presets(document, presets).stream().map(Preset::name).toList();
    }

    /** Those presets that recognise a document. */
    static List<Preset> presets(Document document, List<Preset> presets) throws IOException {
        try (InputStream in = document.open()) {
            Recognition recognition = new Recognition(Head.of(in));
            return presets.stream().filter(preset -> recognition.fits(preset.recognise())).toList();
        }
    }

    /** Whether all that the marks name is there. */
    public boolean fits(Preset.Marks marks) {
        return !marks.isEmpty()
                && marks.texts().stream().allMatch(head.text()::contains)
                && marks.without().stream().noneMatch(head.text()::contains)
                && paths.containsAll(marks.paths())
                && (marks.columns().isEmpty() || hasHeader(marks.columns()));
    }

    private boolean hasHeader(List<String> columns) {
        return DELIMITERS.stream()
                .flatMap(delimiter -> head.rows(delimiter, ROWS).stream())
                .anyMatch(row -> row.containsAll(columns));
    }
}
