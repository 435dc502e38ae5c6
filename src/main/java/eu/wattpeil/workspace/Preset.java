package eu.wattpeil.workspace;

import java.util.List;
import java.util.Optional;

/**
 * A file of {@code jobs/formats}: a format that is a reader with options, made for files of one
 * origin.
 *
 * @param name the file's name without ending, as definitions say it
 * @param title what files these are, in one line of English
 * @param reader what finds the records in a document
 * @param dataset the one that it fills
 * @param recognise what shows that a document is of this format
 * @param options of the reader; those of a definition go over them
 * @param example a definition without its {@code format}
 */
public record Preset(
        String name,
        String title,
        String reader,
        Place readerPlace,
        String dataset,
        Place datasetPlace,
        Marks recognise,
        Section options,
        Section example) {

    /**
     * What is in each document of a format, and so tells it from others.
     *
     * @param columns header texts that stand in one row
     * @param texts that stand in its first bytes
     * @param paths of JSON or XML, such as {@code data/result}: names joined by {@code /}, lists
     *     passed over
     * @param without texts that show that it is of another format with the same marks
     */
    public record Marks(
            List<String> columns, List<String> texts, List<String> paths, List<String> without) {

        public Marks {
            columns = List.copyOf(columns);
            texts = List.copyOf(texts);
            paths = List.copyOf(paths);
            without = List.copyOf(without);
        }

        /** Whether there is nothing to go by. */
        public boolean isEmpty() {
            return columns.isEmpty() && texts.isEmpty() && paths.isEmpty();
        }
    }

    /** The file it stands in, for messages. */
    public String file() {
        return readerPlace.file();
    }

    /** Whether it comes with Wattpeil. */
    public boolean isPackaged() {
        return WorkspaceFiles.isPackaged(file());
    }

    /** A definition that has only what the example says. */
    public Definition exampleDefinition() {
        Problems problems = example.problems();
        Section own =
                example.optionalSection("options").orElseGet(() -> Section.empty(file(), problems));
        return new Definition(
                name,
                dataset,
                example.place("dataset"),
                name,
                example.place(),
                Optional.of(this),
                example.section("source"),
                Optional.empty(),
                own.over(options),
                1);
    }
}
