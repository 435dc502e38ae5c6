package eu.wattpeil.workspace;

import eu.wattpeil.workspace.MailServer.Security;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code smtp:} of {@code config/delivery.yaml}. */
final class MailServerSection {

    private static final int LAST_PORT = 65_535;
    private static final int MOST_ATTACHED_MB = 10;
    private static final int MOST_MB = 100;
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);
    private static final ValueType<String> HOST =
            ValueType.of(
                    "the name of a host, such as mail.example.org",
                    text -> {
                        if (!text.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,252}|[0-9A-Fa-f:]{2,39}")) {
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
    MailServerSection(Path root, Map<String, String> environment, Problems problems) {
        this.root = root;
        this.environment = environment;
        this.problems = problems;
    }

    Optional<MailServer> read(Section section) {
        int before = problems.count();
        Optional<String> host = section.required("host", HOST);
        Security security =
                section.optional("security", ValueType.oneOf(Security.class))
                        .orElse(Security.STARTTLS);
        if (security == Security.NONE
                && host.filter(it -> !LOOPBACK.matcher(it).matches()).isPresent()) {
            section.problem(
                    "security",
                    "security is \"none\" for another machine, expected starttls or tls");
        }
        Optional<Integer> port = section.optional("port", ValueType.wholeFromTo(1, LAST_PORT));
        Optional<String> user = section.optionalText("user");
        Optional<SecretPlace> password = SecretPlace.of(section, "password", root, environment);
        if (section.has("user") != section.has("password")) {
            section.missing(section.has("user") ? "password" : "user");
        }
        Optional<Mailbox> from = mailbox(section, "from");
        if (!section.has("from")) {
            section.missing("from");
        }
        Optional<Mailbox> replyTo = mailbox(section, "reply-to");
        Optional<Path> trust =
                section.optional("trust", ValueType.of("a file", Path::of)).map(root::resolve);
        int mostMb =
                section.optional("attachments-max-mb", ValueType.wholeFromTo(1, MOST_MB))
                        .orElse(MOST_ATTACHED_MB);
        section.rejectUnknownKeys();
        return problems.make(
                before,
                section.place(),
                () ->
                        new MailServer(
                                host.orElseThrow(),
                                port.orElse(security.usualPort()),
                                security,
                                user,
                                password,
                                from.orElseThrow(),
                                replyTo,
                                trust,
                                mostMb,
                                section.place()));
    }

    /** Addresses are personal data: a message says where one stands, not what it is. */
    private static Optional<Mailbox> mailbox(Section section, String key) {
        Optional<String> text = section.optionalText(key);
        Optional<Mailbox> mailbox = text.flatMap(Mailbox::of);
        if (text.isPresent() && mailbox.isEmpty()) {
            section.problem(key, key + " is no mail address, expected " + Mailbox.EXPECTED);
        }
        return mailbox;
    }
}
