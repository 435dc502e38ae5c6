package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;

/** Finds files that come with Wattpeil, in a folder of classes and in a jar alike. */
final class PackagedFiles {

    private PackagedFiles() {}

    /**
     * The files below a folder of the class path, by their path in it; none where it is absent. It
     * stands in one place of the class path: to look into every jar would take longer than to read
     * the files. Those of a jar are small, and read in one go.
     */
    static SortedMap<String, Resource> under(String folder, ClassLoader loader) {
        URL place = loader.getResource(folder + "/");
        if (place == null) {
            return Collections.emptySortedMap();
        }
        try {
            return ResourceUtils.isJarURL(place) ? inJar(place) : inFolder(place);
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("Cannot read classpath:" + folder, unreadable);
        }
    }

    private static SortedMap<String, Resource> inJar(URL folder) throws IOException {
        JarURLConnection connection = (JarURLConnection) folder.openConnection();
        connection.setUseCaches(false);
        String start = connection.getEntryName();
        SortedMap<String, Resource> files = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(start) && !entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(
                                entry.getName().substring(start.length()),
                                new ByteArrayResource(in.readAllBytes()));
                    }
                }
            }
        }
        return files;
    }

    private static SortedMap<String, Resource> inFolder(URL folder)
            throws IOException, URISyntaxException {
        Path start = Path.of(folder.toURI());
        SortedMap<String, Resource> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(start)) {
            found.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    files.put(
                                            start.relativize(file).toString().replace('\\', '/'),
                                            new FileSystemResource(file)));
        }
        return files;
    }
}
