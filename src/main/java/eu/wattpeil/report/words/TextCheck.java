package eu.wattpeil.report.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Texts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the texts of a workspace's own {@code jobs/texts} against those of English. */
public final class TextCheck {

    private static final String ENGLISH = "en";
    private static final String KPI = "kpi.";
    private static final String FINDING = "finding.";
    private static final Set<String> KPI_PARTS =
            Set.of("title", "singular", "plural", "numerator", "denominator", "formula", "source");

    /** What a report may do without: then the plain name stands there. */
    private static final List<String> OPTIONAL =
            List.of(
                    "unit.",
                    "factor.",
                    "kind.",
                    "sheet.",
                    "shift.",
                    "mail.role.",
                    "detail.",
                    "role.",
                    "keys.mark.",
                    "impact.missing.",
                    KPI,
                    FINDING);

    /** What a rule of the workspace's own may say. */
    private static final Pattern OF_A_RULE =
            Pattern.compile(
                    "finding\\.(\\w+\\.(title|advice|assumption|confirmation)|(fact|missing)\\.\\w+)");

    /** Unknown keys above which the file is of something else, and no key is a slip. */
    private static final int MOST_HINTS = 50;

    private TextCheck() {}

    public static void check(Texts texts, Collection<Kpi> catalogue, Problems problems) {
        Set<String> kpis = catalogue.stream().map(Kpi::kpiId).collect(Collectors.toSet());
        Set<String> languages = new TreeSet<>();
        long unknown = texts.own().stream().filter(own -> isUnknown(own.key(), texts)).count();
        for (Texts.Own own : texts.own()) {
            languages.add(own.language());
            problem(own, texts, kpis, unknown <= MOST_HINTS)
                    .ifPresent(found -> problems.add(own.file(), own.line(), found));
        }
        for (String language : languages) {
            missing(language, texts)
                    .ifPresent(
                            found ->
                                    problems.add(
                                            "jobs/texts/" + language + ".properties", 1, found));
        }
    }

    /** What is wrong with a text; empty where it can be said. */
    private static Optional<String> problem(
            Texts.Own own, Texts texts, Set<String> kpis, boolean isHinted) {
        String key = own.key();
        if (key.startsWith(KPI)) {
            return kpiProblem(key, kpis);
        }
        Optional<String> english = texts.packaged(ENGLISH, key);
        if (isUnknown(key, texts)) {
            String hint =
                    isHinted
                            ? Spelling.hint(key, alike(key, texts.keys(ENGLISH)))
                            : ", expected a key of English";
            return Optional.of("unknown key \"" + key + "\"" + hint);
        }
        if (english.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = names(english.get(), ENGLISH);
        try {
            Set<String> found = names(own.text(), own.language());
            return found.equals(names)
                    ? Optional.empty()
                    : Optional.of(key + " fills in " + found + ", expected " + names);
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Optional.of(
                    key + " is no ICU message, expected pairs of braces: " + english.get());
        }
    }

    private static boolean isUnknown(String key, Texts texts) {
        return texts.packaged(ENGLISH, key).isEmpty()
                && !OF_A_RULE.matcher(key).matches()
                && OPTIONAL.stream().filter(it -> !it.equals(FINDING)).noneMatch(key::startsWith);
    }

    /** The keys that a slip could have meant: those of findings, or of what is none. */
    private static List<String> alike(String key, Set<String> known) {
        return known.stream()
                .filter(it -> !it.startsWith(KPI))
                .filter(it -> !it.equals(key))
                .filter(it -> it.startsWith(FINDING) == key.startsWith(FINDING))
                .toList();
    }

    private static Optional<String> kpiProblem(String key, Set<String> kpis) {
        int point = key.lastIndexOf('.');
        String part = key.substring(point + 1);
        if (point < KPI.length() || !KPI_PARTS.contains(part)) {
            return Optional.of("unknown key \"" + key + "\"" + Spelling.hint(part, KPI_PARTS));
        }
        String kpi = key.substring(KPI.length(), point);
        return kpis.contains(kpi)
                ? Optional.empty()
                : Optional.of("kpi is \"" + kpi + "\"" + Spelling.hint(kpi, kpis));
    }

    private static Optional<String> missing(String language, Texts texts) {
        Set<String> missing = new TreeSet<>(texts.keys(ENGLISH));
        missing.removeAll(texts.keys(language));
        missing.removeIf(key -> OPTIONAL.stream().anyMatch(key::startsWith));
        return missing.stream()
                .findFirst()
                .map(
                        first ->
                                "no text for \""
                                        + first
                                        + (missing.size() == 1
                                                ? "\""
                                                : "\" and " + (missing.size() - 1) + " more")
                                        + ", expected one for each key of English");
    }

    /**
     * The names that a text fills in.
     *
     * @throws IllegalArgumentException for what is no message
     */
    static Set<String> names(String text, String language) {
        MessageFormat format = new MessageFormat(text, ULocale.forLanguageTag(language));
        return new HashSet<>(format.getArgumentNames());
    }
}
