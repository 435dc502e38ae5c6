package eu.wattpeil.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code config/names.yaml}. */
final class NameFile {

    static final String NAMES = "config/names.yaml";

    private static final String ENTRIES = "names";

    private final WorkspaceFiles files;
    private final List<Locale> languages;
    private final ScopeIds scopes;
    private final Problems problems;

    NameFile(WorkspaceFiles files, List<Locale> languages, ScopeIds scopes, Problems problems) {
        this.files = files;
        this.languages = languages;
        this.scopes = scopes;
        this.problems = problems;
    }

    /** The names, in the order of the file; none without it. */
    List<ScopeName> names() {
        List<ScopeName> names = new ArrayList<>();
        files.find(NAMES)
                .flatMap(file -> YamlFile.read(file, problems))
                .ifPresent(
                        file -> {
                            if (!file.has(ENTRIES)) {
                                file.missing(ENTRIES);
                            }
                            for (Section entry : file.sections(ENTRIES)) {
                                name(entry, names).ifPresent(names::add);
                                entry.rejectUnknownKeys();
                            }
                            file.rejectUnknownKeys();
                        });
        return List.copyOf(names);
    }

    private Optional<ScopeName> name(Section entry, List<ScopeName> before) {
        Map<Locale, String> name = Titles.read(entry, "name", languages);
        if (!entry.has("scope")) {
            entry.missing("scope");
            return Optional.empty();
        }
        Optional<Scope> scope = scopes.read(entry);
        if (before.stream().anyMatch(it -> scope.filter(it.scope()::equals).isPresent())) {
            entry.problem("scope", "scope is \"" + scope.get() + "\" again, expected each once");
            return Optional.empty();
        }
        return scope.map(it -> new ScopeName(it, name));
    }
}
