package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.disk.FolderInUseException;
import eu.wattpeil.disk.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut, another account or a full disk finds of a store. */
class StoreOnDiskTest {

    @TempDir Path folder;

    @Test
    void syncsTheDataThenItsFolderThenTheLedger() {
        StepDisk disk = new StepDisk(folder);
        Store store = new Store(folder, Origin.UNKNOWN, Access.OWNER, disk);
        Readings.commit(store, FIRST_READING, 1, 1, 1000);

        String data = "meter_readings/month=2026-09/" + FIRST_READING + ".parquet";
        String row = "documents/000001-" + FIRST_READING + ".parquet";
        String staging = "_staging/" + FIRST_READING + "/";
        assertThat(disk.steps())
                .containsSubsequence(
                        "sync " + staging + data,
                        "sync " + staging + row,
                        "move " + data,
                        "sync folder meter_readings/month=2026-09",
                        "move " + row,
                        "sync folder documents");
        assertThat(disk.steps())
                .containsSubsequence("sync folder ", "sync folder meter_readings", "move " + data);
    }

    @Test
    void syncsATextBeforeAndAfterItIsPutInPlace() {
        StepDisk disk = new StepDisk(folder);
        new Store(folder, Origin.UNKNOWN, Access.OWNER, disk).writeText("kpi_values/x.json", "{}");

        assertThat(disk.steps())
                .containsSubsequence(
                        "sync _staging/kpi_values~x.json",
                        "move kpi_values/x.json",
                        "sync folder kpi_values");
    }

    @Test
    void isTheOwnersAlone() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path root = folder.resolve("store");
        Store store = Store.open(root);
        store.prepare();
        Readings.commit(store, FIRST_READING, 1, 1, 1000);
        store.writeText("kpi_values/x.json", "{}");

        assertThat(rights(root)).containsOnly("rwx------", "rw-------");
    }

    @Test
    void isTheGroupsTooWhereTheSettingSaysSo() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path root = folder.resolve("store");
        Readings.commit(Store.open(root, Origin.UNKNOWN, Access.GROUP), FIRST_READING, 1, 1, 1000);

        assertThat(rights(root)).containsOnly("rwxr-x---", "rw-r-----");
    }

    @Test
    void closesAFolderThatWasOpenToOthers() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        Store.open(folder).prepare();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void isHeldByOneProcessAtATimeAndSaysByWhich() throws IOException {
        Store store = Store.open(folder);
        try (FolderLock held = store.lock("process 7 for /data/town")) {
            assertThatThrownBy(() -> Store.open(folder).lock("process 8 for /data/village"))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessage(
                            folder
                                    + ": the store is in use by process 7 for /data/town,"
                                    + " expected it free; wait until that process has ended");
        }

        try (FolderLock free = store.lock("process 8 for /data/village")) {
            assertThat(folder.resolve(".holder")).hasContent("process 8 for /data/village");
        }
        assertThat(folder.resolve(".holder")).doesNotExist();
    }

    @Test
    void saysWhereRoomIsMissing() {
        Disk full =
                new Disk() {
                    @Override
                    public void sync(Path file) throws IOException {
                        throw new IOException("No space left on device");
                    }

                    @Override
                    public void syncFolder(Path path) {}

                    @Override
                    public void move(Path from, Path to) {}

                    @Override
                    public void remove(Path path) {}
                };
        Store store = new Store(folder, Origin.UNKNOWN, Access.OWNER, full);

        assertThatThrownBy(() -> store.writeText("kpi_values/x.json", "{}"))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.isRoomMissing()).isTrue())
                .hasMessageMatching(
                        ".*kpi_values~x.json: the disk is full \\([0-9.]+ MB are free\\), expected"
                                + " room for the file; make room, and the next run goes on from here");
    }

    private static List<String> rights(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.map(
                            path -> {
                                try {
                                    return PosixFilePermissions.toString(
                                            Files.getPosixFilePermissions(path));
                                } catch (IOException failure) {
                                    throw new AssertionError(failure);
                                }
                            })
                    .distinct()
                    .toList();
        }
    }
}
