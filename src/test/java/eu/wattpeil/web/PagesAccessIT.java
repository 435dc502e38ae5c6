package eu.wattpeil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.report.PageReader;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.serve.SteppedClock;
import eu.wattpeil.workspace.Init;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets to see the pages, and who does not. */
@DisabledOnOs(OS.WINDOWS)
class PagesAccessIT {

    private static final String NAME = "els.peeters";
    private static final String PASSWORD = "pluk de dag, élke dag";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String SECRET = "for readers only";
    private static final String RIGHT = basic(NAME, PASSWORD);

    /** The other end of a connection, where it is none that the pages know. */
    private static final String STRANGER = "127.0.0.9";

    private static final String PROXY = "127.0.0.5";

    @TempDir static Path folder;

    private static String hashed;

    private final SteppedClock clock = new SteppedClock("2026-01-15T05:00:00Z");
    private final List<String> told = new ArrayList<>();
    private Path root;
    private Optional<WebPages> pages = Optional.empty();

    @BeforeAll
    static void hash() throws IOException {
        Path file = folder.resolve("hashed");
        PasswordFile.at(file).with(NAME, PASSWORD).write();
        hashed = Files.readString(file);
    }

    @BeforeEach
    void makeWorkspace() throws IOException {
        root = Files.createTempDirectory(folder, "town").resolve("town");
        Init.write(root);
        Files.createDirectories(root.resolve("reports/2026-09"));
        Files.writeString(root.resolve("reports/2026-09/report.html"), SECRET);
        secret("passwords", hashed);
        secret("token", TOKEN + "\n");
    }

    @AfterEach
    void end() {
        pages.ifPresent(WebPages::close);
    }

    @Test
    void asksForAPasswordAndShowsNothingWithoutOne() throws IOException {
        start("passwords: passwords\n");

        String without = get(STRANGER, "/reports/2026-09/report.html");

        assertThat(without)
                .startsWith("HTTP/1.1 401")
                .contains("WWW-Authenticate: Basic realm=\"Wattpeil\", charset=\"UTF-8\"")
                .contains("Content-Security-Policy: ")
                .doesNotContain(SECRET);
        assertThat(get(STRANGER, "/reports/2026-09/report.html", RIGHT))
                .startsWith("HTTP/1.1 200")
                .contains(SECRET);
        assertThat(get(STRANGER, "/health", RIGHT)).startsWith("HTTP/1.1 200");
    }

    @Test
    void letsNobodyInWhoSaysItWrongly() throws IOException {
        start("passwords: passwords\n");
        List<String> wrong =
                List.of(
                        basic(NAME, PASSWORD + " "),
                        basic(NAME, ""),
                        basic("Els.Peeters", PASSWORD),
                        basic("jan", PASSWORD),
                        basic(":", PASSWORD),
                        "Authorization: Basic",
                        "Authorization: Basic !!!",
                        "Authorization: Basic " + encoded(NAME.getBytes(StandardCharsets.UTF_8)),
                        "Authorization: Basic " + encoded(new byte[] {'e', ':', (byte) 0xff}),
                        "Authorization: Bearer " + encoded((NAME + ":" + PASSWORD).getBytes()),
                        "Authorization: Digest username=\"" + NAME + "\"",
                        basic(NAME, "x".repeat(2000)),
                        RIGHT + "\r\n" + RIGHT);

        for (String header : wrong) {
            assertThat(get(STRANGER, "/reports/2026-09/report.html", header))
                    .as(header)
                    .startsWith("HTTP/1.1 401")
                    .doesNotContain(SECRET);
            clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        }
        assertThat(get(STRANGER, "/", basic(NAME, "x".repeat(20_000)))).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//reports/2026-09/report.html",
                "/reports//2026-09/report.html",
                "/reports/2026-09/report.html;jsessionid=1",
                "/reports;x=1/2026-09/report.html",
                "/%72eports/2026-09/report.html",
                "/reports/%2e/2026-09/report.html",
                "/reports/2026-09%2freport.html",
                "/metrics/../reports/2026-09/report.html",
                "/metrics/..;/reports/2026-09/report.html",
                "/health/%2e%2e/reports/2026-09/report.html",
                "/./reports/2026-09/report.html",
                "/fault",
                "/design.css",
                "/nothing",
                "http://localhost/reports/2026-09/report.html"
            })
    void leaveNoWayAround(String path) throws IOException {
        start("passwords: passwords\nmetrics-token: {file: token}\n");

        for (String method :
                List.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "get", "PROPFIND")) {
            for (String header : List.of("X-Nothing: ", "Authorization: Bearer " + TOKEN)) {
                assertThat(raw(STRANGER, method + " " + path + " HTTP/1.1", header))
                        .as(method + " " + path)
                        .containsPattern("^HTTP/1.1 (40[0-9]|501)")
                        .doesNotContain(SECRET);
                clock.set(clock.instant().plus(Duration.ofMinutes(2)));
            }
        }
    }

    @Test
    void givesProgramsWithATokenMetricsAndHealthOnly() throws IOException {
        start("passwords: passwords\nmetrics-token: {file: token}\n");
        String bearer = "Authorization: Bearer " + TOKEN;

        assertThat(get(STRANGER, "/metrics", bearer)).startsWith("HTTP/1.1 200");
        assertThat(get(STRANGER, "/health", bearer)).startsWith("HTTP/1.1 200");
        for (String path : List.of("/", "/status", "/metrics/", "/health;x", "/metrics/../")) {
            assertThat(get(STRANGER, path, bearer)).as(path).containsPattern("^HTTP/1.1 40[0-9]");
            clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        }
        assertThat(get(STRANGER, "/metrics", "Authorization: Bearer " + TOKEN.substring(1)))
                .startsWith("HTTP/1.1 401");
        assertThat(get(STRANGER, "/metrics")).startsWith("HTTP/1.1 401");
    }

    @Test
    void slowsDownWhoTriesPasswordsAndNobodyElse() throws IOException {
        start("passwords: passwords\n");
        String wrong = basic(NAME, "pluk de nacht");
        for (int i = 0; i < 5; i++) {
            assertThat(get(STRANGER, "/health", wrong)).startsWith("HTTP/1.1 401");
        }

        assertThat(get(STRANGER, "/health", wrong))
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: 2");
        assertThat(get(STRANGER, "/health", RIGHT)).as("the right one").startsWith("HTTP/1.1 429");
        assertThat(get("127.0.0.10", "/health", RIGHT)).startsWith("HTTP/1.1 200");
        clock.set(clock.instant().plusSeconds(1));
        assertThat(get(STRANGER, "/health", wrong)).startsWith("HTTP/1.1 401");
        clock.set(clock.instant().plusSeconds(1));
        assertThat(get(STRANGER, "/health", RIGHT)).as("waits longer").startsWith("HTTP/1.1 429");
        clock.set(clock.instant().plusSeconds(1));
        assertThat(get(STRANGER, "/health", RIGHT)).startsWith("HTTP/1.1 200");
    }

    @Test
    void rememberWhatWasRightAsBrowsersSayItAgainAndAgain() throws IOException {
        start("passwords: passwords\n");
        get(STRANGER, "/health", RIGHT);

        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(get(STRANGER, "/health", RIGHT)).startsWith("HTTP/1.1 200");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void followTheFileOfPasswords() throws IOException {
        start("passwords: passwords\n");
        assertThat(get(STRANGER, "/health", RIGHT)).startsWith("HTTP/1.1 200");
        String other = basic("jan", "een ander woord");

        PasswordFile.at(root.resolve("passwords"))
                .without(NAME)
                .with("jan", "een ander woord")
                .write();
        assertThat(get(STRANGER, "/health", RIGHT)).startsWith("HTTP/1.1 401");
        assertThat(get(STRANGER, "/health", other)).startsWith("HTTP/1.1 200");

        Files.setPosixFilePermissions(
                root.resolve("passwords"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(get(STRANGER, "/health", other)).startsWith("HTTP/1.1 503");
        assertThat(get(STRANGER, "/health", other)).startsWith("HTTP/1.1 503");
        Files.writeString(root.resolve("passwords"), "jan:geheim\n");
        Files.setPosixFilePermissions(
                root.resolve("passwords"), PosixFilePermissions.fromString("rw-------"));
        assertThat(get(STRANGER, "/health", other)).startsWith("HTTP/1.1 503");
        assertThat(told).hasSize(2);
        assertThat(told.get(0)).contains("can be read by other accounts");
        assertThat(told.get(1)).contains("line 1: the hash is not one of bcrypt");
        assertThat(told).noneMatch(it -> it.contains("jan") || it.contains("geheim"));
    }

    @Test
    void letInWhomTheProxyNamesAndNobodyElse() throws IOException {
        start("proxy: {addresses: [" + PROXY + "], user-header: X-Remote-User}\n");
        String named = "X-Remote-User: " + NAME;
        String path = "/reports/2026-09/report.html";

        assertThat(get(PROXY, path, named)).startsWith("HTTP/1.1 200").contains(SECRET);
        assertThat(get(PROXY, path, "x-remote-user: " + NAME)).startsWith("HTTP/1.1 200");
        assertThat(get(PROXY, path)).startsWith("HTTP/1.1 403");
        assertThat(get(PROXY, path, "X-Remote-User: ")).startsWith("HTTP/1.1 403");
        assertThat(get(PROXY, path, named, "X-Remote-User: jan")).startsWith("HTTP/1.1 403");
        for (String address : List.of(STRANGER, "127.0.0.1")) {
            assertThat(
                            get(
                                    address,
                                    path,
                                    named,
                                    "X-Forwarded-For: " + PROXY,
                                    "Forwarded: for=" + PROXY,
                                    "X-Real-IP: " + PROXY,
                                    "X-Forwarded-Proto: https",
                                    RIGHT))
                    .as(address)
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain(SECRET, "WWW-Authenticate");
        }
    }

    @Test
    void askForPasswordsBehindAProxyOnlyWhereItSaysThatNobodyElseReadsThem() throws IOException {
        start("passwords: passwords\nproxy: {addresses: [" + PROXY + "]}\n");
        String https = "X-Forwarded-Proto: https";

        assertThat(get(PROXY, "/health", https)).startsWith("HTTP/1.1 401");
        assertThat(get(PROXY, "/health", https, RIGHT)).startsWith("HTTP/1.1 200");
        for (String open : List.of("X-Forwarded-Proto: http", "X-Nothing: ", https + ", http")) {
            assertThat(get(PROXY, "/health", open, RIGHT))
                    .as(open)
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("WWW-Authenticate");
        }
        assertThat(get(PROXY, "/health", https, "X-Forwarded-Proto: http", RIGHT))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void slowDownThoseBehindAProxyOneByOne() throws IOException {
        start("passwords: passwords\nproxy: {addresses: [" + PROXY + "]}\n");
        String https = "X-Forwarded-Proto: https";
        String wrong = basic(NAME, "pluk de nacht");
        for (int i = 0; i < 5; i++) {
            String first = "X-Forwarded-For: 10.1.1." + i + ", 10.0.0.7";
            assertThat(get(PROXY, "/health", https, first, wrong)).startsWith("HTTP/1.1 401");
        }

        assertThat(get(PROXY, "/health", https, "X-Forwarded-For: 10.9.9.9, 10.0.0.7", wrong))
                .startsWith("HTTP/1.1 429");
        assertThat(get(PROXY, "/health", https, "X-Forwarded-For: 10.0.0.8", RIGHT))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void askNobodyElsewhereForAPasswordInTheOpen() throws IOException {
        InetAddress address = otherAddress();
        start(
                "address: "
                        + address.getHostAddress()
                        + "\npasswords: passwords\nproxy: {addresses: [10.0.0.5]}\n");

        String answer = raw(address, address, "GET /health HTTP/1.1", RIGHT);

        assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("WWW-Authenticate");
    }

    @Test
    void encryptWithACertificateAndTakeANewOne() throws Exception {
        InetAddress address = otherAddress();
        certificate("first");
        start(
                "address: "
                        + address.getHostAddress()
                        + "\npasswords: passwords\ncertificate: pages.pem\nkey: pages-key.pem\n");
        assertThat(pages.orElseThrow().address()).startsWith("https://" + address.getHostAddress());

        assertThat(encrypted(address, "GET /health HTTP/1.1")).startsWith("HTTP/1.1 401");
        assertThat(encrypted(address, "GET /health HTTP/1.1", RIGHT)).startsWith("HTTP/1.1 200");
        assertThat(subject(address)).contains("first");
        assertThat(raw(address, address, "GET /health HTTP/1.1", RIGHT)).startsWith("HTTP/1.1 400");

        Files.writeString(root.resolve("pages.pem"), "half of it");
        pages.orElseThrow().lookForCertificate();
        pages.orElseThrow().lookForCertificate();
        assertThat(subject(address)).contains("first");
        assertThat(told).hasSize(1);
        certificate("second");
        pages.orElseThrow().lookForCertificate();
        assertThat(subject(address)).contains("second");
    }

    @Test
    void doNotBeginWithWhatCannotBeUsed() throws Exception {
        certificate("town");
        Files.setPosixFilePermissions(
                root.resolve("pages-key.pem"), PosixFilePermissions.fromString("rw-r-----"));
        secret("passwords", NAME + ":{SHA}" + PASSWORD + "\n");
        secret("token", "short");

        assertThatThrownBy(
                        () ->
                                start(
                                        "passwords: passwords\ncertificate: pages.pem\nkey:"
                                                + " pages-key.pem\nmetrics-token: {file:"
                                                + " token}\n"))
                .isInstanceOf(WebPages.UnreadyException.class)
                .hasMessageContaining("config/pages.yaml:1: passwords: file ")
                .hasMessageContaining("line 1: the hash is not one of bcrypt")
                .hasMessageContaining("pages-key.pem can be read by other accounts")
                .hasMessageContaining("metrics-token: file token is missing or short")
                .hasMessageNotContaining(NAME)
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void areThereForABrowserThatSaysAPassword() throws Exception {
        start("passwords: passwords\n");
        String login =
                NAME
                        + ":"
                        + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20");
        String place = "localhost:" + pages.orElseThrow().port();

        try (PageReader reader = PageReader.start()) {
            reader.open(URI.create("http://" + login + "@" + place + "/?lang=en"));

            assertThat(reader.said("h1")).containsExactly("Overview");
            assertThat(reader.strings("[getComputedStyle(document.body).margin]"))
                    .as("with its design")
                    .doesNotContain("8px");
            assertThat(reader.strings("page.violations(" + PageReader.rules() + ")")).isEmpty();
            assertThat(reader.browser().complaints()).isEmpty();
            reader.open(URI.create("http://" + place + "/dictionary?lang=en"));
            assertThat(reader.said("h1")).containsExactly("Dictionary");
            assertThat(reader.said("body").toString()).doesNotContain(NAME);
        }
    }

    private void start(String settings) throws IOException {
        Files.writeString(root.resolve("config/pages.yaml"), settings);
        pages =
                Optional.of(
                        WebPages.start(
                                new WebPages.Place(0, Set.of("town.example")),
                                root,
                                new ServerJournal(clock),
                                new ServerMonitor(root, clock, work -> {}),
                                new WebPages.Host(
                                        List.of(),
                                        settings.contains("certificate")
                                                ? Clock.systemUTC()
                                                : clock,
                                        told::add)));
    }

    private void secret(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
        Files.setPosixFilePermissions(
                root.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }

    /** By the program that comes with every JDK; it writes no key in PEM by itself. */
    private void certificate(String name) throws Exception {
        Path store = root.resolve(name + ".p12");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        java.security.KeyStore keys = java.security.KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        Path chain = root.resolve("new.pem");
        Files.writeString(chain, pem("CERTIFICATE", keys.getCertificate(name).getEncoded()));
        secret(
                "pages-key.pem",
                pem("PRIVATE KEY", keys.getKey(name, "changeit".toCharArray()).getEncoded()));
        Files.move(chain, root.resolve("pages.pem"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN "
                + what
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END "
                + what
                + "-----\n";
    }

    private static String basic(String name, String password) {
        return "Authorization: Basic "
                + encoded((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private String get(String from, String path, String... headers) throws IOException {
        return raw(from, "GET " + path + " HTTP/1.1", headers);
    }

    private String raw(String from, String line, String... headers) throws IOException {
        return raw(InetAddress.getByName(from), InetAddress.getByName("127.0.0.1"), line, headers);
    }

    /** As any program may ask, from any address of this machine. */
    private String raw(InetAddress from, InetAddress to, String line, String... headers)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(to, pages.orElseThrow().port()));
            return ask(socket, line, headers);
        }
    }

    private String encrypted(InetAddress to, String line, String... headers) throws Exception {
        try (Socket socket = encrypted(to)) {
            return ask(socket, line, headers);
        }
    }

    private String subject(InetAddress to) throws Exception {
        try (SSLSocket socket = encrypted(to)) {
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }

    private SSLSocket encrypted(InetAddress to) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new X509TrustManager[] {new Trusting()}, null);
        return (SSLSocket) context.getSocketFactory().createSocket(to, pages.orElseThrow().port());
    }

    private static String ask(Socket socket, String line, String... headers) throws IOException {
        String request =
                line
                        + "\r\nHost: town.example\r\n"
                        + String.join("\r\n", headers)
                        + (headers.length > 0 ? "\r\n" : "")
                        + "Connection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** One by which others reach this machine. */
    private static InetAddress otherAddress() throws IOException {
        Optional<InetAddress> address =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
                        .findFirst();
        assumeTrue(address.isPresent(), "skipped: this machine has the loopback address only");
        return address.get();
    }

    /** Whoever shows a certificate. */
    private static final class Trusting implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
