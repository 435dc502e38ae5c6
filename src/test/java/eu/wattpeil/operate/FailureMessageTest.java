package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.failure.ExplainedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureMessageTest {

    @Test
    void isTheMessageAloneWhereTheTypeSaysThatItExplains() {
        assertThat(FailureMessage.of(new Explained("store/x: the file is damaged")))
                .isEqualTo("store/x: the file is damaged");
    }

    @Test
    void looksForTheExplanationBelowWhatFrameworksWrapAroundIt() {
        Throwable wrapped = new IllegalStateException("step failed", new Explained("no room"));

        assertThat(FailureMessage.of(wrapped)).isEqualTo("no room");
    }

    @Test
    void namesTheFileThatCannotBeUsed() {
        assertThat(FailureMessage.of(new NotDirectoryException("inbox/a.csv")))
                .isEqualTo("Cannot use file: inbox/a.csv (NotDirectoryException)");
    }

    @Test
    void saysWhatToDoAboutAFileThatCannotBeUsed() {
        assertThat(FailureMessage.of(new NoSuchFileException("store/a")))
                .isEqualTo(
                        "store/a: the file is gone, expected it to stay while it is in use; is its"
                                + " disk or share not there any more? Bring it back, and run"
                                + " again");
        assertThat(FailureMessage.of(new AccessDeniedException("store/a")))
                .isEqualTo(
                        "store/a: access is denied, expected rights for the account that runs"
                                + " Wattpeil; give it those, and run again");
        assertThat(
                        FailureMessage.of(
                                new FileSystemException("store/a", null, "Read-only file system")))
                .isEqualTo(
                        "store/a: the disk can only be read, expected one that can be written to;"
                                + " mount it so, and run again");
    }

    @Test
    void saysThatTheDiskOrShareOfAFileIsAway() {
        assertThat(
                        FailureMessage.of(
                                new FileSystemException(
                                        "/srv/town", null, "Transport endpoint is not connected")))
                .isEqualTo(
                        "/srv/town: its disk or share does not answer (Transport endpoint is not"
                                + " connected), expected it to stay while it is in use; bring it"
                                + " back, and run again");
    }

    @Test
    void saysNoMoreThanTheSystemOfAFileThatStandsWhereAFolderIsExpected(@TempDir Path folder)
            throws IOException {
        Path file = Files.createFile(folder.resolve("store"));

        assertThatThrownBy(() -> Files.createDirectories(file))
                .isInstanceOfSatisfying(
                        FileAlreadyExistsException.class,
                        failure ->
                                assertThat(FailureMessage.of(failure))
                                        .isEqualTo(
                                                "Cannot use file: "
                                                        + file
                                                        + " (FileAlreadyExistsException)"));
    }

    @Test
    void saysWhatToDoAboutMemoryWhateverWasWrappedAroundIt() {
        Throwable wrapped =
                new UncheckedIOException(
                        new IOException("Cannot read a", new OutOfMemoryError("Java heap space")));

        assertThat(FailureMessage.of(wrapped))
                .matches(
                        "memory: this process may take \\d+ MB, expected more for this workspace;"
                                + " start Java with a higher limit, such as java -Xmx\\d+m -jar …,"
                                + " and the next run goes on from here");
    }

    @Test
    void showsTheTraceOfAFaultOfOurs() {
        assertThat(FailureMessage.of(new IllegalStateException("bug")))
                .startsWith("This is a fault of Wattpeil.")
                .contains("FailureMessageTest.showsTheTraceOfAFaultOfOurs");
    }

    private static final class Explained extends ExplainedException {

        private static final long serialVersionUID = 1L;

        private Explained(String message) {
            super(message);
        }
    }
}
