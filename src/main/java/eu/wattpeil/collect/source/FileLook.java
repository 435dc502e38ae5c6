package eu.wattpeil.collect.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like from outside, as long as a process may hold it against a later look.
 *
 * @param bytes its size
 * @param changed its time of change
 * @param key tells it from another of the same name; null where the system has none
 */
record FileLook(long bytes, FileTime changed, @Nullable Object key) {

    static FileLook of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    static FileLook of(BasicFileAttributes seen) {
        return new FileLook(seen.size(), seen.lastModifiedTime(), seen.fileKey());
    }

    /** What of it is remembered from run to run. */
    SeenFiles.Stamp stamp() {
        return new SeenFiles.Stamp(bytes, changed.toInstant().toString());
    }
}
