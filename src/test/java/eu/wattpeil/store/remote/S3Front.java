package eu.wattpeil.store.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands before S3Mock, and does what S3 does and that does not: it refuses the keys of others, and
 * lets nothing come between the look whether a condition holds and the writing.
 */
final class S3Front {

    /** Of these the client and the server of the JDK have their own. */
    private static final Set<String> OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OWN.addAll(
                List.of(
                        "host",
                        "connection",
                        "content-length",
                        "expect",
                        "upgrade",
                        "transfer-encoding",
                        "date"));
    }

    private static final String REFUSED =
            "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code>"
                    + "<Message>Access Denied</Message></Error>";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int behind;
    private final Object conditions = new Object();

    private S3Front(int behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    static S3Front before(int port) throws IOException {
        return new S3Front(port);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String signed = exchange.getRequestHeaders().getFirst("Authorization");
            if (signed == null || !signed.contains("Credential=" + RemoteServer.KEY + "/")) {
                byte[] refused = REFUSED.getBytes(StandardCharsets.UTF_8);
                boolean isHead = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(403, isHead ? -1 : refused.length);
                if (!isHead) {
                    exchange.getResponseBody().write(refused);
                }
                return;
            }
            if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
                synchronized (conditions) {
                    pass(exchange, body);
                }
            } else {
                pass(exchange, body);
            }
        }
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                body.length == 0
                                                && !Set.of("PUT", "POST")
                                                        .contains(exchange.getRequestMethod())
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().entrySet().stream()
                .filter(header -> !OWN.contains(header.getKey()))
                .forEach(
                        header ->
                                header.getValue()
                                        .forEach(value -> request.header(header.getKey(), value)));
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!OWN.contains(name)
                                        || (isHead && name.equalsIgnoreCase("content-length"))) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            boolean isEmpty = isHead || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), isEmpty ? -1 : answer.body().length);
            if (!isEmpty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
