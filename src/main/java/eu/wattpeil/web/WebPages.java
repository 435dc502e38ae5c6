package eu.wattpeil.web;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.serve.ServerJournal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The pages, on a port of this machine. */
public final class WebPages implements AutoCloseable {

    /** Of the web server, whose log would tell of itself; held, as else it is forgotten. */
    private static final Logger OF_TOMCAT = Logger.getLogger("org.apache");

    private final ConfigurableApplicationContext context;

    private WebPages(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Where the pages are.
     *
     * @param port 0 for any that is free
     * @param hosts further names by which browsers may ask for them, of a proxy before them
     */
    public record Place(int port, Set<String> hosts) {

        public Place {
            hosts = Set.copyOf(hosts);
        }
    }

    /**
     * Shows a workspace.
     *
     * @throws PortException where the port cannot be had
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where the workspace is wrong
     */
    public static WebPages start(
            Place place, Path root, ServerJournal journal, ServerMonitor monitor, Clock clock) {
        OF_TOMCAT.setLevel(Level.SEVERE);
        ShownWorkspace workspace = new ShownWorkspace(root);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        SpringApplicationBuilder program =
                new SpringApplicationBuilder(PagesConfiguration.class)
                        .registerShutdownHook(false)
                        .web(WebApplicationType.SERVLET)
                        .logStartupInfo(false)
                        .properties("spring.main.banner-mode=off")
                        .initializers(
                                started -> {
                                    GenericApplicationContext beans =
                                            (GenericApplicationContext) started;
                                    beans.registerBean(
                                            InetSocketAddress.class,
                                            () -> new InetSocketAddress(loopback, place.port()));
                                    beans.registerBean(
                                            AllowedHosts.class,
                                            () -> new AllowedHosts(place.hosts()));
                                    beans.registerBean(ShownWorkspace.class, () -> workspace);
                                    beans.registerBean(ServerJournal.class, () -> journal);
                                    beans.registerBean(ServerMonitor.class, () -> monitor);
                                    beans.registerBean(Clock.class, () -> clock);
                                });
        program.application()
                .setListeners(
                        program.application().getListeners().stream()
                                .filter(it -> !(it instanceof LoggingApplicationListener))
                                .toList());
        try {
            return new WebPages(program.run());
        } catch (ApplicationContextException failure) {
            if (failure.getCause() instanceof PortInUseException) {
                throw new PortException(place.port());
            }
            throw failure;
        }
    }

    /** The port that they are on. */
    public int port() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(server).getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    /** The port is in use. */
    public static final class PortException extends ExplainedException {

        private static final long serialVersionUID = 1L;

        PortException(int port) {
            super(
                    "--port is "
                            + port
                            + ", which another process listens at, expected one that is free;"
                            + " --port 0 takes any, --no-pages does without");
        }
    }
}
