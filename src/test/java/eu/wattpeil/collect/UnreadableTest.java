package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be read is told by its place, never by the path that an exception has. */
class UnreadableTest {

    private static final String PATH = "/town/inbox/Kanarie.json";

    @Test
    void tellsNoPathOfAnException() {
        for (IOException failure :
                List.of(
                        new NoSuchFileException(PATH),
                        new NotDirectoryException(PATH),
                        new AccessDeniedException(PATH),
                        new FileSystemLoopException(PATH),
                        new FileSystemException(PATH, PATH, "Stale file handle"),
                        new FileNotFoundException(PATH + " (No such file or directory)"))) {
            assertThat(Unreadable.of("inbox/1", failure).message())
                    .startsWith("inbox/1: ")
                    .doesNotContain("Kanarie");
            assertThat(Unreadable.unfetched("jobs/collect/a.yaml", failure).message())
                    .doesNotContain("Kanarie");
        }
    }

    @Test
    void tellsTheReasonThatTheSystemGives() {
        assertThat(
                        Unreadable.of(
                                        "inbox/1",
                                        new FileSystemException(PATH, null, "Stale file handle"))
                                .message())
                .isEqualTo("inbox/1: cannot be read (FileSystemException, Stale file handle)");
        assertThat(Unreadable.of("inbox/1", new IOException("Input/output error")).message())
                .isEqualTo("inbox/1: cannot be read (IOException, Input/output error)");
        assertThat(Unreadable.of("inbox/1", new NoSuchFileException(PATH)).message())
                .isEqualTo("inbox/1: cannot be read (NoSuchFileException)");
    }
}
