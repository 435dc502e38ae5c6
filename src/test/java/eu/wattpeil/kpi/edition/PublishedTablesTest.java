package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.model.PublishedTable;
import eu.wattpeil.kpi.model.PublishedTables;
import eu.wattpeil.kpi.query.Query;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreException;
import eu.wattpeil.workspace.Headcount;
import eu.wattpeil.workspace.ModelFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edition publishes beside its values: computed of these, and kept as they are. */
class PublishedTablesTest {

    private static final PublishedTable FINDINGS = PublishedTables.ALL.get(0);

    /** The values that the month tells of the organisation, and those of the months before. */
    private static final String TOLD =
            """
            select
                period.month,
                kpi_values.scope_kind,
                kpi_values.month as scope_id,
                value * {share} as kwh,
            from kpi_values
            cross join period
            where kpi_values.scope_kind = 'organisation' and kpi_values.period = 'month'
            """;

    @TempDir Path folder;

    private TestWorkspace workspace;

    @BeforeEach
    void openStore() {
        workspace = new TestWorkspace(folder).models(models(rule(TOLD, "0.5")));
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, 1465, 1000);
    }

    @Test
    void seeTheValuesThatTheMonthTellsAndThoseOfTheMonthsBefore() {
        Autumn.computeBoth(workspace);

        assertThat(kwh(Autumn.SEPTEMBER, 1)).containsExactly("2026-09 360.000000");
        assertThat(kwh(Autumn.OCTOBER, 1))
                .containsExactly("2026-09 360.000000", "2026-10 372.500000");
    }

    @Test
    void seeNothingOfAValueThatIsWithheld() {
        ModelFile rooms = Models.KPI;
        ModelFile departments =
                Models.kpi(
                        rooms.name(),
                        rooms.sql()
                                .replace("grain: room", "grain: department")
                                .replace("'room'", "'department'"));
        String ofDepartments =
                TOLD.replace("kpi_values.month as scope_id", "kpi_values.scope_id")
                        .replace("'organisation'", "'department'");
        workspace.models(
                List.of(
                        Models.STAGING,
                        Models.ENERGY,
                        Models.ROOMS,
                        departments,
                        rule(ofDepartments, "1")));
        workspace.headcounts(List.of(people("hall", 5), people("annex", 12), people("mill", 20)));
        workspace.readings("b", "annex", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        workspace.readings("c", "mill", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 2000);

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(kwh(Autumn.SEPTEMBER, 1))
                .as("the smallest of the others hides the small one")
                .containsExactly("annex null", "hall null", "mill 1440.000000");
    }

    /** A detail sees what findings see: a department that is withheld has a reason and no value. */
    @Test
    void takeApartOnlyWhatIsTold() {
        ModelFile departments =
                Models.kpi(
                        Models.KPI.name(),
                        Models.KPI
                                .sql()
                                .replace("grain: room", "grain: department")
                                .replace("'room'", "'department'"));
        ModelFile detail =
                new ModelFile(
                        "detail",
                        "gaps",
                        """
                        -- grain: organisation
                        -- picture: bars
                        -- rows: department
                        -- columns: kpi
                        select
                            kpi_values.month,
                            'organisation' as scope_kind,
                            'all' as scope_id,
                            kpi_values.scope_id as row_key,
                            0 as row_order,
                            kpi_id as column_key,
                            0 as column_order,
                            value,
                            unit,
                            coverage,
                            reason,
                            cast(null as varchar) as mark,
                            cast(null as varchar) as note
                        from kpi_values
                        where scope_kind = 'department' and period = 'month'
                        """,
                        "jobs/models/detail/gaps.sql");
        workspace.models(List.of(Models.STAGING, Models.ENERGY, Models.ROOMS, departments, detail));
        workspace.headcounts(List.of(people("hall", 5), people("annex", 12), people("mill", 20)));
        workspace.readings("b", "annex", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        workspace.readings("c", "mill", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 2000);

        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(
                        List.of("annex", "hall", "mill").stream()
                                .map(
                                        it ->
                                                answer(
                                                        "select concat(value, ' ', reason) from"
                                                                + " details where row_key = '"
                                                                + it
                                                                + "'"))
                                .toList())
                .containsExactly(
                        "protects_smaller_department", "fewer_than_minimum_people", "1440.000000");
    }

    @Test
    void areReadBackAsTheyWereWrittenAndAreInTheFingerprint() {
        Edition first = workspace.computation().compute(Autumn.SEPTEMBER);
        workspace.version("2");
        Edition second = workspace.computation().compute(Autumn.SEPTEMBER);
        assertThat(second.number()).isEqualTo(1);
        assertThat(second.contents()).isEqualTo(first.contents());

        workspace.models(Models.all());
        Edition third = workspace.computation().compute(Autumn.SEPTEMBER);
        assertThat(third.number()).as("the rule is gone, and so are its rows").isEqualTo(2);
        assertThat(third.contents()).isNotEqualTo(first.contents());
        assertThat(kwh(Autumn.SEPTEMBER, 2)).isEmpty();
        assertThat(kwh(Autumn.SEPTEMBER, 1)).hasSize(1);
        assertThat(answer("select count(*) from findings")).isEqualTo("0");
    }

    @Test
    void makeANewEditionLikeAValueThatChanged() {
        workspace.computation().compute(Autumn.SEPTEMBER);
        workspace.models(models(rule(TOLD, "0.5004")));
        Edition same = workspace.computation().compute(Autumn.SEPTEMBER);
        assertThat(same.number()).as("0.08 % is not material").isEqualTo(1);
        assertThat(kwh(Autumn.SEPTEMBER, 1)).containsExactly("2026-09 360.000000");
        assertThat(new Editions(workspace.store()).later(Autumn.SEPTEMBER))
                .map(LaterChange::figures)
                .contains(0);

        workspace.models(models(rule(TOLD, "0.501")));
        assertThat(workspace.computation().compute(Autumn.SEPTEMBER).number()).isEqualTo(2);
        assertThat(kwh(Autumn.SEPTEMBER, 2)).containsExactly("2026-09 360.720000");
        assertThat(answer("select kgco2e_low, edition from findings")).isEqualTo("360.720000,2");
    }

    @Test
    void areNamedInTheManifest() throws IOException {
        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThat(Files.readString(folder.resolve("kpi_values/month=2026-09/edition-1.json")))
                .containsPattern("\"tables\" : \\{\\s+\"findings\" : \"[0-9a-f]{64}\"");
    }

    @Test
    void aDamagedOrLostFileIsNamed() throws IOException {
        workspace.computation().compute(Autumn.SEPTEMBER);
        Path file = folder.resolve("findings/month=2026-09/edition-1.parquet");
        Files.writeString(file, "garbage");

        assertThatThrownBy(() -> read(Autumn.SEPTEMBER))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        file
                                + ": the file has 7 bytes, expected edition 1 of 2026-09; restore"
                                + " it from a backup, or remove it and"
                                + " kpi_values/month=2026-09/current.json, and the next run"
                                + " computes the month again");
        Files.delete(file);
        assertThatThrownBy(() -> read(Autumn.SEPTEMBER))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file + ": the file is missing, expected edition 1");

        Files.delete(folder.resolve("kpi_values/month=2026-09/current.json"));
        Edition healed = anotherRun().compute(Autumn.SEPTEMBER);
        assertThat(kwh(Autumn.SEPTEMBER, healed.number())).containsExactly("2026-09 360.000000");
    }

    @Test
    void leaveNothingOfARunThatWasKilledBeforeTheLastStep() throws IOException {
        workspace.models(Models.all());
        workspace.computation().compute(Autumn.SEPTEMBER);
        Path state = folder.resolve("kpi_values/month=2026-09/current.json");
        String before = Files.readString(state);
        workspace.models(models(rule(TOLD, "0.5")));
        workspace.computation().compute(Autumn.SEPTEMBER);
        Files.writeString(state, before);

        assertThat(answer("select count(*) from findings")).isEqualTo("0");
        workspace.models(models(rule(TOLD + " and value < 0", "0.5")));
        workspace.readings("b", "annex", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS, 1000);
        assertThat(workspace.computation().compute(Autumn.SEPTEMBER).number()).isEqualTo(2);
        assertThat(kwh(Autumn.SEPTEMBER, 2)).isEmpty();
    }

    @Test
    void namesTheModelOfARowThatCannotBePublished() {
        workspace.models(models(rule(TOLD.replace("kpi_values.month as", "'all' as"), "1")));
        workspace.computation().compute(Autumn.SEPTEMBER);

        assertThatThrownBy(() -> workspace.computation().compute(Autumn.OCTOBER))
                .isInstanceOf(ComputationException.class)
                .hasMessage(
                        "jobs/models/finding/half.sql: rows of half, organisation, all are"
                                + " several, expected one");
    }

    private List<String> kwh(YearMonth month, int number) {
        return new Editions(Store.open(folder))
                .table(FINDINGS, new Edition(month, number, "", "")).rows().stream()
                        .map(row -> row.get(2) + " " + text(row.get(index("kgco2e_low"))))
                        .toList();
    }

    private static String text(Object value) {
        return value instanceof Optional<?> ? "null" : value.toString();
    }

    private static Headcount people(String department, int people) {
        return new Headcount(Autumn.SEPTEMBER, department, BigDecimal.valueOf(people), people);
    }

    private static int index(String column) {
        return FINDINGS.columns().stream().map(it -> it.name()).toList().indexOf(column);
    }

    private EditionTable read(YearMonth month) {
        return new Editions(Store.open(folder)).table(FINDINGS, new Edition(month, 1, "", ""));
    }

    private Computation anotherRun() {
        return new TestWorkspace(folder).models(models(rule(TOLD, "0.5"))).computation();
    }

    private String answer(String sql) {
        StringBuilder out = new StringBuilder();
        Query.over(workspace.workspace(), Store.open(folder)).run(sql, Query.Format.CSV, out);
        return out.toString().lines().skip(1).reduce((a, b) -> a + "|" + b).orElse("").strip();
    }

    private static List<ModelFile> models(ModelFile rule) {
        return Stream.concat(Models.all().stream(), Stream.of(rule)).toList();
    }

    private static ModelFile rule(String select, String share) {
        return Models.finding("half", select.replace("{share}", share), "kwh", "kwh");
    }
}
