package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.AllMonthsFiles;
import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.PublishedTown;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.explorer.AllMonths;
import eu.wattpeil.report.explorer.Lineage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllKpisCsvTest {

    private static final List<YearMonth> MONTHS =
            Stream.iterate(Waterdam.FIRST, it -> it.plusMonths(1)).limit(14).toList();

    @TempDir Path folder;

    @Test
    void holdsWhatTheTableOfEachMonthHolds() throws IOException {
        MonthlyReport newest = MonthlyReport.of(HostileTown.facts(31), HostileTown.report());
        List<NamedCsvRecord> all = records(newest);

        for (YearMonth month : MONTHS) {
            List<KpiValue> expected = History.upTo(month, newest.facts().values()).current();
            List<NamedCsvRecord> rows =
                    all.stream()
                            .filter(row -> row.getField("month").equals(month.toString()))
                            .toList();
            assertThat(rows)
                    .extracting(row -> row.getField("kpi_id"))
                    .containsExactlyElementsOf(expected.stream().map(KpiValue::kpiId).toList());
            assertThat(rows)
                    .extracting(row -> row.getField("edition"))
                    .containsExactlyElementsOf(
                            expected.stream().map(it -> Integer.toString(it.edition())).toList());
        }
        List<NamedCsvRecord> last =
                CsvReader.builder().ofNamedCsvRecord(KpiCsv.text(newest)).stream().toList();
        assertThat(all.subList(all.size() - last.size(), all.size()))
                .extracting(row -> row.getField("value"))
                .containsExactlyElementsOf(last.stream().map(it -> it.getField("value")).toList());
        assertThat(all).hasSizeGreaterThan(14 * 20);
    }

    @Test
    void tellsTitleSectionDirectionAndTheTargetOfTheGoalThatIsDueNext() throws IOException {
        List<NamedCsvRecord> all = records(MonthlyReport.of(Waterdam.facts(), Waterdam.report()));
        NamedCsvRecord servers = row(all, "2026-10", "server_count", "organisation");
        NamedCsvRecord before = row(all, "2025-11", "server_count", "organisation");
        NamedCsvRecord age = row(all, "2026-10", "age_in_use", "organisation");

        assertThat(servers.getField("title")).isEqualTo("Aantal fysieke servers");
        assertThat(servers.getField("section")).isEqualTo("Serverruimte");
        assertThat(servers.getField("better")).isEqualTo("lower");
        assertThat(servers.getField("target")).isEqualTo("14");
        assertThat(servers.getField("target_month")).isEqualTo("2026-12");
        assertThat(before.getField("target")).as("the goal begins in 2025-12").isEmpty();
        assertThat(age.getField("target")).as("the goal is of laptops").isEmpty();
    }

    @Test
    void takesThePlaceOfTheTableBefore() throws IOException {
        Files.writeString(folder.resolve("kpis-all.csv"), "old");
        Files.writeString(folder.resolve(".kpis-all.csv.tmp"), "half of a killed run");

        records(MonthlyReport.of(Waterdam.facts(), Waterdam.report()));

        assertThat(folder.resolve("kpis-all.csv")).content().startsWith("month,kpi_id,title,");
        assertThat(folder.resolve(".kpis-all.csv.tmp")).doesNotExist();
    }

    private static NamedCsvRecord row(
            List<NamedCsvRecord> all, String month, String kpi, String kind) {
        return all.stream()
                .filter(row -> row.getField("month").equals(month))
                .filter(row -> row.getField("kpi_id").equals(kpi))
                .filter(row -> row.getField("scope_kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<NamedCsvRecord> records(MonthlyReport newest) throws IOException {
        AllMonths all =
                new AllMonths(
                        newest,
                        MONTHS,
                        some ->
                                newest.facts().values().stream()
                                        .filter(row -> some.contains(row.month()))
                                        .toList(),
                        some -> {
                            throw new AssertionError("the table tells no causes");
                        },
                        kpi -> new Lineage(List.of(), List.of(), List.of()));
        PublishedTown.ofAllMonths(folder).publish(all, Set.of(AllMonthsFiles.Kind.TABLE));
        return CsvReader.builder()
                .ofNamedCsvRecord(Files.readString(folder.resolve("kpis-all.csv")))
                .stream()
                .toList();
    }
}
