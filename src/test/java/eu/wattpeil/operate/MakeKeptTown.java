package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes an archive of {@link KeptTown}, when a store or a workspace gets another format: {@code mvn
 * test -Dtest=MakeKeptTown -Darchive=src/test/resources/eu/wattpeil/operate/kept/format-N.zip.zst}.
 * The older ones stay as they are.
 *
 * <p>It has a month in two editions, the second for a late document, and a document with a reject.
 */
class MakeKeptTown {

    @TempDir Path folder;

    @Test
    void packsATownThatRanTwice() throws Exception {
        SmallTown town = SmallTown.in(folder.resolve("town"));
        assertThat(town.run()).isEqualTo(Outcome.DONE);
        town.write(
                "inbox/print/page_log-late",
                "MFP-HALL someone 901 [30/Sep/2026:16:59:42 +0200] total 900 ADM localhost untitled"
                        + " A4 one-sided\n");
        town.write(
                "inbox/example/rejects.csv",
                "Meter;Time;Register (kWh)\n"
                        + "UPS9;01/10/2026 10:00;7,5\n"
                        + "UPS9;31/02/2026 10:00;12,5\n");
        town.leaveAlone();
        town.run();

        assertThat(Files.exists(town.store("kpi_values/month=2026-09/edition-2.parquet"))).isTrue();
        KeptTown.pack(town, Path.of(System.getProperty("archive")));
    }
}
