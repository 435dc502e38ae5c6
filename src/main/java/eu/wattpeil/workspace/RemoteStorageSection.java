package eu.wattpeil.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code remote-store:} of {@code config/wattpeil.yaml}. */
final class RemoteStorageSection {

    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private static final Pattern URL = Pattern.compile("(s3a|hdfs)://[^/?#@\\s]+(/[^?#\\s]*)?");
    private static final Pattern OPTION = Pattern.compile("(fs|dfs|hadoop|ipc)\\..+");

    /** Of these Hadoop knows itself where they are, or they are the secret. */
    private static final Pattern SECRET =
            Pattern.compile("(?i).*\\.(key|secret|token|password)|.*account\\.key.*");

    private static final String EXPECTED =
            "expected one such as s3a://bucket/path or hdfs://host:8020/path";

    private final Path root;
    private final Map<String, String> environment;
    private final Problems problems;

    /**
     * @param root the workspace
     * @param environment variables that secrets may be in
     */
    RemoteStorageSection(Path root, Map<String, String> environment, Problems problems) {
        this.root = root;
        this.environment = environment;
        this.problems = problems;
    }

    Optional<RemoteStorage> read(Section section) {
        int before = problems.count();
        Optional<URI> url = url(section);
        Duration silence = section.optional("silence", ValueType.DURATION).orElse(SILENCE);
        if (silence.compareTo(SHORTEST_SILENCE) < 0 || silence.compareTo(LONGEST_SILENCE) > 0) {
            section.problem("silence", "silence is " + silence + ", expected PT3S to PT1H");
        }
        Map<String, String> options = new TreeMap<>();
        Map<String, SecretPlace> secrets = new TreeMap<>();
        section.optionalSection("options").ifPresent(it -> readOptions(it, options, secrets));
        section.rejectUnknownKeys();
        return problems.make(
                before,
                section.place(),
                () ->
                        new RemoteStorage(
                                url.orElseThrow(), options, secrets, silence, section.place()));
    }

    /** What has an account in it is not shown. */
    private static Optional<URI> url(Section section) {
        String url = section.text("url");
        if (!section.has("url")) {
            return Optional.empty();
        }
        if (url.contains("@")) {
            section.problem(
                    "url", "url has an account in it, expected it under options, as {env: NAME}");
            return Optional.empty();
        }
        if (!URL.matcher(url).matches()) {
            section.problem("url", "url is \"" + url + "\", " + EXPECTED);
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(url.replaceFirst("/+$", "")));
        } catch (URISyntaxException unusable) {
            section.problem("url", "url is \"" + url + "\", " + EXPECTED);
            return Optional.empty();
        }
    }

    private void readOptions(
            Section section, Map<String, String> options, Map<String, SecretPlace> secrets) {
        for (String key : section.keys()) {
            if (!OPTION.matcher(key).matches()) {
                section.problem(
                        key,
                        "unknown option \""
                                + key
                                + "\", expected one of Hadoop's file systems, such as"
                                + " fs.s3a.endpoint");
            } else if (SECRET.matcher(key).matches() || section.isSection(key)) {
                SecretPlace.of(section, key, root, environment)
                        .ifPresent(place -> secrets.put(key, place));
            } else {
                options.put(key, section.text(key));
            }
        }
    }
}
