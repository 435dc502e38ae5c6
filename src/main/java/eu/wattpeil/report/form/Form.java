package eu.wattpeil.report.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A form in which a report is written. A new one is a class, and a line in {@link Forms}. */
public interface Form {

    /** The name by which a report's definition asks for it. */
    String name();

    /** The files that it writes for readers of these languages, in the order of the languages. */
    List<File> files(List<Locale> languages);

    /**
     * The content of one of the files that {@link #files} names. The same report gives the same
     * bytes; several threads may ask at once, each for a file.
     */
    byte[] render(Manuscript manuscript, File file);

    /**
     * Whether a file of it takes many times as long as one of most others. Such are begun first, so
     * that none is left to be made alone in the end.
     */
    default boolean isSlow() {
        return false;
    }

    /**
     * A file of a report.
     *
     * @param language of its readers; empty for a file that is for all
     */
    record File(String name, Optional<Locale> language) {

        /** Files for the readers of each language, by the languages. */
        static List<File> each(List<Locale> languages, Function<Locale, String> name) {
            return languages.stream()
                    .map(language -> new File(name.apply(language), Optional.of(language)))
                    .toList();
        }

        /** Its name without the language, such as {@code report.pdf}. */
        String nameInAll() {
            return language.map(it -> name.replace("." + it.getLanguage() + ".", ".")).orElse(name);
        }

        public static File forAll(String name) {
            return new File(name, Optional.empty());
        }
    }

    /** A file that is ready to be written. */
    record Rendered(String file, byte[] bytes) {}
}
