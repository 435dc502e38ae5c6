package eu.wattpeil.web;

import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.serve.ServerJournal;
import eu.wattpeil.workspace.PagesSettings;
import eu.wattpeil.workspace.PagesSettings.CertificateFiles;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring MVC with what the pages need, and no more. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
final class PagesConfiguration implements WebMvcConfigurer {

    static final String REPORTS = "/reports/";

    private static final int THREADS = 4;

    /** Browsers that are connected, most of them idle; each keeps some memory. */
    private static final int MOST_CONNECTIONS = 256;

    private static final int CONNECTION_TIMEOUT_MILLIS = 10_000;

    private final ShownWorkspace workspace;

    PagesConfiguration(ShownWorkspace workspace) {
        this.workspace = workspace;
    }

    @Bean
    TomcatServletWebServerFactory server(InetSocketAddress address, PagesSettings settings) {
        TomcatServletWebServerFactory factory =
                new TomcatServletWebServerFactory(address.getPort());
        factory.setAddress(address.getAddress());
        factory.setServerHeader("");
        factory.addErrorPages(new ErrorPage(PagesController.FAULT));
        factory.addConnectorCustomizers(
                connector -> {
                    connector.setProperty("maxThreads", Integer.toString(THREADS));
                    connector.setProperty("minSpareThreads", "1");
                    connector.setProperty("maxConnections", Integer.toString(MOST_CONNECTIONS));
                    connector.setProperty(
                            "connectionTimeout", Integer.toString(CONNECTION_TIMEOUT_MILLIS));
                    connector.setXpoweredBy(false);
                    settings.certificate().ifPresent(it -> encrypt(connector, it));
                });
        return factory;
    }

    private static void encrypt(Connector connector, CertificateFiles files) {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, Type.UNDEFINED);
        certificate.setCertificateFile(files.chain().toString());
        certificate.setCertificateKeyFile(files.key().toString());
        host.addCertificate(certificate);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
        return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
    }

    @Bean
    FilterRegistrationBean<Guard> guard(AllowedHosts hosts) {
        FilterRegistrationBean<Guard> guard = new FilterRegistrationBean<>(new Guard(hosts));
        guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return guard;
    }

    /** After the guard, whose headers hold for whoever is turned away, too. */
    @Bean
    FilterRegistrationBean<Doorkeeper> doorkeeper(PagesSettings settings, WebPages.Host host) {
        FilterRegistrationBean<Doorkeeper> doorkeeper =
                new FilterRegistrationBean<>(
                        new Doorkeeper(
                                settings,
                                settings.passwords().map(it -> new Passwords(it, host.trouble())),
                                new Attempts(host.clock())));
        doorkeeper.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return doorkeeper;
    }

    @Bean
    ExplanationDesk desk(WebPages.Host host) {
        return new ExplanationDesk(
                new ExplanationProcess(host.program(), workspace.root()), host.clock());
    }

    @Bean
    PagesController pages(ServerJournal journal, Clock clock, ExplanationDesk desk) {
        return new PagesController(workspace, journal, clock, desk);
    }

    @Bean
    MonitorController monitoring(ServerMonitor monitor, Clock clock) {
        return new MonitorController(workspace, monitor, clock);
    }

    /** Published files, whichever folder the settings name now. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(REPORTS + "**")
                .addResourceLocations(new Resource[] {reports()});
    }

    private Resource reports() {
        return new FileSystemResource(workspace.reports() + "/");
    }
}
