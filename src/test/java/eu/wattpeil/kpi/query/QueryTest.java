package eu.wattpeil.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.wattpeil.kpi.edition.TestWorkspace;
import eu.wattpeil.kpi.engine.duckdb.Database;
import eu.wattpeil.kpi.engine.duckdb.FileRelation;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.value.Values;
import eu.wattpeil.workspace.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryTest {

    private static final String SHEETS =
            """
            select
                month,
                'department' as scope_kind,
                room_id as scope_id,
                cast(energy_kwh as decimal(18, 3)) as numerator,
                cast(null as decimal(18, 3)) as denominator,
                1.0 as coverage,
                1.0 as measured_share
            from int_sheets
            """;

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void fillStore() {
        workspace =
                new TestWorkspace(folder.resolve("sto're"))
                        .headcounts(List.of(Values.people("archive", 6)));
        workspace.readings("a", "hall", "2026-08-31T22:00:00Z", 720, 1000);
    }

    @Test
    void givesTheValuesAsTheyAreShown() {
        workspace.computation().compute(SEPTEMBER);
        workspace.readings("b", "annex", "2026-08-31T22:00:00Z", 720, 500);
        workspace.computation().compute(SEPTEMBER);

        assertThat(
                        run(
                                "select month, scope_id, value, edition from kpi_values where"
                                        + " period = 'month' order by scope_id",
                                Query.Format.TABLE))
                .isEqualTo(
                        """
                        month    scope_id   value  edition
                        -------  --------  ------  -------
                        2026-09  all       1080.0        2
                        2026-09  annex      360.0        2
                        2026-09  hall       720.0        2
                        """);
    }

    @Test
    void readsDatasetsLedgerMaterialisedRelationsAndConfiguration() {
        workspace.computation().compute(SEPTEMBER);

        assertThat(csv("select name, records, first_at from documents"))
                .isEqualTo("name,records,first_at\ninbox/a.csv,720,2026-08-31T22:00:00Z\n");
        assertThat(
                        csv(
                                "select month, count(*) as n, sum(value) as wh from meter_readings"
                                        + " group by 1"))
                .isEqualTo("month,n,wh\n2026-09,720,720000.000\n");
        assertThat(csv("from room_energy"))
                .isEqualTo("month,room_id,energy_wh\n2026-09,hall,720000.000\n");
        assertThat(csv("select department_id, people from headcount"))
                .isEqualTo("department_id,people\narchive,6\n");
        assertThat(csv("select count(*) as n from devices")).isEqualTo("n\n0\n");
        assertThat(csv("select count(*) as n from rejects")).isEqualTo("n\n0\n");
    }

    @Test
    void seesOnlyDocumentsInTheLedger() throws IOException {
        Path month = workspace.store().root().resolve("meter_readings/month=2026-09");
        Files.copy(month.resolve("a.parquet"), month.resolve("b.parquet"));

        assertThat(csv("select count(*) as n from meter_readings")).isEqualTo("n\n720\n");
    }

    @Test
    void tellsWhatKpisAreFor() {
        workspace.models(
                List.of(
                        Models.STAGING,
                        Models.ENERGY,
                        Models.ROOMS,
                        Models.kpi(
                                "room_energy_total",
                                Models.sumHeader()
                                        + "-- practices: insight\n"
                                        + "-- frames: EED II 1(d), CO2-Prestatieladder\n",
                                "energy_kwh",
                                "null")));

        assertThat(csv("select * exclude (source) from kpi_frames"))
                .isEqualTo(
                        "kpi_id,frame,reference,title_en,grade\n"
                                + "room_energy_total,EED,II 1(d),\"Energy of the data centre, with"
                                + " that of backup generators (EDC, EDC-BG)\",A\n"
                                + "room_energy_total,CO2-Prestatieladder,,CO2 performance ladder:"
                                + " footprint and reduction,A\n");
        assertThat(csv("select * from kpi_practices"))
                .isEqualTo("practice,kpi_id\ninsight,room_energy_total\n");
    }

    @Test
    void listsTheTables() {
        assertThat(csv("show tables").lines())
                .contains("meter_readings", "documents", "kpi_values", "headcount", "rejects");
    }

    @Test
    void writesNullsQuotesAndLineEndsApart() {
        String sql = "select null as a, '' as b, 'x,\"y\"' as c, 'z\nz' as d, true as e, 0.5 as f";

        assertThat(csv(sql)).isEqualTo("a,b,c,d,e,f\n,\"\",\"x,\"\"y\"\"\",\"z\nz\",true,0.5\n");
        assertThat(run(sql, Query.Format.JSON))
                .isEqualTo(
                        "[\n{\"a\": null, \"b\": \"\", \"c\": \"x,\\\"y\\\"\", \"d\": \"z\\nz\","
                                + " \"e\": true, \"f\": 0.5}\n]\n");
        assertThat(run(sql, Query.Format.TABLE).lines().toList().get(2))
                .isEqualTo("null     x,\"y\"  z z  true  0.5");
    }

    @Test
    void givesASpreadsheetNoFormulas() {
        String sql =
                "select unnest(['=1+1', '+1', '-1', '@x', '\tx', '\rx', 'x=1', '1', '']) as a,"
                        + " -1 as b, -0.5 as c, date '2026-01-01' as d, null as \"=e\"";

        assertThat(csv(sql))
                .isEqualTo(
                        """
                        a,b,c,d,'=e
                        '=1+1,-1,-0.5,2026-01-01,
                        '+1,-1,-0.5,2026-01-01,
                        '-1,-1,-0.5,2026-01-01,
                        '@x,-1,-0.5,2026-01-01,
                        '\tx,-1,-0.5,2026-01-01,
                        "'\rx",-1,-0.5,2026-01-01,
                        x=1,-1,-0.5,2026-01-01,
                        1,-1,-0.5,2026-01-01,
                        "",-1,-0.5,2026-01-01,
                        """);
    }

    @Test
    void givesATerminalNoCommands() {
        assertThat(run("select 'a' || chr(27) || '[2J' || chr(155) as x", Query.Format.TABLE))
                .isEqualTo("x\n------\na [2J\n");
    }

    @Test
    void tellsWhyAQueryFailsWhileItsRowsAreRead() {
        String refusal =
                "query:1: Could not convert string 'a' to INT32 when casting from source column x";
        String sql = "select cast(x as integer) from (values ('1'), ('a')) as t(x); -- end";

        assertThatThrownBy(() -> csv(sql)).isInstanceOf(QueryException.class).hasMessage(refusal);
        assertThatThrownBy(
                        () ->
                                csv(
                                        "select case when i = 250000 then error('no such value')"
                                                + " end as z from range(300000) as t(i)"))
                .isInstanceOf(QueryException.class)
                .hasMessage("query: no such value");
    }

    @Test
    void stopsWhatTakesTooLong() {
        String endless = "select count(*) from range(100000000000) as a(i), range(99) as b(j)";
        Query query =
                Query.over(workspace.workspace(), workspace.store())
                        .within(Duration.ofMillis(1500));
        Path file = folder.resolve("endless.parquet");
        String told =
                "query: it has run for 1 s, expected an end by then: ask for fewer months, or"
                        + " allow more with --time-limit SECONDS";

        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> {
                    assertThatThrownBy(
                                    () -> query.run(endless, Query.Format.CSV, new StringBuilder()))
                            .isInstanceOf(QueryException.class)
                            .hasMessage(told);
                    assertThatThrownBy(() -> query.writeParquet(endless, file))
                            .isInstanceOf(QueryException.class)
                            .hasMessage(told);
                });
    }

    @Test
    void writesParquet() {
        Path file = folder.resolve("o'ut.parquet");

        Query.over(workspace.workspace(), workspace.store())
                .writeParquet("select 1 as a union all select 2; -- end", file);

        try (Database database = Database.over(folder)) {
            assertThat(
                            database.list(
                                    "select sum(a) from " + FileRelation.scan(false, List.of(file)),
                                    row -> row.getInt(1)))
                    .containsExactly(3);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void givesNoDepartmentThatItsReportsWithholdOrDoNotShowYet() {
        workspace.models(
                List.of(
                        new ModelFile(
                                "staging",
                                "stg_print_jobs",
                                "select month, department_id, sheets from print_jobs",
                                "jobs/models/staging/stg_print_jobs.sql"),
                        Models.intermediate(
                                "int_sheets",
                                "select month, department_id as room_id, sum(sheets) as energy_kwh"
                                        + " from stg_print_jobs group by month, department_id"),
                        Models.kpi(
                                "sheets",
                                Models.sumHeader().replace("grain: room", "grain: department")
                                        + SHEETS)));
        workspace.headcounts(
                List.of(
                        Values.people("archive", 6),
                        Values.people("library", 14),
                        Values.people("welfare", 90)));
        for (String department : List.of("archive", "library", "welfare")) {
            workspace.printJob(department, "2026-09-15T10:00:00Z", 7);
        }
        String jobs =
                "select department_id, count(*) as n, sum(sheets) as sheets from print_jobs"
                        + " group by 1 order by 1 nulls first";
        assertThat(csv(jobs)).isEqualTo("department_id,n,sheets\n,3,21\n");

        workspace.computation().compute(SEPTEMBER);

        assertThat(csv(jobs)).isEqualTo("department_id,n,sheets\n,2,14\nwelfare,1,7\n");
    }

    @Test
    void takesOneSelectOnly() {
        assertRefused("select 1; select 2", "query: statements are 2, expected one select");
        assertRefused("delete from documents", "query: the statement is no select, expected one");
        assertRefused("copy (select 1) to 'x'", "query: the statement is no select, expected one");
        assertRefused("selec 1", "query:1: syntax error at or near \"selec\"");
        assertRefused("", "query: statements are 0, expected one select");
    }

    @Test
    void guessesWhichTableWasMeant() {
        assertThatThrownBy(() -> csv("select 1\nfrom meter_reading"))
                .isInstanceOf(QueryException.class)
                .hasMessage(
                        "query:2: Table with name meter_reading does not exist! Did you mean"
                                + " \"meter_readings\"?");
    }

    @Test
    void reachesNoFileBesideTheStore() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");

        assertThatThrownBy(() -> csv("select content from read_text('" + secret + "')"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("file system operations are disabled by configuration");
    }

    private void assertRefused(String sql, String message) {
        assertThatThrownBy(() -> csv(sql)).isInstanceOf(QueryException.class).hasMessage(message);
    }

    private String csv(String sql) {
        return run(sql, Query.Format.CSV);
    }

    private String run(String sql, Query.Format format) {
        StringBuilder out = new StringBuilder();
        Query.over(workspace.workspace(), workspace.store()).run(sql, format, out);
        return out.toString();
    }
}
