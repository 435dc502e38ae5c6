package eu.wattpeil.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a server keeps in the state folder of a workspace. */
public final class ServerFiles {

    private ServerFiles() {}

    /** Those that are damaged; a server does without them. */
    public static List<Path> damaged(Path stateFolder) throws IOException {
        List<Path> damaged = new ArrayList<>();
        ServedTimes.damaged(stateFolder).ifPresent(damaged::add);
        new AlertFile(stateFolder).damaged().ifPresent(damaged::add);
        return damaged;
    }
}
