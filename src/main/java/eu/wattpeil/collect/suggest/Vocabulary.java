package eu.wattpeil.collect.suggest;

import eu.wattpeil.store.Column;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What columns of files are called, and what stands in them, in several languages: the files of
 * {@code jobs/suggest}, those that come with Wattpeil and a workspace's own.
 */
public final class Vocabulary {

    private static final String FOLDER = "jobs/suggest";

    /** Whose codes the sections of {@code codes} are; categories are a workspace's own. */
    private static final Map<String, Optional<Column>> CODED =
            Map.of(
                    "category", Optional.empty(),
                    "status", Optional.of(column("devices", "status")),
                    "condition", Optional.of(column("devices", "condition")),
                    "quantity", Optional.of(column("meter_readings", "quantity")),
                    "quality", Optional.of(column("meter_readings", "quality")));

    private final Map<Heading, List<String>> headings = new EnumMap<>(Heading.class);
    private final Map<String, Map<String, List<String>>> codes = new HashMap<>();
    private final Map<String, List<String>> registers = new HashMap<>();
    private final List<String> noes = new ArrayList<>();
    private final List<String> denials = new ArrayList<>();
    private final Set<String> nothing = new HashSet<>();
    private final Map<Heading, Pattern> anyOf = new EnumMap<>(Heading.class);
    private final Map<List<String>, Pattern> anyWord = new HashMap<>();

    private Vocabulary() {}

    private static Column column(String dataset, String name) {
        return Datasets.named(dataset).orElseThrow().columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Reads the files; what is wrong in them is noted. */
    public static Vocabulary read(WorkspaceFiles files, Problems problems) {
        Vocabulary read = new Vocabulary();
        files.sections(FOLDER, problems).values().forEach(read::add);
        return read;
    }

    /** Notes what is wrong in a workspace's own files; those that come with Wattpeil are sound. */
    public static void check(WorkspaceFiles files, Problems problems) {
        if (files.hasOwn(FOLDER)) {
            read(files, problems);
        }
    }

    private void add(Section file) {
        file.optionalSection("headers")
                .ifPresent(
                        section -> {
                            for (Heading heading : Heading.values()) {
                                headings.computeIfAbsent(heading, key -> new ArrayList<>())
                                        .addAll(words(section, heading.key()));
                            }
                            section.rejectUnknownKeys();
                        });
        file.optionalSection("texts")
                .ifPresent(
                        section -> {
                            noes.addAll(words(section, "no"));
                            denials.addAll(words(section, "denial"));
                            nothing.addAll(section.texts("nothing"));
                            section.rejectUnknownKeys();
                        });
        file.optionalSection("codes")
                .ifPresent(
                        section -> {
                            CODED.forEach((name, of) -> addCodes(section, name, of));
                            section.rejectUnknownKeys();
                        });
        file.optionalSection("registers").ifPresent(this::addRegisters);
        file.rejectUnknownKeys();
    }

    private void addRegisters(Section section) {
        for (Dataset dataset : Datasets.collected()) {
            section.optionalSection(dataset.name()).ifPresent(it -> addRegister(it, dataset));
        }
        section.rejectUnknownKeys();
    }

    private void addRegister(Section section, Dataset dataset) {
        Optional<Section> texts = section.optionalSection("texts");
        for (Column column : dataset.columns()) {
            String name = dataset.name() + "." + column.name();
            registers
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .addAll(words(section, column.name()));
            texts.ifPresent(
                    it ->
                            addMeanings(
                                    it.optionalSection(column.name()),
                                    name,
                                    Optional.of(column).filter(of -> !of.codes().isEmpty())));
        }
        texts.ifPresent(Section::rejectUnknownKeys);
        section.rejectUnknownKeys();
    }

    private void addCodes(Section section, String name, Optional<Column> of) {
        addMeanings(section.optionalSection(name), name, of);
    }

    private void addMeanings(Optional<Section> section, String name, Optional<Column> of) {
        Map<String, List<String>> all = codes.computeIfAbsent(name, key -> new LinkedHashMap<>());
        section.ifPresent(
                meanings -> {
                    for (String code : meanings.keys()) {
                        List<String> known = of.map(Column::codes).orElse(List.of(code));
                        if (!known.contains(code)) {
                            meanings.problem(
                                    code,
                                    name
                                            + " is with \""
                                            + code
                                            + "\""
                                            + Spelling.hint(code, known));
                        }
                        all.computeIfAbsent(code, key -> new ArrayList<>())
                                .addAll(words(meanings, code));
                    }
                });
    }

    /** The words of a key, plain; one without a letter or a digit is noted. */
    private static List<String> words(Section section, String key) {
        List<String> words = new ArrayList<>();
        for (String text : section.texts(key)) {
            String plain = Words.plain(text);
            if (plain.isEmpty()) {
                section.problem(
                        key, key + " is with \"" + text + "\", expected letters, digits or %");
            } else {
                words.add(plain);
            }
        }
        return words;
    }

    /** The words of headings, one after the other. */
    List<String> words(Heading... of) {
        List<String> words = new ArrayList<>();
        for (Heading heading : of) {
            words.addAll(headings.getOrDefault(heading, List.of()));
        }
        return words;
    }

    /** Whether a whole header names a column of a dataset. */
    boolean names(String header, Dataset dataset, Column column) {
        String plain = Words.plain(header);
        return plain.equals(Words.plain(column.name()))
                || registers
                        .getOrDefault(dataset.name() + "." + column.name(), List.of())
                        .contains(plain);
    }

    /** Finds any word of a heading in a plain text. */
    Pattern any(Heading heading) {
        return anyOf.computeIfAbsent(heading, it -> pattern(words(it)));
    }

    /** Finds such a word at the front of a plain text. */
    boolean isInFront(Heading heading, String plain) {
        String first = plain.contains(" ") ? plain.substring(0, plain.indexOf(' ')) : plain;
        return words(heading).contains(first);
    }

    /** The code that a text means, by a word in it; empty where none is known. */
    String code(String name, String text) {
        return codes.getOrDefault(name, Map.of()).entrySet().stream()
                .filter(entry -> Words.has(text, pattern(entry.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /**
     * The code that a text means by a word in it, but for words that it denies, as "not in use"
     * does; empty where none is known.
     */
    String codeNotDenied(String name, String text) {
        return Words.has(text, pattern(denials)) ? codeOfWhole(name, text) : code(name, text);
    }

    /** The code that a text means as a whole; empty where none is known. */
    String codeOfWhole(String name, String text) {
        String plain = Words.plain(text);
        return codes.getOrDefault(name, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private Pattern pattern(List<String> words) {
        return anyWord.computeIfAbsent(words, it -> Words.any(String.join("|", it)));
    }

    /** Whether a text says no. */
    boolean isNo(String text) {
        return Words.has(text, pattern(noes));
    }

    /** Whether a text stands for no value. */
    boolean isNothing(String text) {
        return nothing.contains(text);
    }
}
