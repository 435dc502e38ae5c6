package eu.wattpeil.kpi.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed processes leave, and what is not theirs. */
class LeftoversTest {

    @TempDir Path folder;

    @Test
    void removesTheLibrariesThatDeadProcessesUnpacked() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path left = Files.writeString(folder.resolve("libduckdb_java123.so"), "left");
        Path beingUnpacked = Files.writeString(folder.resolve("libduckdb_java456.so"), "young");
        Path another = Files.writeString(folder.resolve("libother.so"), "old");
        for (Path old : new Path[] {left, another}) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }

        UnpackedLibrary.removeAll(folder);

        assertThat(left).doesNotExist();
        assertThat(beingUnpacked).exists();
        assertThat(another).exists();
    }

    @Test
    void leavesNoLibraryOfThisProcessOnceItIsLoaded() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeThat(maps).exists();
        Database.open().close();

        assertThat(Files.readAllLines(maps))
                .filteredOn(line -> line.contains("/libduckdb_java"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("(deleted)"));
    }

    @Test
    void removesSpillFoldersOfDeadProcessesOfThisMachineAlone() throws IOException {
        String own = SpillFolder.of(folder).getFileName().toString();
        String dead = own.replaceFirst("-\\d+-", "-999999999-");
        String elsewhere = dead.replaceFirst("_spill-\\w{4}", "_spill-zzzz");
        for (String name : new String[] {own, dead, elsewhere}) {
            Files.createDirectory(folder.resolve(name));
        }

        SpillFolder.removeLeftovers(folder);

        assertThat(folder.resolve(own)).exists();
        assertThat(folder.resolve(dead)).doesNotExist();
        assertThat(folder.resolve(elsewhere)).exists();
    }
}
