package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.disk.FolderLock;
import eu.wattpeil.operate.WorkspaceLock;
import eu.wattpeil.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoRunsIT {

    @TempDir Path folder;

    @Test
    void theSecondRunSaysWhoHoldsTheWorkspaceAndChangesNothing() throws Exception {
        Program program = Program.onSampleData(folder.resolve("town"));
        Clock clock = Clock.fixed(Instant.parse("2026-11-02T05:00:00Z"), ZoneOffset.UTC);

        Ended second;
        try (WorkspaceLock held =
                WorkspaceLock.take(program.workspace().resolve(".wattpeil"), clock)) {
            second = program.run("run");
        }

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err().strip())
                .isEqualTo(
                        program.workspace()
                                + ": the workspace is in use by process "
                                + ProcessHandle.current().pid()
                                + " since 2026-11-02T05:00:00Z, expected it free;"
                                + " wait until that process has ended");
        assertThat(program.files("store", name -> true)).isEmpty();
    }

    @Test
    void aStoreThatAnotherWorkspaceSharesIsNotWrittenMeanwhile() throws Exception {
        Program program = Program.onSampleData(folder.resolve("town"));
        Store store = Store.open(program.workspace().resolve("store"));

        Ended second;
        try (FolderLock held = store.lock("process 7 for /data/village")) {
            second = program.run("run");
        }

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err().strip())
                .isEqualTo(
                        program.workspace().resolve("store")
                                + ": the store is in use by process 7 for /data/village,"
                                + " expected it free; wait until that process has ended");
        assertThat(program.files("store", name -> name.endsWith(".parquet"))).isEmpty();
    }

    @Test
    void aWorkspaceThatARunHoldsCanStillBeRead() throws Exception {
        Program program = Program.onSampleData(folder.resolve("town"));

        try (WorkspaceLock held =
                WorkspaceLock.take(program.workspace().resolve(".wattpeil"), Clock.systemUTC())) {
            assertThat(program.inProcess("status").code()).isZero();
            assertThat(program.inProcess("query", "select count(*) as n from documents").out())
                    .contains("0");
        }
    }
}
