package eu.wattpeil.web;

import eu.wattpeil.monitor.ServerMonitor;
import eu.wattpeil.serve.ServerJournal;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

    private final ShownWorkspace workspace;

    PagesConfiguration(ShownWorkspace workspace) {
        this.workspace = workspace;
    }

    @Bean
    TomcatServletWebServerFactory server(InetSocketAddress address) {
        TomcatServletWebServerFactory factory =
                new TomcatServletWebServerFactory(address.getPort());
        factory.setAddress(address.getAddress());
        factory.setServerHeader("");
        factory.addErrorPages(new ErrorPage(PagesController.FAULT));
        factory.addConnectorCustomizers(
                connector -> {
                    connector.setProperty("maxThreads", Integer.toString(THREADS));
                    connector.setProperty("minSpareThreads", "1");
                    connector.setXpoweredBy(false);
                });
        return factory;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
        return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
    }

    @Bean
    FilterRegistrationBean<Guard> guard(AllowedHosts hosts) {
        return new FilterRegistrationBean<>(new Guard(hosts));
    }

    @Bean
    PagesController pages(ServerJournal journal, Clock clock) {
        return new PagesController(workspace, journal, clock);
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
