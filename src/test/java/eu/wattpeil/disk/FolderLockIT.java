package eu.wattpeil.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lock that one process holds, as another one finds it. */
class FolderLockIT {

    @TempDir Path folder;

    /** Tries to take the lock of a folder, and prints what came of it. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try (FolderLock held = take(Path.of(arguments[0]), "the other one")) {
                System.out.print("taken");
            } catch (FolderInUseException refused) {
                System.out.print(refused.getMessage());
            }
        }
    }

    @Test
    void isHeldFromItsBeginningToItsEnd() throws Exception {
        try (FolderLock held = take(folder, "process 7")) {
            assertThat(tryInAnotherProcess()).startsWith("town is in use by process 7, expected");
        }

        assertThat(tryInAnotherProcess()).isEqualTo("taken");
    }

    /** A file that is closed takes all locks with it that its process has of it. */
    @Test
    void isHeldThoughItsOwnProcessLooksWhoHoldsIt() throws Exception {
        try (FolderLock held = take(folder, "process 7")) {
            Path detour = folder.resolve("..").resolve(folder.getFileName());
            assertThat(FolderLock.holder(lock(folder), holder(folder))).contains("process 7");
            assertThat(FolderLock.holder(lock(detour), holder(detour))).contains("process 7");

            assertThat(tryInAnotherProcess()).startsWith("town is in use by process 7, expected");
        }
        assertThat(FolderLock.holder(lock(folder), holder(folder))).isEqualTo(Optional.empty());
    }

    @Test
    void isHeldThoughItsOwnProcessTriesToTakeItAgain() throws Exception {
        try (FolderLock held = take(folder, "process 7")) {
            assertThatThrownBy(() -> take(folder, "process 7 again"))
                    .isInstanceOf(FolderInUseException.class);

            assertThat(tryInAnotherProcess()).startsWith("town is in use by process 7, expected");
        }
    }

    private String tryInAnotherProcess() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static FolderLock take(Path folder, String who) throws IOException {
        return FolderLock.take(lock(folder), holder(folder), who, "town");
    }

    private static Path lock(Path folder) {
        return folder.resolve("lock");
    }

    private static Path holder(Path folder) {
        return folder.resolve("holder");
    }
}
