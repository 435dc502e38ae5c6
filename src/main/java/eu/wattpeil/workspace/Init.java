package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/**
 * Makes a new workspace: files whose comments teach each key, and a small example, so that a first
 * {@code run} shows something.
 */
public final class Init {

    private Init() {}

    /**
     * Writes into a folder that is empty or not there yet.
     *
     * @return the files written, relative to the folder, in order
     * @throws InvalidWorkspaceException if the folder holds anything; then nothing is written
     */
    public static List<String> write(Path directory) {
        requireEmpty(directory);
        Map<String, Resource> template = PackagedFiles.under("init", Init.class.getClassLoader());
        template.forEach((path, content) -> write(directory.resolve(path), content));
        return List.copyOf(template.keySet());
    }

    private static void requireEmpty(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            refuse(directory, "this is a file, expected an empty folder or a new one");
        }
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                refuse(directory, "the folder is not empty, expected an empty one or a new one");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot list folder: " + directory, unreadable);
        }
    }

    private static void refuse(Path directory, String message) {
        throw new InvalidWorkspaceException(
                List.of(new Problem(Place.of(directory.toString()), message)));
    }

    private static void write(Path file, Resource content) {
        try (InputStream input = content.getInputStream()) {
            Files.createDirectories(file.getParent());
            Files.copy(input, file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write file: " + file, unwritable);
        }
    }
}
