package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.Program.Ended;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample with all that is in its months put into packs. */
class PackedSampleIT {

    private static final int MONTHS = 14;

    @TempDir Path folder;

    @Test
    void everyEditionIsEqualByteForByteBeforeAndAfter() throws Exception {
        Program program = Program.onSampleData(folder.resolve("town"));
        publishLittle(program.workspace().resolve("jobs/reports"));
        assertThat(program.inProcess("run").code()).isZero();
        String counts = counts(program);
        String explained = explained(program);
        Map<String, byte[]> before = program.files("", PackedSampleIT::isFigure);

        assertThat(pack(program.workspace().resolve("store"))).isGreaterThan(MONTHS);

        assertThat(counts(program)).isEqualTo(counts);
        assertThat(explained(program)).isEqualTo(explained);
        Ended verified = program.inProcess("verify");
        assertThat(verified.err()).isEmpty();
        assertThat(verified.code()).isZero();
        assertThat(verified.out().lines().filter(line -> line.contains("equal")))
                .hasSizeGreaterThanOrEqualTo(MONTHS);
        assertThat(program.inProcess("doctor").code()).isZero();
        Ended second = program.inProcess("run");
        assertThat(second.code()).isZero();
        Map<String, byte[]> after = program.files("", PackedSampleIT::isFigure);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.keySet())
                .allMatch(file -> Arrays.equals(after.get(file), before.get(file)));
    }

    /** What reports look like is not what this is about. */
    private static void publishLittle(Path reports) throws IOException {
        for (String report : List.of("board", "monthly", "public")) {
            Files.writeString(
                    reports.resolve(report + ".yaml"),
                    """
                    forms: [csv]
                    sections:
                      - {id: all, title: {nl: Alles, en: All}, kpis: [dc_energy_total]}
                    """);
        }
    }

    /** Every file of documents, however large, of every month. */
    private static int pack(Path root) {
        Store store = Store.open(root);
        store.prepare();
        List<LedgerRow> documents = store.documents();
        int packed = 0;
        for (Dataset table : Datasets.collected()) {
            SortedMap<YearMonth, List<LedgerRow>> months =
                    store.compaction().smallFiles(table, documents, Long.MAX_VALUE, Long.MAX_VALUE);
            for (Map.Entry<YearMonth, List<LedgerRow>> month : months.entrySet()) {
                assertThat(store.compaction().pack(table, month.getKey(), month.getValue()))
                        .isTrue();
                assertThat(store.layout().fileNames(table.name(), month.getKey())).hasSize(1);
                packed++;
            }
        }
        return packed;
    }

    private static boolean isFigure(String file) {
        return file.startsWith("reports/") && file.endsWith(".csv")
                || file.contains("/kpi_values/")
                || file.contains("/hourly_energy/")
                || file.contains("/daily_values/");
    }

    private static String counts(Program program) {
        Ended answer =
                program.inProcess(
                        "query",
                        "select 'm' as what, count(*) as n, sum(value) as total,"
                                + " count(distinct document_id) as documents from meter_readings"
                                + " union all select 'p', count(*), sum(impressions),"
                                + " count(distinct document_id) from print_jobs"
                                + " union all select 'd', count(*), count(distinct device_id),"
                                + " count(distinct document_id) from devices"
                                + " order by what",
                        "--format",
                        "csv");
        assertThat(answer.code()).isZero();
        return answer.out();
    }

    private static String explained(Program program) {
        Ended answer = program.inProcess("explain", "dc_energy_total", "--month", "2026-03");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return answer.out();
    }
}
