package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.LiteralTable;
import eu.wattpeil.workspace.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private static final ModelFile OF_MONTHS =
            sheet(
                    "open_data",
                    """
                    -- of: month
                    select int_room_energy.month, int_room_energy.room_id
                    from int_room_energy
                    inner join period using (month)
                    """);

    private static final ModelFile OF_YEARS =
            sheet(
                    "measuring_points",
                    """
                    -- of: year
                    select
                        period.month,
                        kpi_values.month as told_month,
                        kpi_values.value,
                        reading_spans.definition,
                        reading_spans.reading_count
                    from period
                    inner join kpi_values on kpi_values.scope_kind = 'organisation'
                        and kpi_values.period = 'month'
                    left join reading_spans on month_of(reading_spans.read_on) = kpi_values.month
                    """);

    @TempDir private Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void computeTwoMonths() throws IOException {
        workspace = new TestWorkspace(folder).models(models(OF_MONTHS, OF_YEARS));
        workspace.readings("a", "hall", "2026-07-31T22:00:00Z", 1, 1000);
        workspace.readings("b", "annex", "2026-08-31T22:00:00Z", 2, 500);
        workspace.computation().compute(AUGUST);
        workspace.computation().compute(SEPTEMBER);
    }

    @Test
    void givesTheRowsOfEachMonthOfTheYear() {
        LiteralTable sheet = rows("open_data", 2026);

        assertThat(sheet.table().columns().stream().map(Column::name))
                .containsExactly("month", "room_id");
        assertThat(sheet.rows())
                .containsExactly(List.of("2026-08", "hall"), List.of("2026-09", "annex"));
    }

    @Test
    void givesTheRowsOfTheLastComputedMonthWithTheValuesAndReadingsUpToIt() {
        assertThat(rows("measuring_points", 2026).rows())
                .containsExactly(
                        List.of("2026-09", "2026-08", 1.0, "grid", 1L),
                        List.of("2026-09", "2026-09", 1.0, "grid", 2L));
    }

    @Test
    void givesNoRowOfAYearWithoutAComputedMonth() {
        assertThat(rows("open_data", 2025).rows()).isEmpty();
        assertThat(rows("measuring_points", 2025).rows()).isEmpty();
    }

    @Test
    void changesNoMonth() throws IOException {
        String before = workspace.computation().fingerprint(SEPTEMBER);
        workspace.models(models());

        assertThat(workspace.computation().fingerprint(SEPTEMBER)).isEqualTo(before);
        assertThat(workspace.computation().isDue(SEPTEMBER)).isFalse();
    }

    private LiteralTable rows(String sheetId, int year) {
        Catalogue catalogue = workspace.catalogue();
        return Sheets.open(workspace.workspace(), catalogue, workspace.store(), "1")
                .rows(
                        catalogue.sheets().stream()
                                .filter(it -> it.sheetId().equals(sheetId))
                                .findFirst()
                                .orElseThrow(),
                        Year.of(year));
    }

    private static List<ModelFile> models(ModelFile... sheets) throws IOException {
        String prelude = "jobs/models/prelude-duckdb.sql";
        List<ModelFile> models = new ArrayList<>(Models.all());
        models.addAll(List.of(sheets));
        models.add(
                new ModelFile("", "prelude-duckdb", Files.readString(Path.of(prelude)), prelude));
        return models;
    }

    private static ModelFile sheet(String name, String sql) {
        return new ModelFile("sheet", name, sql, "jobs/models/sheet/" + name + ".sql");
    }
}
