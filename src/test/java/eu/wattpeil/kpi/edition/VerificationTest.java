package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.edition.Verified.Difference;
import eu.wattpeil.kpi.edition.Verified.Kind;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of editions that are computed again. */
class VerificationTest {

    private static final String VALUES = "kpi_values/month=2026-10/edition-1.parquet";

    /** What of the months before is in the store, too. */
    private static final ModelFile YEAR =
            Models.kpi(
                    "energy_of_months",
                    Models.sumHeader()
                            + """

                            select
                                period.month,
                                'room' as scope_kind,
                                room_id as scope_id,
                                cast(sum(energy_kwh) as decimal(18, 3)) as numerator,
                                cast(null as decimal(18, 3)) as denominator,
                                1.0 as coverage,
                                1.0 as measured_share,
                            from int_room_energy
                            cross join period
                            group by period.month, room_id
                            """);

    @TempDir Path folder;

    private TestWorkspace workspace;
    private int folders;

    @BeforeEach
    void computeTwoMonths() {
        workspace = new TestWorkspace(folder.resolve("store"));
        workspace.readings("a", "hall", Autumn.SEPTEMBER_START, Autumn.SEPTEMBER_HOURS - 1, 1000);
        workspace.readings("b", "hall", Autumn.OCTOBER_START, Autumn.OCTOBER_HOURS, 1000);
        workspace.models(List.of(Models.STAGING, Models.ENERGY, Models.ROOMS, Models.KPI, YEAR));
        Autumn.computeBoth(workspace);
    }

    @Test
    void areEqualByteForByteAndTheStoreStaysAsItIs() throws IOException {
        Map<String, String> before = Autumn.files(workspace);

        Verified october = verify(Autumn.OCTOBER, 1);

        assertThat(october.difference()).isEmpty();
        assertThat(october.files())
                .extracting(Verified.EqualFile::file)
                .containsExactly(VALUES, "kpi_changes/month=2026-10/edition-1.parquet");
        assertThat(october.files().get(0).rows()).isPositive();
        assertThat(verify(Autumn.SEPTEMBER, 1).difference()).isEmpty();
        assertThat(Autumn.files(workspace)).isEqualTo(before);
    }

    @Test
    void areEqualAfterALateDocumentHasMadeOthers() throws IOException {
        workspace.readings("late", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        Autumn.computeBoth(workspace);
        assertThat(workspace.computation().current(Autumn.OCTOBER))
                .hasValueSatisfying(it -> assertThat(it.number()).isEqualTo(2));

        for (YearMonth month : List.of(Autumn.SEPTEMBER, Autumn.OCTOBER)) {
            assertThat(verify(month, 1).difference()).as("%s", month).isEmpty();
            assertThat(verify(month, 2).difference()).as("%s", month).isEmpty();
        }
        assertThat(keptParts()).hasSize(1);
    }

    @Test
    void keepsOnlyWhatEditionsOfLaterMonthsWereMadeFrom() throws IOException {
        workspace.readings("late", "hall", "2026-10-31T22:00:00Z", 1, 9000);
        Autumn.computeBoth(workspace);
        workspace.version("2");
        Autumn.computeBoth(workspace);

        assertThat(keptParts()).isEmpty();
    }

    @Test
    void cannotBeComputedWithoutWhatAMonthBeforeHadLeft() throws IOException {
        workspace.readings("late", "hall", "2026-09-30T21:00:00Z", 1, 1000);
        Autumn.computeBoth(workspace);
        Path kept = keptParts().get(0);
        Files.delete(kept);

        assertThatThrownBy(() -> verify(Autumn.OCTOBER, 1))
                .isInstanceOf(UnverifiableException.class)
                .hasMessage(
                        "what 2026-09 left of room_energy was replaced, and "
                                + kept
                                + " is missing or damaged");
    }

    @Test
    void tellThatAFileWasChanged() throws IOException {
        Path file = workspace.store().root().resolve(VALUES);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThat(verify(Autumn.OCTOBER, 1).difference())
                .contains(Difference.of(Kind.ALTERED, VALUES));
        Files.delete(file);
        assertThat(verify(Autumn.OCTOBER, 1).difference())
                .contains(Difference.of(Kind.LOST, VALUES));
    }

    @Test
    void tellTheFirstValueThatIsComputedOtherwise() {
        workspace.models(
                List.of(
                        Models.STAGING,
                        Models.ENERGY,
                        Models.intermediate(
                                Models.ROOMS.name(), Models.ROOMS.sql().replace("/ 1000", "/ 500")),
                        Models.KPI,
                        YEAR));

        assertThat(verify(Autumn.OCTOBER, 1).difference())
                .contains(
                        new Difference(
                                Kind.VALUE,
                                VALUES,
                                "month, energy_of_months, organisation, all",
                                "numerator",
                                "1464.000000",
                                "2928.000000"));
    }

    @Test
    void cannotBeComputedWithoutADocument() throws IOException {
        try (Stream<Path> rows = Files.list(workspace.store().root().resolve("documents"))) {
            Files.delete(
                    rows.filter(it -> it.toString().endsWith("-b.parquet"))
                            .findFirst()
                            .orElseThrow());
        }

        assertThatThrownBy(() -> verify(Autumn.OCTOBER, 1))
                .isInstanceOf(UnverifiableException.class)
                .hasMessage(
                        "document b of grid (SHA-256 b) is gone from the store, or was read in"
                                + " another way since");
    }

    @Test
    void saysOnWhichDayADocumentWasTakenOutOfTheStore() {
        Store store = workspace.store();
        store.forgetting()
                .forget(
                        store.documents().stream()
                                .filter(it -> it.documentId().equals("b"))
                                .toList(),
                        LocalDate.of(2026, 11, 27));

        assertThatThrownBy(() -> verify(Autumn.OCTOBER, 1))
                .isInstanceOf(UnverifiableException.class)
                .hasMessage(
                        "document b of grid (SHA-256 b) was taken out of the store on 2026-11-27");
    }

    @Test
    void cannotBeComputedWhereNothingWasKept() throws IOException {
        Path manifest = workspace.store().root().resolve("kpi_values/month=2026-10/edition-1.json");
        Files.writeString(manifest, "{\"software\": \"0.0.9\"}");

        assertThatThrownBy(() -> verify(Autumn.OCTOBER, 1))
                .isInstanceOf(UnverifiableException.class)
                .hasMessage(
                        "it was made by version 0.0.9, which kept nothing of what it was made"
                                + " from");
        Files.delete(manifest);
        assertThatThrownBy(() -> verify(Autumn.OCTOBER, 1))
                .isInstanceOf(UnverifiableException.class)
                .hasMessage("its manifest is missing or damaged");
    }

    private Verified verify(YearMonth month, int number) {
        // The files of this workspace say nothing of where they come from.
        Store again = Store.open(folder.resolve("again" + folders++));
        return Verification.of(workspace.store(), month, number)
                .verify(
                        workspace.workspace(),
                        workspace.catalogue(),
                        editions -> Verdicts.NONE,
                        again);
    }

    private List<Path> keptParts() throws IOException {
        Path kept = workspace.store().root().resolve("_kept");
        if (!Files.exists(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(kept)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
