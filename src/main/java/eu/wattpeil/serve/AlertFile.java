package eu.wattpeil.serve;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        if (!Files.isRegularFile(file)) {
            return AlertState.NONE;
        }
        try {
            AlertState state = JSON.readValue(Files.readAllBytes(file), AlertState.class);
            return state == null ? AlertState.NONE : state;
        } catch (JacksonException damaged) {
            return AlertState.NONE;
        }
    }

    void save(AlertState state) throws IOException {
        Disk.local().replace(file, JSON.writeValueAsBytes(state), Access.OWNER);
    }
}
