package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.source.Credential;
import eu.wattpeil.workspace.Section;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/** By what a server knows who asks. */
sealed interface Authorization {

    /** The secrets that it needs. */
    List<Credential> credentials();

    /** By nothing, or by headers that the definition names. */
    record None() implements Authorization {
        @Override
        public List<Credential> credentials() {
            return List.of();
        }
    }

    /** By a token. */
    record Bearer(Credential token) implements Authorization {
        @Override
        public List<Credential> credentials() {
            return List.of(token);
        }
    }

    /** By a name and a password. */
    record Basic(String user, Credential password) implements Authorization {
        @Override
        public List<Credential> credentials() {
            return List.of(password);
        }
    }

    /**
     * By a token that another server gives: client credentials of OAuth 2 (RFC 6749, 4.4).
     *
     * @param isInForm whether id and secret are posted in the form rather than as a header
     */
    record ClientCredentials(
            URI tokenUrl, String clientId, Credential secret, String scope, boolean isInForm)
            implements Authorization {
        @Override
        public List<Credential> credentials() {
            return List.of(secret);
        }
    }

    /**
     * By a token that the server itself gives at a login.
     *
     * @param fields headers of the login
     * @param token where in its answer the token stands
     * @param header which the token is shown in from then on
     */
    record Session(URI url, List<Field> fields, JsonPointer token, String header)
            implements Authorization {
        @Override
        public List<Credential> credentials() {
            return Field.secrets(fields);
        }
    }

    Option<Section> BEARER = new Option<>("bearer", secret(), "by a token", "");

    Option<Section> BASIC =
            new Option<>(
                    "basic",
                    OptionType.section("a section of `user`, `password`"),
                    "by a name and a password",
                    "");

    Option<Section> OAUTH2 =
            new Option<>(
                    "oauth2",
                    OptionType.section(
                            "a section of `token-url`, `client-id`, `client-secret`, `scope`,"
                                    + " `in-form`"),
                    "by client credentials of OAuth 2",
                    "");

    Option<Section> SESSION =
            new Option<>(
                    "session",
                    OptionType.section("a section of `url`, `headers`, `token`, `header`"),
                    "by a login whose answer has a token, such as that of GLPI",
                    "");

    /** What a definition may say of it. */
    List<Option<?>> OPTIONS = List.of(BEARER, BASIC, OAUTH2, SESSION);

    /** How a secret is described. */
    static OptionType<Section> secret() {
        return OptionType.section("`{env: NAME}` or `{file: PATH}`");
    }

    /** Reads a section; what is wrong is noted. */
    static Authorization of(SourceContext context) {
        Section section = context.section();
        List<String> named = OPTIONS.stream().map(Option::key).filter(section::has).toList();
        section.rejectUnknownKeys();
        if (named.size() != 1) {
            section.problems()
                    .add(
                            section.place(),
                            "auth has "
                                    + (named.isEmpty() ? "nothing" : String.join(" and ", named))
                                    + ", expected one of bearer, basic, oauth2, session");
            return new None();
        }
        return switch (named.get(0)) {
            case "bearer" ->
                    Credential.of(context, "bearer")
                            .<Authorization>map(Bearer::new)
                            .orElse(new None());
            case "basic" -> basic(context.within(section.section("basic")));
            case "oauth2" -> clientCredentials(context.within(section.section("oauth2")));
            default -> session(context.within(section.section("session")));
        };
    }

    private static Authorization basic(SourceContext context) {
        Section section = context.section();
        String user = section.text("user");
        Optional<Credential> password = required(context, "password");
        section.rejectUnknownKeys();
        return password.<Authorization>map(it -> new Basic(user, it)).orElse(new None());
    }

    private static Authorization clientCredentials(SourceContext context) {
        Section section = context.section();
        Optional<URI> url = address(section, "token-url");
        String clientId = section.text("client-id");
        Optional<Credential> secret = required(context, "client-secret");
        String scope = section.optionalText("scope").orElse("");
        boolean isInForm =
                new Option<>("in-form", OptionType.flag(), "", "").read(section).orElse(false);
        section.rejectUnknownKeys();
        return url.isPresent() && secret.isPresent()
                ? new ClientCredentials(url.get(), clientId, secret.get(), scope, isInForm)
                : new None();
    }

    private static Authorization session(SourceContext context) {
        Section section = context.section();
        Optional<URI> url = address(section, "url");
        List<Field> fields = Fields.headers(context, "headers");
        Optional<JsonPointer> token =
                new Option<>(
                                "token",
                                OptionType.text(
                                        "a JSON pointer such as /session_token",
                                        JsonPointer::compile),
                                "",
                                "")
                        .read(section);
        String header = section.text("header");
        if (!section.has("token")) {
            section.text("token");
        }
        section.rejectUnknownKeys();
        return url.isPresent() && token.isPresent()
                ? new Session(url.get(), fields, token.get(), header)
                : new None();
    }

    private static Optional<Credential> required(SourceContext context, String key) {
        if (!context.section().has(key)) {
            context.section().text(key);
        }
        return Credential.of(context, key);
    }

    private static Optional<URI> address(Section section, String key) {
        return Stream.of(section.text(key))
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Fields.address(section, key, text).stream())
                .findFirst();
    }
}
