package eu.wattpeil.collect.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.wattpeil.collect.source.SourceBench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on a free port of this machine that answers as a test says, and notes what it is asked.
 */
final class FakeServer implements AutoCloseable {

    /** Answers one request. */
    @FunctionalInterface
    interface Reply {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());

    FakeServer(Reply reply) throws IOException {
        this(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                reply);
    }

    FakeServer(HttpServer server, Reply reply) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    StringBuilder head = new StringBuilder();
                    exchange.getRequestHeaders()
                            .forEach((name, values) -> head.append(name).append(values));
                    heads.add(head.toString());
                    try (exchange) {
                        reply.give(exchange);
                    }
                });
        server.start();
    }

    /** A workspace that does not really wait between two tries. */
    static SourceBench bench(Path root) {
        return new SourceBench(
                root,
                Map.of("TOKEN", "geheim-1234"),
                context -> HttpSource.of(context, length -> {}));
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Paths and queries, in the order that they were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The headers of each request. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    void forget() {
        asked.clear();
        heads.clear();
    }

    static void give(HttpExchange exchange, int status, String body) throws IOException {
        give(exchange, status, body.getBytes(UTF_8));
    }

    static void give(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static void leadOn(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        give(exchange, 302, "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
