package eu.wattpeil.web;

import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.workspace.PagesSettings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The pages, on a port of this machine; beyond it for those who may look. */
public final class WebPages implements AutoCloseable {

    /** Of the web server, whose log would tell of itself; held, as else it is forgotten. */
    private static final Logger OF_TOMCAT = Logger.getLogger("org.apache");

    private final ConfigurableApplicationContext context;
    private final PagesSettings settings;
    private final Optional<CertificateWatch> certificate;

    private WebPages(
            ConfigurableApplicationContext context,
            PagesSettings settings,
            Optional<CertificateWatch> certificate) {
        this.context = context;
        this.settings = settings;
        this.certificate = certificate;
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
     * What the pages need of the program that shows them.
     *
     * @param program the command that starts another one like it
     * @param trouble is told what goes wrong with passwords and certificate while they are used
     */
    public record Host(List<String> program, Clock clock, Consumer<String> trouble) {

        public Host {
            program = List.copyOf(program);
        }
    }

    /**
     * Shows a workspace.
     *
     * @throws PortException where the port cannot be had
     * @throws UnreadyException where passwords or certificate cannot be used
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where the workspace is wrong
     * @throws IOException where its files cannot be looked at
     */
    public static WebPages start(
            Place place, Path root, ServerJournal journal, ServerMonitor monitor, Host host)
            throws IOException {
        OF_TOMCAT.setLevel(Level.SEVERE);
        ShownWorkspace workspace = new ShownWorkspace(root);
        PagesSettings settings = workspace.pages();
        List<String> concerns = PagesConcerns.of(settings, host.clock());
        if (!concerns.isEmpty()) {
            throw new UnreadyException(concerns);
        }
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
                                            () ->
                                                    new InetSocketAddress(
                                                            settings.address(), place.port()));
                                    beans.registerBean(
                                            AllowedHosts.class,
                                            () -> new AllowedHosts(hosts(place, settings)));
                                    beans.registerBean(PagesSettings.class, () -> settings);
                                    beans.registerBean(Host.class, () -> host);
                                    beans.registerBean(ShownWorkspace.class, () -> workspace);
                                    beans.registerBean(ServerJournal.class, () -> journal);
                                    beans.registerBean(ServerMonitor.class, () -> monitor);
                                    beans.registerBean(Clock.class, host::clock);
                                });
        program.application()
                .setListeners(
                        program.application().getListeners().stream()
                                .filter(it -> !(it instanceof LoggingApplicationListener))
                                .toList());
        try {
            ConfigurableApplicationContext context = program.run();
            return new WebPages(
                    context,
                    settings,
                    settings.certificate()
                            .map(
                                    it ->
                                            new CertificateWatch(
                                                    it,
                                                    () -> reload(context),
                                                    host.trouble(),
                                                    host.clock())));
        } catch (ApplicationContextException failure) {
            if (failure.getCause() instanceof PortInUseException) {
                throw new PortException(place.port());
            }
            throw failure;
        }
    }

    /** An address that is not any of this machine's is a name of its own. */
    private static Set<String> hosts(Place place, PagesSettings settings) {
        Set<String> hosts = new HashSet<>(place.hosts());
        if (!settings.address().isAnyLocalAddress()) {
            String address = settings.address().getHostAddress();
            hosts.add(settings.address() instanceof Inet6Address ? "[" + address + "]" : address);
        }
        return hosts;
    }

    private static WebServer server(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
    }

    private static void reload(ConfigurableApplicationContext context) {
        ((AbstractHttp11Protocol<?>)
                        ((TomcatWebServer) server(context))
                                .getTomcat()
                                .getConnector()
                                .getProtocolHandler())
                .reloadSslHostConfigs();
    }

    /** The port that they are on. */
    public int port() {
        return server(context).getPort();
    }

    /** Whether others reach them by an address that no request can name. */
    public boolean needName() {
        return settings.address().isAnyLocalAddress();
    }

    /** How a browser of this machine, or of others, is led to them. */
    public String address() {
        String host =
                settings.isOfThisMachine() || settings.address().isAnyLocalAddress()
                        ? "localhost"
                        : settings.address().getHostAddress();
        return (settings.certificate().isPresent() ? "https://" : "http://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + port()
                + "/";
    }

    /** Looks whether there is a new certificate, as is done once a minute. */
    void lookForCertificate() {
        certificate.ifPresent(CertificateWatch::look);
    }

    @Override
    public void close() {
        certificate.ifPresent(CertificateWatch::close);
        context.close();
    }

    /** Passwords or certificate cannot be used. */
    public static final class UnreadyException extends ExplainedException {

        private static final long serialVersionUID = 1L;

        UnreadyException(List<String> concerns) {
            super(String.join("\n", concerns));
        }
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
