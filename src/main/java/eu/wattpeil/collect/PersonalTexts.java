package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which texts rows of print jobs may keep. A field that is missing moves a user or a title into the
 * place of another text, so only known texts stay.
 *
 * @param printers the names of printers; empty where any text may be one
 * @param departments the ids of departments
 * @param pseudonym what stands for a user's name; null for nothing
 */
record PersonalTexts(
        Optional<Set<String>> printers,
        Set<String> departments,
        UnaryOperator<@Nullable String> pseudonym) {

    private static final String ANY = "any";

    /** Of every format that gives print jobs. */
    static final Option<List<String>> PRINTERS =
            new Option<>(
                    "printers",
                    OptionType.texts("names of printers, or `any`"),
                    "for print jobs: which printers there are, beside those of"
                            + " `config/printers.csv`; a row of another one is a reject",
                    "none");

    PersonalTexts {
        printers = printers.map(Set::copyOf);
        departments = Set.copyOf(departments);
    }

    /**
     * Reads the option {@code printers} of a definition: {@code any}, or names beside those of the
     * workspace. Where nobody names a printer, that is a problem.
     */
    static PersonalTexts of(
            Workspace workspace, Definition definition, Dataset dataset, Pseudonym pseudonym) {
        Section options = definition.options();
        Set<String> departments = workspace.departmentIds();
        if (!concerns(dataset)) {
            return new PersonalTexts(Optional.empty(), departments, pseudonym);
        }
        List<String> named = PRINTERS.read(options).orElse(List.of());
        if (!options.isList(PRINTERS.key()) && named.equals(List.of(ANY))) {
            return new PersonalTexts(Optional.empty(), departments, pseudonym);
        }
        Set<String> printers = new TreeSet<>(workspace.printerIds());
        printers.addAll(named);
        if (printers.isEmpty()) {
            definition
                    .options()
                    .problems()
                    .add(
                            definition.datasetPlace(),
                            "no printer is known, expected their names in config/printers.csv or in"
                                    + " the option printers (wattpeil suggest printers "
                                    + definition.file()
                                    + " shows which there are), or printers: any");
        }
        return new PersonalTexts(Optional.of(printers), departments, pseudonym);
    }

    /** The same without anything of some users. */
    PersonalTexts without(Predicate<String> isErased) {
        return new PersonalTexts(
                printers,
                departments,
                user -> user != null && isErased.test(user) ? null : pseudonym.apply(user));
    }

    /** Whether rows of a dataset may keep known texts only. */
    static boolean concerns(Dataset dataset) {
        return dataset.equals(Datasets.PRINT_JOBS);
    }

    /** All that decides what becomes of a text, but for the key of pseudonyms. */
    String canonical() {
        return printers.map(it -> new TreeSet<>(it).toString()).orElse(ANY)
                + new TreeSet<>(departments);
    }
}
