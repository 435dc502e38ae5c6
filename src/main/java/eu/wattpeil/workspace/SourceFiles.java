package eu.wattpeil.workspace;

import eu.wattpeil.workspace.CsvTable.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads every {@code config/sources*.csv}: how the sources, licences and vintages of values read in
 * other languages than the English that their tables are in.
 */
final class SourceFiles {

    /** The one that comes with Wattpeil, or that stands in its place. */
    private static final String PACKAGED = "config/sources.csv";

    private static final String SOURCES = "config/sources[^/]*\\.csv";
    private static final String ENGLISH = "en";

    private final Set<String> languages;
    private final List<CsvTable> all = new ArrayList<>();
    private final List<CsvTable> added = new ArrayList<>();

    SourceFiles(WorkspaceFiles files, Problems problems) {
        this.languages = new TreeSet<>(Texts.languages(files));
        languages.remove(ENGLISH);
        Columns columns = new Columns(List.of(ENGLISH), List.copyOf(languages));
        for (WorkspaceFile file : files.under("config")) {
            if (isSources(file.path())) {
                CsvTable table = CsvTable.read(file, columns, problems);
                if (file.path().equals(PACKAGED)) {
                    all.add(0, table);
                } else {
                    all.add(table);
                    added.add(table);
                }
            }
        }
    }

    static boolean isSources(String path) {
        return path.matches(SOURCES);
    }

    /**
     * The texts by what they are in English, and by language: a language that a row says nothing in
     * is not there.
     */
    SortedMap<String, SortedMap<String, String>> texts() {
        SortedMap<String, SortedMap<String, String>> texts = new TreeMap<>();
        for (CsvTable table : all) {
            for (CsvRow row : table.rows()) {
                SortedMap<String, String> byLanguage = new TreeMap<>();
                for (String language : languages) {
                    String text = row.raw(language);
                    if (!text.isEmpty()) {
                        byLanguage.put(language, text);
                    }
                }
                texts.put(row.raw(ENGLISH), byLanguage);
            }
        }
        return texts;
    }

    /**
     * Notes what is wrong with the rows. One of a file that the workspace adds says how something
     * reads that is there: with a slip it would be left unsaid in silence. The packaged file, or
     * one in its place, may also speak of tables that the workspace has put others in place of.
     *
     * @param used the sources, licences and vintages of all values
     */
    void check(Set<String> used) {
        all.forEach(table -> table.rows().forEach(row -> row.text(ENGLISH)));
        for (CsvTable table : added) {
            for (CsvRow row : table.rows()) {
                String english = row.raw(ENGLISH);
                if (!english.isEmpty() && !used.contains(english)) {
                    row.problem(ENGLISH + " is \"" + english + "\"" + hint(english, used));
                }
            }
        }
        CsvTable.rejectRepeated(all, ENGLISH);
    }

    private static String hint(String english, Set<String> used) {
        return Spelling.nearest(english, used)
                .map(Spelling::meant)
                .orElse(
                        ", expected a source, licence or vintage as config/factors*.csv, prices.csv,"
                                + " thresholds.csv and sheet-lines.csv have it");
    }
}
