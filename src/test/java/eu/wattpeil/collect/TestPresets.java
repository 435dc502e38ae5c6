package eu.wattpeil.collect;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Presets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The presets that come with Wattpeil, as they stand in {@code jobs/formats}. */
final class TestPresets {

    static final Presets PRESETS = Formats.presets(new WorkspaceFiles(Path.of("")), new Problems());

    /** What texts mean by the table of classes that comes with Wattpeil. */
    static final Map<String, String> CATEGORIES = categories();

    private TestPresets() {}

    private static Map<String, String> categories() {
        Map<String, String> categories = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(Path.of("config/device-profiles.csv"))) {
            for (NamedCsvRecord row : rows) {
                for (String text : row.getField("known_as").split("\\|")) {
                    categories.put(text, row.getField("category_id"));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return categories;
    }

    static List<Preset> all() {
        return PRESETS.all();
    }

    static Optional<Preset> named(String name) {
        return PRESETS.named(name);
    }
}
