package eu.wattpeil.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {

    @TempDir Path folder;

    @Test
    void isMissingWhereAnyCauseSaysSo() {
        for (String said :
                new String[] {
                    "No space left on device",
                    "Disk quota exceeded",
                    "File too large",
                    "There is not enough space on the disk"
                }) {
            IOException cause = new FileSystemException("x.parquet", null, said);

            assertThat(Room.isMissing(new UncheckedIOException(cause))).as(said).isTrue();
        }
        assertThat(Room.isMissing(new IOException("Input/output error"))).isFalse();
        assertThat(Room.isMissing(new IOException())).isFalse();
    }

    @Test
    void isThatOfTheFolderInWhichAFileWouldBeMade() {
        assertThat(Room.free(folder.resolve("new/file"))).isPresent();
    }
}
