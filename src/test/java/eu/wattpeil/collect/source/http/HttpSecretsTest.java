package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static eu.wattpeil.collect.source.http.FakeServer.leadOn;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets stand in no definition, reach no other server, and are told by nothing. */
class HttpSecretsTest {

    private static final String SECRET = "geheim-1234";
    private static final String BEARER = "auth: {bearer: {env: TOKEN}}";

    @TempDir Path root;

    private FakeServer server;
    private SourceBench bench;
    private FakeServer.Reply reply = exchange -> give(exchange, 200, "[1]");

    @BeforeEach
    void start() throws IOException {
        bench = FakeServer.bench(root);
        server = new FakeServer(exchange -> reply.give(exchange));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsATokenOrAPasswordOrAKey() throws IOException {
        bench.fetch(url(), BEARER);
        bench.fetch(url(), "auth: {basic: {user: meter, password: {env: TOKEN}}}");
        bench.fetch(url(), "headers: {X-Api-Key: {env: TOKEN}, Accept: text/csv}");
        bench.fetch(url(), "query: {api_key: {env: TOKEN}}");

        assertThat(server.heads().get(0)).contains("Authorization[Bearer " + SECRET + "]");
        assertThat(server.heads().get(1)).contains("Authorization[Basic bWV0ZXI6Z2VoZWltLTEyMzQ=]");
        assertThat(server.heads().get(2)).contains("X-api-key[" + SECRET + "]", "Accept[text/csv]");
        assertThat(server.asked().get(3)).isEqualTo("/?api_key=" + SECRET);
    }

    @Test
    void readsASecretFromAFileWithoutItsLineEnd() throws IOException {
        Files.writeString(root.resolve("token"), "from-file\n");
        bench.fetch(url(), "auth: {bearer: {file: token}}");
        assertThat(server.heads().get(0)).contains("Authorization[Bearer from-file]");
    }

    @Test
    void tellsBeforeItFetchesWhatIsWrongWithASecret() throws IOException {
        assertThat(bench.concerns(url(), BEARER)).isEmpty();
        assertThat(bench.concerns(url(), "auth: {bearer: {env: TOKENN}}"))
                .containsExactly(
                        "environment variable TOKENN is missing or cannot be read, expected a"
                                + " secret in it");
        Path file = Files.writeString(root.resolve("token"), "from-file");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(bench.concerns(url(), "auth: {bearer: {file: token}}"))
                .containsExactly(
                        "file token can be read by other accounts, expected only by that of"
                                + " Wattpeil (chmod 600)");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(bench.concerns(url(), "auth: {bearer: {file: token}}")).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void failsWithoutASecretAndAsksNobody() throws IOException {
        assertThat(bench.failure(url(), "auth: {bearer: {env: TOKENN}}"))
                .isEqualTo(
                        "the server: environment variable TOKENN is missing or cannot be read,"
                                + " expected a secret in it");
        Files.writeString(root.resolve("token"), "two\nlines\n");
        assertThat(bench.failure(url(), "auth: {bearer: {file: token}}"))
                .isEqualTo(
                        "the server: file token has several lines, expected a secret in one line");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void keepsSecretsFromAnotherServer() throws IOException {
        try (FakeServer other = new FakeServer(exchange -> give(exchange, 200, "[2]"))) {
            reply = exchange -> leadOn(exchange, other.url("/there"));
            bench.fetch(
                    url(),
                    BEARER,
                    "headers: {X-Api-Key: {env: TOKEN}, Accept: text/csv}",
                    "query: {api_key: {env: TOKEN}}");

            assertThat(other.asked()).containsExactly("/there");
            assertThat(other.heads().get(0)).contains("Accept[text/csv]").doesNotContain(SECRET);
            assertThat(server.heads().get(0)).contains(SECRET);
        }
    }

    @Test
    void showsThemAgainToTheSameServer() throws IOException {
        reply =
                exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/")) {
                        leadOn(exchange, "/moved");
                    } else {
                        give(exchange, 200, "[1]");
                    }
                };
        bench.fetch(url(), BEARER);
        assertThat(server.heads()).hasSize(2).allMatch(head -> head.contains(SECRET));
    }

    @Test
    void followsFiveRedirectsAndNoMore() throws IOException {
        reply =
                exchange ->
                        leadOn(
                                exchange,
                                "/" + exchange.getRequestURI().getPath().substring(1) + "x");
        assertThat(bench.failure(url())).isEqualTo("the server: leads on more than 5 times");
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void namesNoHostAndNoSecretInWhatItTells() throws IOException {
        reply = exchange -> give(exchange, 401, SECRET);
        assertThat(bench.failure(url(), BEARER))
                .isEqualTo(
                        "the server: answers 401 (it does not accept who asks: look at auth),"
                                + " expected 200");
        assertThat(bench.failure("http: http://kanarie.invalid/", "retries: 0", BEARER))
                .isEqualTo("the server: has a name that is not known in this network");
    }

    @Test
    void asksForATokenOnceAndAnewWhenItIsRefused() throws IOException {
        AtomicInteger tokens = new AtomicInteger();
        AtomicInteger answers = new AtomicInteger();
        reply =
                exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/token")) {
                        assertThat(new String(exchange.getRequestBody().readAllBytes()))
                                .isEqualTo("grant_type=client_credentials&scope=read%20all");
                        give(
                                exchange,
                                200,
                                "{\"access_token\":\"t"
                                        + tokens.incrementAndGet()
                                        + "\",\"expires_in\":3600}");
                    } else {
                        give(exchange, answers.incrementAndGet() == 3 ? 401 : 200, "[1]");
                    }
                };
        bench.fetch(
                url(),
                "query: {day: '{from}'}",
                "window: {from: 2026-03-01}",
                "auth: {oauth2: {token-url: '"
                        + server.url("/token")
                        + "', client-id: me, client-secret: {env: TOKEN}, scope: read all}}");

        assertThat(tokens).hasValue(2);
        assertThat(answers).hasValue(4);
        assertThat(server.heads().get(0)).contains("Authorization[Basic bWU6Z2VoZWltLTEyMzQ=]");
        assertThat(server.heads().get(1)).contains("Authorization[Bearer t1]");
        assertThat(server.heads().get(5)).contains("Authorization[Bearer t2]");
        assertThat(bench.landed()).hasSize(3);
    }

    @Test
    void logsInAsGlpiWantsIt() throws IOException {
        reply =
                exchange ->
                        give(
                                exchange,
                                200,
                                exchange.getRequestURI().getPath().equals("/initSession")
                                        ? "{\"session_token\":\"abc\"}"
                                        : "[]");
        bench.fetch(
                url(),
                "headers: {App-Token: {env: TOKEN}}",
                "auth:",
                "  session:",
                "    url: " + server.url("/initSession"),
                "    headers: {App-Token: {env: TOKEN}}",
                "    token: /session_token",
                "    header: Session-Token");
        assertThat(server.heads().get(0)).contains("App-token[" + SECRET + "]");
        assertThat(server.heads().get(1))
                .contains("App-token[" + SECRET + "]", "Session-token[abc]");
    }

    @Test
    void letsNoSecretStandInADefinition() throws IOException {
        assertThat(bench.problems(url(), "auth: {bearer: Kanarie}"))
                .containsExactly(
                        "meters.yaml:3: bearer is given openly, expected {env: NAME} or {file:"
                                + " PATH}");
        assertThat(bench.problems(url(), "headers: {X-Auth-Token: Kanarie}"))
                .containsExactly(
                        "meters.yaml:3: X-Auth-Token is given openly, expected {env: NAME} or"
                                + " {file: PATH}");
        assertThat(bench.problems(url(), "query: {api_key: Kanarie}"))
                .containsExactly(
                        "meters.yaml:3: api_key is given openly, expected {env: NAME} or {file:"
                                + " PATH}");
        for (String url :
                new String[] {"https://me:Kanarie@host/x", "https://host/x?access_token=Kanarie"}) {
            assertThat(bench.problems("http: " + url))
                    .containsExactly(
                            "meters.yaml:2: http has a user or a secret in it, expected it under"
                                    + " auth, headers or query as {env: NAME} or {file: PATH}");
        }
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws IOException {
        assertThat(
                        bench.problems(
                                "http: ftp://host/x",
                                "windows: {from: 2026-01-01}",
                                "auth: {}",
                                "headers: {Host: x}",
                                "paging: {by: next, rows: /x}",
                                "read-timeout: PT0S",
                                "retries: 99",
                                "size-limit: 64"))
                .containsExactly(
                        "meters.yaml:2: http is no address, expected one such as"
                                + " https://host/path, without blanks",
                        "meters.yaml:3: unknown key \"windows\", did you mean \"window\"?",
                        "meters.yaml:4: auth has nothing, expected one of bearer, basic, oauth2,"
                                + " session",
                        "meters.yaml:5: headers has \"Host\" with what HTTP does not allow or sets"
                                + " itself, expected another header",
                        "meters.yaml:6: rows is given, but paging by next has no use for it,"
                                + " expected it left out",
                        "meters.yaml:7: read-timeout is \"PT0S\", expected an ISO-8601 duration"
                                + " above 0 such as PT30S",
                        "meters.yaml:8: retries is \"99\", expected a whole number from 0 to 10",
                        "meters.yaml:9: size-limit is \"64\", expected a size such as 500 kB, 64"
                                + " MB or 2 GB");
        assertThat(bench.problems("http: 'https://host/{from}'"))
                .containsExactly(
                        "meters.yaml:2: http has times such as {from}, but no window, expected one"
                                + " such as {from: 2026-01-01}");
        assertThat(bench.problems("http: https://host/", "window: {from: 2026-01-01}"))
                .containsExactly(
                        "meters.yaml:3: window is given, but neither http nor query has {from} or"
                                + " {to}, expected them where the time is asked for");
        assertThat(bench.problems("http: 'https://host/{from:qqqqqqq}'", "window: {}"))
                .containsExactly(
                        "meters.yaml:2: http has \"https://host/{from:qqqqqqq}\", expected times"
                                + " such as {from}, {from:epoch-seconds} or {from:yyyy-MM-dd}",
                        "meters.yaml:3: from is missing, expected it here");
        assertThat(bench.problems("http: {srv db: 'https://host/'}"))
                .containsExactly(
                        "meters.yaml:2: alias is \"srv db\", expected letters, digits, - and _,"
                                + " such as srv-db1");
    }

    private String url() {
        return "http: " + server.url("/");
    }
}
