package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** Finds files that come with Wattpeil, in a folder of classes and in a jar alike. */
final class PackagedFiles {

    private PackagedFiles() {}

    /** The files below a folder of the class path, by their path in it; none where it is absent. */
    static Map<String, Resource> under(String folder, ClassLoader loader) {
        String inUrl = "/" + folder + "/";
        Map<String, Resource> files = new TreeMap<>();
        try {
            for (Resource resource : resources("classpath*:" + folder + "/**", loader)) {
                String url =
                        StringUtils.uriDecode(resource.getURL().toString(), StandardCharsets.UTF_8);
                if (isFile(resource, url)) {
                    files.putIfAbsent(
                            url.substring(url.lastIndexOf(inUrl) + inUrl.length()), resource);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list classpath:" + folder, unreadable);
        }
        return files;
    }

    private static Resource[] resources(String pattern, ClassLoader loader) throws IOException {
        return new PathMatchingResourcePatternResolver(loader).getResources(pattern);
    }

    private static boolean isFile(Resource resource, String url) throws IOException {
        return resource.isFile()
                ? Files.isRegularFile(resource.getFile().toPath())
                : !url.endsWith("/");
    }
}
