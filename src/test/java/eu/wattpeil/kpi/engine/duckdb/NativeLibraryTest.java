package eu.wattpeil.kpi.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.wattpeil.kpi.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

    private static final Path MAPS = Path.of("/proc/self/maps");

    @TempDir Path folder;

    @Test
    void isLoadedWhereItLiesInAFolderOfItsVersion() throws IOException {
        assumeThat(MAPS).exists();
        Database.open().close();

        assertThat(Files.readAllLines(MAPS))
                .filteredOn(line -> line.contains("duckdb_java"))
                .isNotEmpty()
                .allMatch(
                        line ->
                                line.matches(
                                        ".*/lib/duckdb_jdbc-[0-9.]+/libduckdb_java\\.so_\\w+"));
    }

    @Test
    void isNotPartOfTheClassPathFromWhichTheDriverUnpacksIt() {
        assertThat(Database.class.getResource("/libduckdb_java.so_linux_amd64")).isNull();
    }

    @Test
    void isNamedWithTheCureWhereTheMachineCannotLoadIt() {
        Path absent = folder.resolve("libduckdb_java.so_linux_riscv64");

        assertThatThrownBy(() -> NativeLibrary.load(absent))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith(absent + ": the library cannot be loaded (")
                .hasMessageEndingWith(
                        "), expected a whole file for this kind of machine in a folder that"
                                + " programs may run from; put Wattpeil in place again");
    }
}
