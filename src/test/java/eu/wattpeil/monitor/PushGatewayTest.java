package eu.wattpeil.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gives metrics to a Pushgateway. */
class PushGatewayTest {

    private static final String TEXT = "wattpeil_workspace_usable 1.0\n";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private int code = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Content-Type")
                                    + "\n"
                                    + new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8));
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(code, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void putsThemInTheGroupOfItsWorkspace() throws IOException {
        new PushGateway(URI.create(address() + "/prefix/"), "").push(TEXT);
        new PushGateway(URI.create(address()), "town-2").push(TEXT);

        assertThat(asked)
                .containsExactly(
                        "PUT /prefix/metrics/job/wattpeil text/plain; version=0.0.4;"
                                + " charset=utf-8\n"
                                + TEXT,
                        "PUT /metrics/job/wattpeil/workspace/town-2 text/plain; version=0.0.4;"
                                + " charset=utf-8\n"
                                + TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 400, 404, 500})
    void saysThatItDoesNotTakeThem(int answered) {
        code = answered;

        assertThatThrownBy(() -> new PushGateway(URI.create(address()), "").push(TEXT))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the Pushgateway "
                                + address()
                                + " answers "
                                + answered
                                + ", expected that it takes metrics; the run is not touched by"
                                + " that");
        assertThat(asked).as("goes nowhere else").hasSize(1);
    }

    @Test
    void doesNotWaitForOneThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI gateway = URI.create("http://localhost:" + silent.getLocalPort());

            assertThatThrownBy(
                            () -> new PushGateway(gateway, "", Duration.ofMillis(300)).push(TEXT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot be reached or does not answer");
        }
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }
}
