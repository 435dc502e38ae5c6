package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.source.FetchException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The drivers that come along, and those whose jars lie in {@code lib/} beside the program. */
final class Drivers {

    private Drivers() {}

    /**
     * The driver for an address.
     *
     * @throws FetchException where there is none
     */
    static Driver of(String url) throws FetchException {
        Optional<Driver> own = find(url, Drivers.class.getClassLoader());
        if (own.isPresent()) {
            return own.get();
        }
        return find(url, new URLClassLoader(jars(), Drivers.class.getClassLoader()))
                .orElseThrow(
                        () ->
                                new FetchException(
                                        "there is no driver for "
                                                + kind(url)
                                                + ", expected its jar in lib/ beside wattpeil.jar"));
    }

    private static Optional<Driver> find(String url, ClassLoader loader) {
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!drivers.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = drivers.next();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | SQLException unusable) {
                // One that cannot be loaded here leaves the others alone.
            }
        }
    }

    /** Such as {@code jdbc:oracle}: what follows may name a host. */
    private static String kind(String url) {
        int end = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : -1;
        return end < 0 ? "this address" : url.substring(0, end);
    }

    private static URL[] jars() {
        CodeSource program = Drivers.class.getProtectionDomain().getCodeSource();
        List<URL> jars = new ArrayList<>();
        if (program == null) {
            return new URL[0];
        }
        try {
            Path folder = Path.of(program.getLocation().toURI()).resolveSibling("lib");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.sorted().toList()) {
                        if (file.toString().endsWith(".jar")) {
                            jars.add(url(file));
                        }
                    }
                }
            }
        } catch (URISyntaxException | IOException unreadable) {
            // Then there are no further drivers, which is told by the kind that is missing.
        }
        return jars.toArray(URL[]::new);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
