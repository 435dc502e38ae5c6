package eu.wattpeil.collect;

import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Presets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What there is to read with, in words: readers, presets and kinds of sources. */
public final class FormatGuide {

    private final Presets presets;

    /**
     * @param presets those that can be named
     */
    public FormatGuide(Presets presets) {
        this.presets = presets;
    }

    /** What {@link #of} knows: formats, and kinds of sources. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(Formats.names(presets));
        names.addAll(Sources.names());
        return names;
    }

    /** All formats with the dataset that each fills, as a table in Markdown. */
    public String formats() {
        return Formats.names(presets).stream()
                .map(this::line)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("", "| Format | Fills | Files |\n|---|---|---|\n", ""));
    }

    /** All kinds of sources, as a table in Markdown. */
    public String sources() {
        return Sources.names().stream()
                .map(name -> Sources.named(name).orElseThrow())
                .map(kind -> "| `" + kind.name() + "` | " + kind.title() + " |\n")
                .collect(Collectors.joining("", "| Source | Documents |\n|---|---|\n", ""));
    }

    private Optional<String> line(String name) {
        Optional<Formats.Kind> reader = Formats.named(name);
        if (reader.isPresent()) {
            Set<String> datasets = reader.get().datasets();
            String fills =
                    datasets.isEmpty()
                            ? "any"
                            : datasets.stream()
                                    .sorted()
                                    .map(it -> "`" + it + "`")
                                    .collect(Collectors.joining(", "));
            return Optional.of(line(name, fills, reader.get().title()));
        }
        return presets.named(name)
                .map(preset -> line(name, "`" + preset.dataset() + "`", preset.title()));
    }

    private static String line(String name, String fills, String title) {
        return "| `" + name + "` | " + fills + " | " + title.replace("|", "\\|") + " |\n";
    }

    /** The options of a format or a kind of source, and a definition as an example. */
    public Optional<String> of(String name) {
        return Formats.named(name)
                .map(it -> guide(it.title(), OptionTable.of(name), it.example()))
                .or(() -> presets.named(name).map(FormatGuide::ofPreset))
                .or(() -> Sources.named(name).map(FormatGuide::ofSource));
    }

    private static String ofSource(Sources.Kind kind) {
        return guide(kind.title(), OptionTable.ofSource(kind.name()), kind.example());
    }

    private static String ofPreset(Preset preset) {
        String options =
                "A preset of `%s` that fills `%s`, with these options. Those of a definition go over them:"
                                .formatted(preset.reader(), preset.dataset())
                        + "\nsections are merged key by key, anything else replaces, and an empty key takes"
                        + " one away.\n\n"
                        + indented(preset.options().yaml());
        return guide(preset.title(), options, example(preset));
    }

    private static String example(Preset preset) {
        return "format: " + preset.name() + "\n" + preset.example().yaml();
    }

    /** The example of what there is, a whole definition in YAML. */
    String example(String name) {
        return Formats.named(name)
                .map(Formats.Kind::example)
                .or(() -> presets.named(name).map(FormatGuide::example))
                .or(() -> Sources.named(name).map(Sources.Kind::example))
                .orElseThrow();
    }

    private static String guide(String title, String options, String example) {
        return title + "\n\n" + options + "\nA definition:\n\n" + indented(example);
    }

    private static String indented(String yaml) {
        return yaml.indent(4);
    }
}
