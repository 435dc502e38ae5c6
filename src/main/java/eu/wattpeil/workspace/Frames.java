package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The places in reporting frames that KPIs can feed, from {@code jobs/frames.csv}: the workspace's
 * own file, or the one that comes with Wattpeil.
 */
public final class Frames {

    private static final String PATH = "jobs/frames.csv";
    private static final List<String> LANGUAGES = List.of("en", "nl", "fr");
    private static final Columns COLUMNS =
            new Columns(
                    List.of(
                            "frame",
                            "reference",
                            "title_en",
                            "title_nl",
                            "title_fr",
                            "source",
                            "grade"),
                    List.of());
    private static final ValueType<String> GRADE = ValueType.oneOf(Set.of("A", "B", "C"));

    private final Map<String, Frame> byWord;

    private Frames(Map<String, Frame> byWord) {
        this.byWord = byWord;
    }

    /** Reads the file; what is wrong with a row is noted. */
    public static Frames read(WorkspaceFiles files, Problems problems) {
        CsvTable table =
                files.find(PATH)
                        .map(file -> CsvTable.read(file, COLUMNS, problems))
                        .orElseGet(CsvTable::empty);
        Map<String, Frame> byWord = new LinkedHashMap<>();
        for (CsvRow row : table.rows()) {
            frame(row)
                    .filter(frame -> byWord.putIfAbsent(frame.word(), frame) != null)
                    .ifPresent(
                            frame ->
                                    row.problem(
                                            "frame and reference are \""
                                                    + frame.word()
                                                    + "\" again, expected each once"));
        }
        return new Frames(byWord);
    }

    private static Optional<Frame> frame(CsvRow row) {
        String frame = row.text("frame");
        Map<Locale, String> title = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            title.put(Locale.forLanguageTag(language), row.text("title_" + language));
        }
        String source = row.text("source");
        Optional<String> grade = row.required("grade", GRADE);
        return row.make(
                () -> new Frame(frame, row.raw("reference"), title, source, grade.orElseThrow()));
    }

    /** The frame that a header means by a word such as {@code ESRS E1-5}. */
    public Optional<Frame> named(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    /** All words, in the order of the file. */
    public List<String> words() {
        return new ArrayList<>(byWord.keySet());
    }
}
