package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static eu.wattpeil.collect.source.http.FakeServer.leadOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS a server is believed only by a certificate that is trusted and is for its name. */
class HttpTrustIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir Path root;

    @Test
    void trustsAnAuthorityOfTheOrganisation() throws Exception {
        keys("own", "-ext", "san=dns:localhost");
        try (FakeServer server = server("own")) {
            HttpBench bench = new HttpBench(root);
            bench.fetch(url(server, "/"), "trust: own.pem");
            assertThat(bench.landed()).hasSize(1);

            assertThat(bench.failure(url(server, "/")))
                    .isEqualTo(
                            "the server: shows a certificate of no authority that is trusted,"
                                    + " expected one; trust: FILE names the certificates, in PEM,"
                                    + " of an authority of your own");
        }
    }

    @Test
    void refusesTheCertificateOfAnother() throws Exception {
        keys("own", "-ext", "san=dns:localhost");
        keys("other", "-ext", "san=dns:elsewhere.example");
        HttpBench bench = new HttpBench(root);
        try (FakeServer server = server("other")) {
            assertThat(bench.failure(url(server, "/"), "trust: own.pem"))
                    .startsWith("the server: shows a certificate of no authority");
            assertThat(bench.failure(url(server, "/"), "trust: other.pem"))
                    .isEqualTo(
                            "the server: shows a certificate that is not for its name, expected"
                                    + " one that is");
        }
    }

    @Test
    void neverLeavesTls() throws Exception {
        keys("own", "-ext", "san=dns:localhost");
        try (FakeServer open = new FakeServer(exchange -> give(exchange, 200, "[1]"));
                FakeServer server =
                        server("own", exchange -> leadOn(exchange, open.url("/open")))) {
            assertThat(new HttpBench(root).failure(url(server, "/"), "trust: own.pem"))
                    .isEqualTo(
                            "the server: leads on from https to http, expected that it stays"
                                    + " https");
            assertThat(open.asked()).isEmpty();
        }
    }

    @Test
    void tellsWhereThereIsNothingToTrust() throws IOException {
        Files.writeString(root.resolve("empty.pem"), "");
        HttpBench bench = new HttpBench(root);
        for (String name : List.of("empty.pem", "missing.pem")) {
            String message =
                    "trust: file " + name + " cannot be read, expected certificates in PEM";
            assertThat(bench.concerns("http: https://host/", "trust: " + name))
                    .containsExactly(message);
            assertThat(bench.failure("http: https://host/", "trust: " + name)).isEqualTo(message);
        }
    }

    private static String url(FakeServer server, String path) {
        return "http: https://localhost:" + server.port() + path;
    }

    private FakeServer server(String name) throws Exception {
        return server(name, exchange -> give(exchange, 200, "[1]"));
    }

    private FakeServer server(String name, FakeServer.Reply reply)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(root.resolve(name + ".p12"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeServer(server, reply);
    }

    /** A key with a certificate of its own, and the certificate alone in PEM. */
    private void keys(String name, String... more) throws Exception {
        List<String> made =
                new ArrayList<>(
                        List.of(
                                "-genkeypair",
                                "-alias",
                                "key",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name));
        made.addAll(List.of(more));
        keytool(name, made);
        keytool(
                name,
                List.of(
                        "-exportcert",
                        "-rfc",
                        "-alias",
                        "key",
                        "-file",
                        root.resolve(name + ".pem").toString()));
    }

    private void keytool(String name, List<String> arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/keytool")
                                        .toString()));
        command.addAll(arguments);
        command.addAll(
                List.of(
                        "-keystore",
                        root.resolve(name + ".p12").toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
