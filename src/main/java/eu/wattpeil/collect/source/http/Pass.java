package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** What a server is shown to know who asks; a token is asked for when it is needed. */
final class Pass {

    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
    private static final Duration WHERE_IT_DOES_NOT_SAY = Duration.ofMinutes(5);
    private static final JsonPointer ACCESS_TOKEN = JsonPointer.compile("/access_token");
    private static final JsonPointer EXPIRES_IN = JsonPointer.compile("/expires_in");
    private static final String AUTHORIZATION = "Authorization";

    private final Authorization authorization;
    private final Client client;
    private final Clock clock;
    private Optional<Token> token = Optional.empty();

    private record Token(String value, Instant until) {}

    /** A header with its value. */
    record Header(String name, String value) {}

    Pass(Authorization authorization, Client client, Clock clock) {
        this.authorization = authorization;
        this.client = client;
        this.clock = clock;
    }

    /** The header to show; empty for none. */
    Optional<Header> header() throws IOException {
        if (authorization instanceof Authorization.Bearer bearer) {
            return Optional.of(new Header(AUTHORIZATION, "Bearer " + bearer.token().read()));
        }
        if (authorization instanceof Authorization.Basic basic) {
            return Optional.of(
                    new Header(AUTHORIZATION, basic(basic.user(), basic.password().read())));
        }
        if (authorization instanceof Authorization.ClientCredentials credentials) {
            return Optional.of(new Header(AUTHORIZATION, "Bearer " + token(credentials)));
        }
        if (authorization instanceof Authorization.Session session) {
            return Optional.of(new Header(session.header(), token(session)));
        }
        return Optional.empty();
    }

    /** Forgets a token that was refused; whether there was one that can be had anew. */
    boolean renew() {
        boolean isRenewable = token.isPresent();
        token = Optional.empty();
        return isRenewable;
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private String token(Authorization.ClientCredentials credentials) throws IOException {
        if (token.isEmpty() || !clock.instant().isBefore(token.get().until())) {
            String secret = credentials.secret().read();
            String form = "grant_type=client_credentials" + parameter("scope", credentials.scope());
            Client.Headers headers = request -> {};
            if (credentials.isInForm()) {
                form +=
                        parameter("client_id", credentials.clientId())
                                + parameter("client_secret", secret);
            } else {
                // Both are encoded as in a form before they are joined: RFC 6749, 2.3.1.
                String basic =
                        basic(Template.encoded(credentials.clientId()), Template.encoded(secret));
                headers = request -> request.header(AUTHORIZATION, basic);
            }
            token =
                    Optional.of(
                            token(
                                    ACCESS_TOKEN,
                                    new Client.Question(
                                            credentials.tokenUrl(),
                                            request -> request.header("Accept", "application/json"),
                                            headers,
                                            Optional.of(form))));
        }
        return token.get().value();
    }

    private String token(Authorization.Session session) throws IOException {
        if (token.isEmpty()) {
            URI url = session.url();
            token =
                    Optional.of(
                            token(
                                    session.token(),
                                    new Client.Question(
                                            url,
                                            request -> {},
                                            request -> add(session.fields(), request),
                                            Optional.empty())));
        }
        return token.get().value();
    }

    private static void add(List<Field> fields, HttpRequest.Builder request) throws IOException {
        Optional<Window> none = Optional.empty();
        for (Field field : fields) {
            request.header(field.name(), field.value(none));
        }
    }

    private Token token(JsonPointer place, Client.Question question) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            client.ask(question, answer);
        } catch (RefusedException | FetchException refused) {
            throw new FetchException(
                    "gives no token: the server of tokens " + refused.getMessage());
        }
        JsonGlance found =
                JsonGlance.of(
                                new ByteArrayInputStream(answer.toByteArray()),
                                Set.of(place, EXPIRES_IN))
                        .orElseThrow(
                                () -> new FetchException("gives no token: the answer is no JSON"));
        String value = found.texts().get(place);
        if (value == null || value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
            throw new FetchException("gives no token: there is none at \"" + place + "\"");
        }
        String seconds = String.valueOf(found.texts().get(EXPIRES_IN));
        Duration valid =
                seconds.matches("[0-9]{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(seconds)).minus(BEFORE_ITS_END)
                        : WHERE_IT_DOES_NOT_SAY;
        return new Token(value, clock.instant().plus(valid));
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + Template.encoded(value);
    }
}
