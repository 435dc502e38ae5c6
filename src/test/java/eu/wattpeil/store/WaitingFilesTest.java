package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.store.remote.RemoteFile;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Records of months wait in the remote; what leads to them does not. */
class WaitingFilesTest {

    private static final String SEPTEMBER = "meter_readings/month=2026-09/aa.parquet";
    private static final String OCTOBER = "meter_readings/month=2026-10/aa.parquet";
    private static final String ROW = "documents/batch=1/aa.parquet";

    private static NavigableMap<String, RemoteFile> remote(String... paths) {
        NavigableMap<String, RemoteFile> files = new TreeMap<>();
        for (String path : paths) {
            files.put(path, new RemoteFile(path, 1, 1, 1));
        }
        return files;
    }

    private static WaitingFiles all() {
        return new WaitingFiles(remote(SEPTEMBER, OCTOBER, ROW), path -> false);
    }

    @Test
    void holdsRecordsOfMonthsAlone() {
        assertThat(all().file(SEPTEMBER)).isPresent();
        assertThat(all().file(ROW)).isEmpty();
        assertThat(all().file("meter_readings/month=2026-09/bb.parquet")).isEmpty();
    }

    @Test
    void namesWhatStandsInAFolder() {
        assertThat(all().namesIn("")).containsExactly("meter_readings");
        assertThat(all().namesIn("meter_readings"))
                .containsExactly("month=2026-09", "month=2026-10");
        assertThat(all().namesIn("meter_readings/month=2026-09/")).containsExactly("aa.parquet");
        assertThat(all().namesIn("documents")).isEmpty();
        assertThat(all().namesIn("meter")).isEmpty();
    }

    @Test
    void leavesOutWhatIsRemoved() {
        WaitingFiles left =
                new WaitingFiles(remote(SEPTEMBER, OCTOBER), path -> path.equals(SEPTEMBER));

        assertThat(left.file(SEPTEMBER)).isEmpty();
        assertThat(left.namesIn("meter_readings")).containsExactly("month=2026-10");
        assertThat(left.namesIn("meter_readings/month=2026-09")).isEmpty();
    }

    @Test
    void isEmptyForARemoteThatIsNotBegun() {
        assertThat(new WaitingFiles(remote(), path -> false).namesIn("")).isEmpty();
    }
}
