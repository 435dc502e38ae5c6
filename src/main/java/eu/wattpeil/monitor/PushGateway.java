package eu.wattpeil.monitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A Pushgateway of Prometheus, which keeps the metrics of runs that are over until it is asked for
 * them. They stand in a group of its own for each workspace, which each run replaces.
 */
public final class PushGateway {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final int DONE = 200;
    private static final int TAKEN = 202;

    private final URI gateway;
    private final URI group;
    private final Duration patience;

    /**
     * @param gateway such as {@code http://prometheus.example:9091}
     * @param workspace that the group names, where there are several: letters, digits, dots, - and
     *     _; empty for none
     */
    public PushGateway(URI gateway, String workspace) {
        this(gateway, workspace, ANSWERING);
    }

    /**
     * @param patience with the answer
     */
    PushGateway(URI gateway, String workspace, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
        group =
                URI.create(
                        gateway.toString().replaceFirst("/+$", "")
                                + "/metrics/job/wattpeil"
                                + (workspace.isEmpty()
                                        ? ""
                                        : "/" + Metrics.WORKSPACE + "/" + workspace));
    }

    /**
     * Gives it metrics.
     *
     * @param text in the text format of Prometheus
     * @throws IOException where it does not take them, with why
     */
    public void push(String text) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(group)
                        .timeout(patience)
                        .header("Content-Type", Metrics.FORMAT)
                        .PUT(BodyPublishers.ofString(text, StandardCharsets.UTF_8))
                        .build();
        int code;
        try {
            code =
                    HttpClient.newBuilder()
                            .connectTimeout(CONNECTING)
                            .followRedirects(Redirect.NEVER)
                            .build()
                            .send(request, BodyHandlers.discarding())
                            .statusCode();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw refused("was not asked to the end", ending);
        } catch (IOException unreachable) {
            throw refused("cannot be reached or does not answer", unreachable);
        }
        if (code != DONE && code != TAKEN) {
            throw refused("answers " + code, null);
        }
    }

    private IOException refused(String what, @Nullable Exception cause) {
        return new IOException(
                "the Pushgateway "
                        + gateway
                        + " "
                        + what
                        + ", expected that it takes metrics; the run is not touched by that",
                cause);
    }
}
