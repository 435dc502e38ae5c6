package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code job-repository:} of {@code config/wattpeil.yaml}. */
final class SharedRepositorySection {

    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    /** No message shows what else it may have in it. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*([?&](user|password|sslpassword)=|@).*");

    private static final ValueType<String> SCHEMA =
            ValueType.of(
                    "a name of small letters, digits and _",
                    text -> {
                        if (!text.matches("[a-z_][a-z0-9_]{0,62}")) {
                            throw new IllegalArgumentException(text);
                        }
                        return text;
                    });

    private final Path root;
    private final Map<String, String> environment;
    private final Problems problems;

    /**
     * @param root the workspace
     * @param environment variables that secrets may be in
     */
    SharedRepositorySection(Path root, Map<String, String> environment, Problems problems) {
        this.root = root;
        this.environment = environment;
        this.problems = problems;
    }

    Optional<SharedRepository> read(Section section) {
        int before = problems.count();
        String url = section.text("url");
        if (section.has("url") && !url.startsWith(SharedRepository.PREFIX)) {
            section.problem(
                    "url",
                    "url is no address of a PostgreSQL database, expected one such as"
                            + " jdbc:postgresql://host/database");
        } else if (SECRET.matcher(url).matches()) {
            section.problem(
                    "url",
                    "url has a user or a password in it, expected them under user and password");
        }
        Optional<String> user = section.optionalText("user");
        Optional<SecretPlace> password = SecretPlace.of(section, "password", root, environment);
        Optional<String> schema = section.optional("schema", SCHEMA);
        Duration silence = section.optional("silence", ValueType.DURATION).orElse(SILENCE);
        if (silence.compareTo(SHORTEST_SILENCE) < 0 || silence.compareTo(LONGEST_SILENCE) > 0) {
            section.problem("silence", "silence is " + silence + ", expected PT3S to PT1H");
        }
        section.rejectUnknownKeys();
        return problems.make(
                before,
                section.place(),
                () -> new SharedRepository(url, user, password, schema, silence, section.place()));
    }
}
