package eu.wattpeil.collect;

import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Presets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The presets that come with Wattpeil, as they stand in {@code jobs/formats}. */
final class TestPresets {

    static final Presets PRESETS = Formats.presets(new WorkspaceFiles(Path.of("")), new Problems());

    private TestPresets() {}

    static List<Preset> all() {
        return PRESETS.all();
    }

    static Optional<Preset> named(String name) {
        return PRESETS.named(name);
    }
}
