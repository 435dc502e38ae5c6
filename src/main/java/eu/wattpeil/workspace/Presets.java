package eu.wattpeil.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The presets of {@code jobs/formats}: those that come with Wattpeil, with the workspace's own in
 * their place or beside them. Each is read when it is asked for; what is wrong in it is noted.
 */
public final class Presets {

    private static final String FOLDER = "jobs/formats";

    private final WorkspaceFiles files;
    private final Set<String> datasetNames;
    private final Problems problems;
    private final Map<String, Optional<Preset>> read = new HashMap<>();

    /**
     * @param datasetNames what a preset can fill
     */
    public Presets(WorkspaceFiles files, Set<String> datasetNames, Problems problems) {
        this.files = files;
        this.datasetNames = datasetNames;
        this.problems = problems;
    }

    /** The names of all. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (WorkspaceFile file : files.under(FOLDER)) {
            if (isPreset(file.path())) {
                names.add(file.name());
            }
        }
        return names;
    }

    /** All that can be used, by name. */
    public List<Preset> all() {
        return names().stream().map(this::named).flatMap(Optional::stream).toList();
    }

    /** The workspace's own that can be used, by name; files that would not be read are noted. */
    public List<Preset> own() {
        List<Preset> own = new ArrayList<>();
        for (WorkspaceFile file : YamlFile.directlyIn(FOLDER, files.ownUnder(FOLDER), problems)) {
            named(file.name()).ifPresent(own::add);
        }
        return own;
    }

    /** Whether there is a file for it. */
    boolean has(String name) {
        String path = path(name);
        return isPreset(path) && files.find(path).isPresent();
    }

    /** The preset of a name; empty where there is none, or none that can be used. */
    public Optional<Preset> named(String name) {
        Optional<Preset> known = read.get(name);
        if (known == null) {
            known = has(name) ? files.find(path(name)).flatMap(this::read) : Optional.empty();
            read.put(name, known);
        }
        return known;
    }

    private static String path(String name) {
        return FOLDER + "/" + name + ".yaml";
    }

    private static boolean isPreset(String path) {
        return path.matches(FOLDER + "/" + YamlFile.NAME + "\\.yaml");
    }

    private Optional<Preset> read(WorkspaceFile file) {
        return YamlFile.read(file, problems).flatMap(section -> preset(file, section));
    }

    private Optional<Preset> preset(WorkspaceFile file, Section section) {
        int before = problems.count();
        String title = section.text("title");
        String reader = section.text("reader");
        section.required("dataset", ValueType.oneOf(datasetNames));
        String dataset = section.optionalText("dataset").orElse("");
        Preset.Marks marks = marks(section.section("recognise"));
        Section options = section.section("options");
        Section example = section.section("example");
        example.section("source");
        example.optionalSection("options");
        example.rejectUnknownKeys();
        section.rejectUnknownKeys();
        return problems.make(
                before,
                section.place(),
                () ->
                        new Preset(
                                file.name(),
                                title,
                                reader,
                                section.place("reader"),
                                dataset,
                                section.place("dataset"),
                                marks,
                                options,
                                example));
    }

    private static Preset.Marks marks(Section section) {
        Preset.Marks marks =
                new Preset.Marks(
                        section.texts("columns"),
                        section.texts("text"),
                        section.texts("paths"),
                        section.texts("without"));
        if (marks.isEmpty() && !section.has("columns")) {
            section.missing("columns or text or paths");
        }
        section.rejectUnknownKeys();
        return marks;
    }
}
