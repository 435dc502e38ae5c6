package eu.wattpeil.operate;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.failure.ExplainedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How what is in the state folder of a workspace is to be understood: a number in the file {@code
 * .format}. A folder without it is older than the number, or new.
 */
final class StateFormat {

    /** Raised where the folder may hold what an older program would take for something else. */
    static final int NUMBER = 1;

    private StateFormat() {}

    /** The state folder cannot be used by this version. */
    static final class Unknown extends ExplainedException {

        private static final long serialVersionUID = 1L;

        private Unknown(String message) {
            super(message);
        }
    }

    /**
     * Refuses what a newer version made.
     *
     * @throws Unknown where it did, or where the number cannot be read
     */
    static void requireUnderstood(Path stateFolder) {
        Path file = file(stateFolder);
        String text = text(file).map(String::strip).orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw new Unknown(
                    file
                            + ": the file is damaged, expected the number of the workspace's"
                            + " format; remove it where no newer version of Wattpeil has run in"
                            + " this workspace");
        }
        if (Integer.parseInt(text) > NUMBER) {
            throw new Unknown(
                    file
                            + ": the workspace is of format "
                            + text
                            + ", made by a newer version of Wattpeil, expected format "
                            + NUMBER
                            + " or older; run that version, or move "
                            + stateFolder
                            + " away: a run makes a new one from the store");
        }
    }

    /** Notes the number. Only for the one process that runs in the workspace. */
    static void note(Path stateFolder) throws IOException {
        byte[] number = (NUMBER + "\n").getBytes(StandardCharsets.UTF_8);
        if (!text(file(stateFolder)).equals(Optional.of(NUMBER + "\n"))) {
            Disk.local().replace(file(stateFolder), number, Access.OWNER);
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException older) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new Unknown(
                    "Cannot read " + file + ": this account may not, or the disk is damaged");
        }
    }

    private static Path file(Path stateFolder) {
        return stateFolder.resolve(".format");
    }
}
