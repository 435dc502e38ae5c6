package eu.wattpeil.serve;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was told of a server's troubles, so that one that starts again tells nothing twice.
 * Where it is damaged, nothing was told.
 */
final class AlertFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build();

    private final Path file;

    /**
     * @param stateFolder of the workspace
     */
    AlertFile(Path stateFolder) {
        file = stateFolder.resolve("alerts.json");
    }

    AlertState load() throws IOException {
        return read().orElse(AlertState.NONE);
    }

    /** The file, where it is there and damaged. */
    Optional<Path> damaged() throws IOException {
        return Files.isRegularFile(file) && read().isEmpty() ? Optional.of(file) : Optional.empty();
    }

    private Optional<AlertState> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), AlertState.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    void save(AlertState state) throws IOException {
        Disk.local().replace(file, JSON.writeValueAsBytes(state), Access.OWNER);
    }
}
