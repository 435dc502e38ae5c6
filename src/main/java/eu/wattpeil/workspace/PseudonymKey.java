package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the key for pseudonyms: {@code pseudonym-key: {environment: NAME}} or {@code {file: PATH}}.
 * No message shows it, not even where it stands in the wrong place.
 */
final class PseudonymKey {

    private static final String KEY = "pseudonym-key";

    private final Path root;
    private final Map<String, String> environment;

    PseudonymKey(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** The key; empty where none is wanted, or, with a problem, where it cannot be had. */
    Optional<Secret> read(Section settings) {
        if (!settings.has(KEY)) {
            return Optional.empty();
        }
        if (!settings.isSection(KEY)) {
            return refuse(
                    settings,
                    KEY + " is given openly, expected {environment: NAME} or {file: PATH}");
        }
        Section where = settings.section(KEY);
        Optional<String> variable = where.optionalText("environment");
        Optional<String> file = where.optionalText("file");
        where.rejectUnknownKeys();
        if (variable.isPresent() == file.isPresent()) {
            String found = variable.isPresent() ? "both" : "neither";
            return refuse(
                    settings,
                    KEY + " has " + found + " environment and file, expected one of them");
        }
        return variable.isPresent()
                ? checked(
                        settings,
                        "environment variable " + variable.get(),
                        Optional.ofNullable(environment.get(variable.get())))
                : checked(settings, "file " + file.orElse(""), file.flatMap(this::content));
    }

    private static Optional<Secret> checked(
            Section settings, String source, Optional<String> value) {
        if (value.isEmpty()) {
            return refuse(settings, source + " is missing, expected the key in it");
        }
        if (value.get().length() < Secret.MINIMUM_LENGTH) {
            String expected = "expected at least " + Secret.MINIMUM_LENGTH + " characters";
            return refuse(settings, source + " is too short, " + expected);
        }
        return value.map(Secret::new);
    }

    private static Optional<Secret> refuse(Section settings, String message) {
        settings.problem(KEY, message);
        return Optional.empty();
    }

    /** It may lie outside the workspace, where backups of the workspace do not take it along. */
    private Optional<String> content(String path) {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read file: " + file, unreadable);
        }
    }
}
