package eu.wattpeil.workspace;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;

/** Finds files that come with Wattpeil, in a folder of classes and in a jar alike. */
final class PackagedFiles {

    private PackagedFiles() {}

    /**
     * The files below a folder of the class path, by their path in it; none where it is absent. It
     * stands in one place of the class path: to look into every jar would take longer than to read
     * the files.
     */
    static SortedMap<String, Resource> under(String folder, ClassLoader loader) {
        URL place = loader.getResource(folder + "/");
        if (place == null) {
            return Collections.emptySortedMap();
        }
        try {
            SortedMap<String, Resource> files = new TreeMap<>();
            for (String name : ResourceUtils.isJarURL(place) ? inJar(place) : inFolder(place)) {
                files.put(name, new ClassPathResource(folder + "/" + name, loader));
            }
            return files;
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("Cannot list classpath:" + folder, unreadable);
        }
    }

    private static List<String> inJar(URL folder) throws IOException {
        JarURLConnection connection = (JarURLConnection) folder.openConnection();
        connection.setUseCaches(false);
        String start = connection.getEntryName();
        try (JarFile jar = connection.getJarFile()) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith(start) && !entry.isDirectory())
                    .map(entry -> entry.getName().substring(start.length()))
                    .toList();
        }
    }

    private static List<String> inFolder(URL folder) throws IOException, URISyntaxException {
        Path start = Path.of(folder.toURI());
        try (Stream<Path> found = Files.walk(start)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> start.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
