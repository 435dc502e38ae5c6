package eu.wattpeil.collect;

import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Workspace;
import java.util.Optional;

/** Whether the presets of a workspace fit their readers, whether a definition names them or not. */
final class PresetCheck {

    private PresetCheck() {}

    /**
     * Notes what is wrong in the workspace's own. What a preset leaves open stands in its example,
     * so both are read together.
     */
    static void check(Workspace workspace, Pseudonym pseudonym, Problems problems) {
        for (Preset preset : Formats.presets(workspace.files(), problems).own()) {
            if (isOfReader(preset, problems)) {
                Intake.of(workspace, preset.exampleDefinition(), pseudonym, problems);
            }
        }
    }

    private static boolean isOfReader(Preset preset, Problems problems) {
        Optional<Formats.Kind> reader = Formats.named(preset.reader());
        if (Formats.names().contains(preset.name())) {
            problems.add(
                    preset.file(),
                    0,
                    "the file's name is that of the reader "
                            + preset.name()
                            + ", expected one of its own");
            return false;
        }
        if (reader.isEmpty()) {
            problems.add(
                    preset.readerPlace(),
                    "reader is \""
                            + preset.reader()
                            + "\""
                            + Spelling.hint(preset.reader(), Formats.names()));
            return false;
        }
        boolean isFitting =
                Datasets.named(preset.dataset()).filter(reader.get()::fills).isPresent();
        if (!isFitting) {
            problems.add(
                    preset.datasetPlace(),
                    "dataset is \""
                            + preset.dataset()
                            + "\", expected "
                            + String.join(" or ", reader.get().datasets())
                            + " for reader "
                            + preset.reader());
        }
        return isFitting;
    }
}
