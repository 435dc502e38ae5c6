package eu.wattpeil.operate;

import eu.wattpeil.disk.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * What tells a workspace that hosts share from others: made once, and kept in its folder for what a
 * run must remember.
 */
public final class WorkspaceId {

    private static final String FILE = "workspace-id";

    private WorkspaceId() {}

    /** Of the workspace with a folder for what a run must remember. */
    public static String of(Path stateFolder) {
        Path file = stateFolder.resolve(FILE);
        try {
            Access.OWNER.createFolders(stateFolder);
            if (!Files.exists(file)) {
                make(file, stateFolder);
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whole at its first moment, and made by one alone, whoever else comes at the same time. */
    private static void make(Path file, Path stateFolder) throws IOException {
        String made = UUID.randomUUID().toString();
        Path draft = stateFolder.resolve("." + FILE + "-" + made);
        Access.OWNER.createFile(draft);
        Files.write(draft, (made + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
