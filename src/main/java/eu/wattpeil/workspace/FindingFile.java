package eu.wattpeil.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code config/findings.yaml}: decisions on findings, and rules that are switched off. */
final class FindingFile {

    static final String FINDINGS = "config/findings.yaml";

    private static final String LAYER = "finding";
    private static final String DECISIONS = "findings";
    private static final String SWITCHED_OFF = "switched-off";

    private final List<Locale> languages;
    private final ScopeIds scopes;
    private final Set<String> rules;
    private final Problems problems;
    private final Optional<Section> file;

    /**
     * @param languages that reports are in
     * @param models among them those of the rules
     */
    FindingFile(
            WorkspaceFiles files,
            List<Locale> languages,
            ScopeIds scopes,
            List<ModelFile> models,
            Problems problems) {
        this.languages = languages;
        this.scopes = scopes;
        this.problems = problems;
        this.rules =
                models.stream()
                        .filter(FindingFile::isRule)
                        .map(ModelFile::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        this.file = files.find(FINDINGS).flatMap(it -> YamlFile.read(it, problems));
    }

    /** The models without the rules that are switched off. */
    List<ModelFile> switchedOn(List<ModelFile> models) {
        Set<String> off = file.map(it -> Set.copyOf(it.texts(SWITCHED_OFF))).orElse(Set.of());
        off.stream()
                .filter(rule -> !rules.contains(rule))
                .sorted()
                .forEach(
                        rule ->
                                file.orElseThrow()
                                        .problem(
                                                SWITCHED_OFF,
                                                SWITCHED_OFF
                                                        + " has \""
                                                        + rule
                                                        + "\""
                                                        + Spelling.hint(rule, rules)));
        return models.stream().filter(it -> !isRule(it) || !off.contains(it.name())).toList();
    }

    /** The decisions, in the order of the file; after {@link #switchedOn}. */
    List<FindingState> states() {
        List<FindingState> states = new ArrayList<>();
        Map<String, Section> first = new HashMap<>();
        file.ifPresent(
                it -> {
                    for (Section entry : it.sections(DECISIONS)) {
                        state(entry)
                                .filter(state -> isFirst(state, entry, first))
                                .ifPresent(states::add);
                        entry.rejectUnknownKeys();
                    }
                    it.rejectUnknownKeys();
                });
        return states;
    }

    private static boolean isFirst(FindingState state, Section entry, Map<String, Section> first) {
        Section before = first.putIfAbsent(state.ruleId() + " " + state.scope(), entry);
        if (before != null) {
            entry.problem(
                    "rule",
                    "rule is \""
                            + state.ruleId()
                            + "\" of "
                            + state.scope()
                            + " again, as in "
                            + before.place("rule")
                            + ", expected one decision of each finding");
        }
        return before == null;
    }

    private Optional<FindingState> state(Section entry) {
        int before = problems.count();
        Optional<String> rule = entry.required("rule", ValueType.ID);
        rule.filter(it -> !rules.contains(it))
                .ifPresent(
                        it ->
                                entry.problem(
                                        "rule",
                                        "rule is \"" + it + "\"" + Spelling.hint(it, rules)));
        Optional<Scope> scope = scopes.read(entry);
        Optional<String> status =
                entry.required(
                        "status",
                        ValueType.oneOf(
                                Arrays.stream(FindingState.Status.values())
                                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.toSet())));
        Optional<LocalDate> since = entry.required("since", ValueType.DAY);
        Map<Locale, String> reason = said(entry, "reason");
        Map<Locale, String> owner = said(entry, "owner");
        return problems.make(
                before,
                entry.place("rule"),
                () ->
                        new FindingState(
                                rule.orElseThrow(),
                                scope.orElseThrow(),
                                FindingState.Status.valueOf(
                                        status.orElseThrow().toUpperCase(Locale.ROOT)),
                                since.orElseThrow(),
                                reason,
                                owner,
                                entry.place()));
    }

    /** A text, or one for each language; nothing where the key is not there. */
    private Map<Locale, String> said(Section entry, String key) {
        return entry.has(key) ? Titles.readTextOrTexts(entry, key, languages) : Map.of();
    }

    private static boolean isRule(ModelFile model) {
        return model.layer().equals(LAYER);
    }
}
