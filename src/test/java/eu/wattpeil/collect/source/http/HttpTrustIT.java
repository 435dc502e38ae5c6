package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over TLS a server is believed only by a certificate that is trusted and is for its name. */
class HttpTrustIT {

    private static final String OF_NO_AUTHORITY =
            "the server: shows a certificate of no authority that is trusted, expected one; trust:"
                    + " FILE names the certificates, in PEM, of an authority of your own";

    @TempDir Path root;

    @Test
    void trustsAnAuthorityOfTheOrganisation() throws Exception {
        authority("own");
        authority("other");
        key("good", "own", "-ext", "san=dns:localhost");
        SourceBench bench = FakeServer.bench(root);
        try (FaultyServer server = FaultyServer.start(root.resolve("good.p12"))) {
            bench.fetch(url(server), "trust: own.pem");
            assertThat(bench.landed()).hasSize(1);

            assertThat(bench.failure(url(server))).isEqualTo(OF_NO_AUTHORITY);
            assertThat(bench.failure(url(server), "trust: other.pem")).isEqualTo(OF_NO_AUTHORITY);
        }
    }

    @Test
    void trustsACertificateOfItsOwnMaking() throws Exception {
        authority("self", "-ext", "san=dns:localhost");
        SourceBench bench = FakeServer.bench(root);
        try (FaultyServer server = FaultyServer.start(root.resolve("self.p12"))) {
            assertThat(bench.failure(url(server))).isEqualTo(OF_NO_AUTHORITY);
            bench.fetch(url(server), "trust: self.pem");
            assertThat(bench.landed()).hasSize(1);
        }
    }

    @Test
    void refusesACertificateForAnotherNameOrTime() throws Exception {
        authority("own");
        key("elsewhere", "own", "-ext", "san=dns:kanarie.example");
        key("old", "own", "-ext", "san=dns:localhost", "-startdate", "-9d", "-validity", "5");
        SourceBench bench = FakeServer.bench(root);
        try (FaultyServer server = FaultyServer.start(root.resolve("elsewhere.p12"))) {
            assertThat(bench.failure(url(server), "trust: own.pem"))
                    .isEqualTo(
                            "the server: shows a certificate that is not for its name, expected"
                                    + " one that is");
        }
        try (FaultyServer server = FaultyServer.start(root.resolve("old.p12"))) {
            assertThat(bench.failure(url(server), "trust: own.pem"))
                    .isEqualTo("the server: shows a certificate that is not valid today");
        }
        assertThat(bench.landed()).isEmpty();
    }

    @Test
    void tellsThatAServerSpeaksNoTls() throws Exception {
        try (FaultyServer server = FaultyServer.start()) {
            assertThat(FakeServer.bench(root).failure(url(server)))
                    .isEqualTo("the server: agrees on no encryption (TLS)");
        }
    }

    @Test
    void neverLeavesTls() throws Exception {
        authority("own", "-ext", "san=dns:localhost");
        try (FakeServer open = new FakeServer(exchange -> give(exchange, 200, "[1]"));
                FaultyServer server = FaultyServer.start(root.resolve("own.p12"))) {
            server.fault("lead-on", open.url("/open"));
            assertThat(FakeServer.bench(root).failure(url(server), "trust: own.pem"))
                    .isEqualTo(
                            "the server: leads on from https to http, expected that it stays"
                                    + " https");
            assertThat(open.asked()).isEmpty();
        }
    }

    @Test
    void tellsWhereThereIsNothingToTrust() throws IOException {
        Files.writeString(root.resolve("empty.pem"), "");
        SourceBench bench = FakeServer.bench(root);
        for (String name : List.of("empty.pem", "missing.pem")) {
            String message =
                    "trust: file " + name + " cannot be read, expected certificates in PEM";
            assertThat(bench.concerns("http: https://host/", "trust: " + name))
                    .containsExactly(message);
            assertThat(bench.failure("http: https://host/", "trust: " + name)).isEqualTo(message);
        }
    }

    private static String url(FaultyServer server) {
        return "http: https://localhost:" + server.port() + "/";
    }

    /** A key with a certificate that it has signed itself, and that alone in PEM. */
    private void authority(String name, String... more) throws Exception {
        List<String> made =
                new ArrayList<>(List.of("-genkeypair", "-alias", name, "-keyalg", "EC"));
        made.addAll(List.of("-dname", "CN=" + name, "-ext", "bc:c"));
        made.addAll(List.of(more));
        keytool(name, made);
        String pem = root.resolve(name + ".pem").toString();
        keytool(name, List.of("-exportcert", "-rfc", "-alias", name, "-file", pem));
    }

    /** A key with a certificate that an authority has signed. */
    private void key(String name, String authority, String... more) throws Exception {
        Files.copy(root.resolve(authority + ".p12"), root.resolve(name + ".p12"));
        List<String> made =
                new ArrayList<>(List.of("-genkeypair", "-alias", name, "-keyalg", "EC"));
        made.addAll(List.of("-dname", "CN=" + name, "-signer", authority));
        made.addAll(List.of(more));
        keytool(name, made);
        keytool(name, List.of("-delete", "-alias", authority));
    }

    private void keytool(String name, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", root.resolve(name + ".p12").toString()));
        command.addAll(
                List.of("-storetype", "PKCS12", "-storepass", new String(FaultProgram.PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
