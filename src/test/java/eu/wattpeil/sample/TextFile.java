package eu.wattpeil.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes lines in UTF-8, each ended by a line feed on every platform. */
final class TextFile {

    private TextFile() {}

    static void write(Path path, List<String> lines) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": the file cannot be written", e);
        }
    }
}
