package eu.wattpeil.cli;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Formats;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Glance;
import eu.wattpeil.collect.Trial;
import eu.wattpeil.collect.Unreadable;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.collect.suggest.Suggester;
import eu.wattpeil.collect.suggest.Vocabulary;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Preset;
import eu.wattpeil.workspace.Presets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Prints definitions for files of which nobody has said what they are. */
final class FileSuggestions {

    private static final String GLOB_SIGNS = "([\\\\*?\\[\\]{}])";

    private final Path root;
    private final Clock clock;
    private final Suggester suggester;
    private final Workspace workspace;

    /**
     * @param root the workspace, which may lack anything
     */
    FileSuggestions(Path root, Clock clock) {
        this(root, clock, preset -> true);
    }

    /** As above, with those presets that may recognise a file. */
    FileSuggestions(Path root, Clock clock, Predicate<Preset> isTried) {
        this.root = root;
        this.clock = clock;
        Set<String> datasets =
                Datasets.collected().stream().map(Dataset::name).collect(Collectors.toSet());
        // What is wrong elsewhere in the workspace is no obstacle.
        workspace = Workspace.load(root, datasets, new Problems());
        Presets presets = Formats.presets(workspace.files(), new Problems());
        suggester =
                new Suggester(
                        new Trial(
                                presets,
                                workspace.settings().zone(),
                                workspace.departmentIds(),
                                DeviceProfile.texts(workspace.deviceProfiles()),
                                clock.instant()),
                        presets.all().stream().filter(isTried).toList(),
                        Vocabulary.read(workspace.files(), new Problems()));
    }

    /**
     * Prints the definition for a file, with what is doubtful and the first rows as comments.
     *
     * @param err where it is said why there is none
     * @return whether there is one
     */
    boolean print(Path file, PrintWriter out, PrintWriter err) throws IOException {
        Path folder = folder(file.toAbsolutePath().normalize());
        String name = file.getFileName().toString();
        SeenFiles seen = SeenFiles.load(root.resolve(".wattpeil/none"), clock);
        Landing landing = new Landing(root, "suggest", clock, () -> false);
        String pattern = name.replaceAll(GLOB_SIGNS, "\\\\$1");
        Found found = new Reach(folder, landing, seen).files(List.of(pattern));
        found.unreadable().stream()
                .map(Unreadable::message)
                .map(FileSuggestions::shown)
                .forEach(err::println);
        if (found.documents().isEmpty()) {
            if (found.unreadable().isEmpty()) {
                err.println(shown(name + ": there is no document in it"));
            }
            return false;
        }
        boolean isPrinted = print(found.documents().get(0), origin(file), name, out, err);
        if (isPrinted && found.documents().size() > 1) {
            comment(
                    out,
                    name
                            + " holds "
                            + found.documents().size()
                            + " documents; this is by the first");
        }
        return isPrinted;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private Suggester.Origin origin(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        String name = path.getFileName().toString();
        int dot = name.indexOf('.');
        String ending = dot > 0 ? name.substring(dot) : "";
        String key =
                (dot > 0 ? name.substring(0, dot) : name)
                        .replaceAll("\\d{4,}|\\d{1,4}[-_.]\\d{1,2}([-_.]\\d{1,4})?", "")
                        .replaceAll("[^\\p{L}\\d]+", "-")
                        .replaceAll("^-|-$", "")
                        .toLowerCase(Locale.ROOT);
        key = key.isEmpty() ? "meter" : key;
        boolean isInside = path.startsWith(root) && !folder(path).equals(root);
        String folder =
                isInside
                        ? root.relativize(folder(path)).toString().replace('\\', '/')
                        : "inbox/" + key;
        LocalDate changedOn =
                LocalDate.ofInstant(
                        Files.getLastModifiedTime(path).toInstant(), workspace.settings().zone());
        return new Suggester.Origin(folder + "/*" + ending, key, changedOn);
    }

    private boolean print(
            Document document,
            Suggester.Origin origin,
            String name,
            PrintWriter out,
            PrintWriter err)
            throws IOException {
        Suggester.Suggestion suggestion = suggester.of(document, origin);
        if (suggestion.yaml().isEmpty()) {
            suggestion.doubts().forEach(doubt -> err.println(shown(name + ": " + doubt)));
            return false;
        }
        comment(out, name + ": for a file such as jobs/collect/" + origin.key() + ".yaml");
        out.print(suggestion.yaml());
        suggestion.doubts().forEach(doubt -> comment(out, "doubtful: " + doubt));
        suggestion
                .result()
                .ifPresent(
                        result -> {
                            result.problems().forEach(it -> comment(out, it.toString()));
                            result.glance().ifPresent(glance -> preview(glance, out));
                        });
        return true;
    }

    private static void preview(Glance glance, PrintWriter out) {
        comment(
                out,
                "read so, its first 4 MB have "
                        + glance.records()
                        + (glance.records() == 1 ? " row" : " rows")
                        + " and "
                        + glance.rejects()
                        + (glance.rejects() == 1 ? " reject" : " rejects"));
        glance.firstRows().forEach(row -> comment(out, "  " + row));
        glance.examples().forEach(reject -> comment(out, "  " + reject));
    }

    private static void comment(PrintWriter out, String text) {
        out.println("# " + shown(text));
    }

    /** Of a file there may be signs that a terminal would obey. */
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }
}
