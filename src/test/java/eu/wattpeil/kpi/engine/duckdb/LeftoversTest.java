package eu.wattpeil.kpi.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed processes leave, and what is not theirs. */
class LeftoversTest {

    @TempDir Path folder;

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
