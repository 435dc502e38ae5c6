package eu.wattpeil.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a secret is that a file of the workspace names without having it in it: {@code {env: NAME}}
 * or {@code {environment: NAME}}, an environment variable, or {@code {file: PATH}}. It is looked up
 * when it is asked for. No message shows it, not even where it stands in the wrong place.
 */
public final class SecretPlace {

    private final String words;
    private final Supplier<Optional<String>> content;
    private final Optional<Path> file;

    private SecretPlace(String words, Supplier<Optional<String>> content, Optional<Path> file) {
        this.words = words;
        this.content = content;
        this.file = file;
    }

    /**
     * The place that a key names; empty where the key is absent, or, with a problem, where it names
     * none.
     *
     * @param root the workspace; a path may lead out of it, to where its backups do not go
     * @param environment variables that secrets may be in
     */
    public static Optional<SecretPlace> of(
            Section section, String key, Path root, Map<String, String> environment) {
        if (!section.has(key)) {
            return Optional.empty();
        }
        if (!section.isSection(key)) {
            section.problem(key, key + " is given openly, expected {env: NAME} or {file: PATH}");
            return Optional.empty();
        }
        Section where = section.section(key);
        Optional<String> shortName = where.optionalText("env");
        Optional<String> variable = shortName.or(() -> where.optionalText("environment"));
        Optional<String> file = where.optionalText("file");
        where.rejectUnknownKeys();
        if (variable.isPresent() == file.isPresent()) {
            String found = variable.isPresent() ? "both" : "neither";
            section.problem(key, key + " has " + found + " env and file, expected one of them");
            return Optional.empty();
        }
        return variable.map(name -> variable(name, environment))
                .or(
                        () ->
                                file.map(
                                        path ->
                                                new SecretPlace(
                                                        "file " + path,
                                                        () -> content(root.resolve(path)),
                                                        Optional.of(root.resolve(path)))));
    }

    /** An environment variable. */
    public static SecretPlace variable(String name, Map<String, String> environment) {
        return new SecretPlace(
                "environment variable " + name,
                () -> Optional.ofNullable(environment.get(name)),
                Optional.empty());
    }

    /**
     * The secret, without blanks around it; empty where there is none, an empty one, or one that
     * cannot be read.
     */
    public Optional<Secret> secret() {
        return content.get().map(String::strip).filter(it -> !it.isEmpty()).map(Secret::new);
    }

    /** The place in words, such as {@code environment variable SNMP_COMMUNITY}. */
    @Override
    public String toString() {
        return words;
    }

    private static Optional<String> content(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether it is a file that other accounts may read. */
    public boolean isOpenToOthers() {
        return file.filter(FileRights::isOpenToOthers).isPresent();
    }
}
