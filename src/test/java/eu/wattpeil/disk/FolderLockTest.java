package eu.wattpeil.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    private static final int TAKES = 200;

    @TempDir Path folder;

    @Test
    void saysWhoHoldsItAndIsFreeOnceItIsClosed() throws IOException {
        try (FolderLock held = take("process 7")) {
            assertThatThrownBy(() -> take("process 8"))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessage(
                            "town: the store is in use by process 7, expected it free;"
                                    + " wait until that process has ended");
        }

        take("process 8").close();
    }

    @Test
    void nobodyIsRefusedForOneThatOnlyLooksWhoHoldsIt() throws Exception {
        take("process 6").close();
        AtomicBoolean isOver = new AtomicBoolean();
        FutureTask<Void> looking =
                new FutureTask<>(
                        () -> {
                            while (!isOver.get()) {
                                FolderLock.holder(folder.resolve("lock"), folder.resolve("holder"));
                            }
                            return null;
                        });
        new Thread(looking).start();

        for (int i = 0; i < TAKES; i++) {
            take("process 7").close();
        }

        isOver.set(true);
        looking.get();
        assertThat(folder.resolve("holder")).doesNotExist();
    }

    @Test
    void isFreeWhereItCouldNotSayWhoHoldsIt() throws IOException {
        Path holder = folder.resolve("holder");
        Path inTheWay = Files.createDirectories(holder.resolve("in-the-way"));
        assertThatThrownBy(() -> take("process 7")).isInstanceOf(DirectoryNotEmptyException.class);
        Files.delete(inTheWay);

        take("process 8").close();
    }

    @Test
    void isFreeOnceItIsClosedThoughItStillSaysWhoHoldsIt() throws IOException {
        Path holder = folder.resolve("holder");
        FolderLock held = take("process 7");
        Files.delete(holder);
        Path inTheWay = Files.createDirectories(holder.resolve("in-the-way"));
        assertThatThrownBy(held::close).isInstanceOf(DirectoryNotEmptyException.class);
        Files.delete(inTheWay);

        take("process 8").close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsFilesToTheirOwner() throws IOException {
        try (FolderLock held = take("process 7")) {
            for (String name : List.of("lock", "holder")) {
                assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                        .as(name)
                        .containsOnly(
                                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            }
        }
    }

    private FolderLock take(String who) throws IOException {
        return FolderLock.take(
                folder.resolve("lock"), folder.resolve("holder"), who, "town: the store");
    }
}
