package eu.wattpeil.kpi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.kpi.query.MeterFacts.UnknownMeter;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.DocumentWriter;
import eu.wattpeil.store.KeptFrom;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.PartWriter;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterFactsTest {

    private static final Dataset TABLE = Datasets.METER_READINGS;
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final Instant NOON = Instant.parse("2026-09-15T10:00:00Z");
    private static final Set<String> KNOWN = Set.of("MAIN");

    @TempDir Path folder;

    private Store store;

    /** Of documents that are not called after their id. */
    private final Map<String, String> names = new HashMap<>();

    @BeforeEach
    void openStore() {
        store = Store.open(folder.resolve("store"));
    }

    /** Each case is asked of the readings, and of what is remembered of them, in part and whole. */
    private MeterFacts facts() {
        MeterFacts read = of(store);
        assertThat(of(remembering())).isEqualTo(read);
        assertThat(of(remembering())).isEqualTo(read);
        return read;
    }

    private Store remembering() {
        return Store.open(store.root()).rememberingIn(folder);
    }

    private static MeterFacts of(Store store) {
        return MeterFacts.of(store, store.documents(), KNOWN);
    }

    @Test
    void readsNoDocumentAgainThatItRemembers() throws IOException {
        write("a", "ups", 1, "UPS1", 1, 2, 3);
        MeterFacts read = of(remembering());
        damageReadings();
        write("b", "ups", 2, "UPS2", 1, 2, 3);

        assertThat(of(remembering()).unknown())
                .containsAll(read.unknown())
                .extracting(UnknownMeter::meterKey)
                .containsExactly("UPS1", "UPS2");
    }

    @Test
    void forgetsWhatItRemembersWithTheDocuments() throws IOException {
        write("a", "ups", 1, "UPS1", 1, 2, 3);
        write("b", "ups", 2, "UPS2", 1, 2, 3);
        of(remembering());
        Path file = folder.resolve("reading-series");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("UPS1", "UPS2");

        store.forgetting()
                .forget(
                        store.documents().stream().filter(it -> it.batch() == 1).toList(),
                        LocalDate.of(2026, 10, 1));

        assertThat(facts().unknown()).extracting(UnknownMeter::meterKey).containsExactly("UPS2");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("UPS1");
        Path answers = folder.resolve("meter-facts");
        assertThat(Files.readString(answers, StandardCharsets.ISO_8859_1)).doesNotContain("UPS1");
        MeterFacts.forget(remembering());
        assertThat(file).doesNotExist();
        assertThat(answers).doesNotExist();
    }

    @Test
    void asksOnlyOnceWhatItAnswered() throws IOException {
        write("a", "ups", 1, "UPS1", 1, 2, 3);
        write("b", "used", 1, "MAIN", 5, 6, 7);
        write("c", "returned", 2, "MAIN", 5, 0, 0, 1);
        MeterFacts read = of(remembering());
        assertThat(read.conflicts()).isNotEmpty();
        damageReadings();
        Files.delete(folder.resolve("reading-series"));

        assertThat(of(remembering())).isEqualTo(read);
    }

    @Test
    void asksAgainWhereMetersAreKnownSince() {
        write("a", "ups", 1, "UPS1", 1, 2, 3);
        assertThat(of(remembering()).unknown()).hasSize(1);

        Store store = remembering();
        assertThat(MeterFacts.of(store, store.documents(), Set.of("UPS1")).unknown()).isEmpty();
        assertThat(of(remembering()).unknown()).hasSize(1);
    }

    @Test
    void asksAgainWhereRecordsAreNoLongerKept() {
        write("a", "ups", 1, "UPS1", 1, 2, 3);
        assertThat(of(remembering()).unknown()).hasSize(1);

        store.retention()
                .keepFrom(
                        List.of(
                                new KeptFrom(
                                        "meter_readings",
                                        YearMonth.of(2026, 10),
                                        LocalDate.of(2026, 11, 1))));

        assertThat(facts()).isEqualTo(MeterFacts.none());
    }

    private void damageReadings() throws IOException {
        try (Stream<Path> files = Files.walk(store.root().resolve("meter_readings"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[Math.toIntExact(Files.size(file))]);
            }
        }
    }

    @Test
    void tellsNothingOfAnEmptyStore() {
        assertThat(facts()).isEqualTo(MeterFacts.none());
    }

    @Test
    void countsTheReadingsOfMetersThatNobodyDescribed() {
        write("a", "ups", 1, "UPS1", 1, 2, 3);
        write("b", "ups", 1, "UPS1", 3, 4);
        write("c", "grid", 2, "MAIN", 1, 2);

        assertThat(facts().unknown())
                .containsExactly(
                        new UnknownMeter(
                                "ups", "UPS1", "electricity", "counter", 5, NOON, hours(2)));
    }

    @Test
    void tellsOfAMonthItsOwnReadingsOnly() {
        write("a", "ups", 1, "UPS1", 1, 2, 3);

        assertThat(MeterFacts.ofMonth(store, YearMonth.of(2026, 9), KNOWN).unknown()).hasSize(1);
        assertThat(MeterFacts.ofMonth(store, YearMonth.of(2026, 10), KNOWN))
                .isEqualTo(MeterFacts.none());
    }

    @Test
    void tellsTheReadingsOnWhichTwoDefinitionsDiffer() {
        write("b", "used", 1, "MAIN", 5, 6, 7);
        write("a", "returned", 2, "MAIN", 5, 0, 0, 1);

        assertThat(facts().conflicts())
                .containsExactly(
                        new Conflict(
                                "MAIN",
                                "electricity",
                                "counter",
                                "returned",
                                "used",
                                2,
                                hours(1),
                                hours(2)));
    }

    @Test
    void tellsTheReadingsOnWhichTwoDocumentsThatCameTogetherDiffer() {
        write("a", "grid", 1, "MAIN", 5, 6);
        write("b", "grid", 1, "MAIN", 5, 7);

        assertThat(facts().conflicts())
                .extracting(Conflict::definition, Conflict::otherDefinition, Conflict::readings)
                .containsExactly(tuple("grid", "grid", 1L));
    }

    @Test
    void takesOfWhatCameTogetherTheLastNameForTheOneThatCounts() {
        names.put("a", "inbox/export-2026-02-01.csv");
        names.put("b", "inbox/export-2026-01-15.csv");
        write("a", "returned", 1, "MAIN", 5, 6);
        write("b", "used", 1, "MAIN", 5, 7);

        assertThat(facts().conflicts())
                .extracting(Conflict::definition, Conflict::otherDefinition, Conflict::readings)
                .containsExactly(tuple("returned", "used", 1L));
    }

    @Test
    void takesOfWhatCameTogetherTheLastNameForTheLastWordOnAnInstantThatWasThereTwice() {
        names.put("a", "inbox/export-2026-02-01.csv");
        names.put("b", "inbox/export-2026-01-15.csv");
        writeAt(List.of(0, 1, 1), "b", "used", 1, "MAIN", 5, 6, 7);
        writeFrom(1, "a", "returned", 1, "MAIN", 7, 8);

        assertThat(facts().conflicts()).isEmpty();
    }

    @Test
    void takesALaterDocumentOfOneDefinitionForACorrection() {
        write("a", "grid", 1, "MAIN", 5, 6);
        write("b", "grid", 2, "MAIN", 5, 7);

        assertThat(facts().conflicts()).isEmpty();
    }

    @Test
    void findsAConflictBesideACorrection() {
        write("a", "grid", 1, "MAIN", 5, 6);
        write("b", "grid", 3, "MAIN", 5, 7);
        write("c", "other", 2, "MAIN", 5, 6);

        assertThat(facts().conflicts())
                .extracting(Conflict::definition, Conflict::otherDefinition, Conflict::readings)
                .containsExactly(tuple("grid", "other", 1L));
    }

    @Test
    void findsAConflictAtTheInstantThatOneDocumentEndsWithAndTheNextBeginsWith() {
        write("a", "grid", 1, "MAIN", 5, 6, 7);
        writeFrom(2, "b", "grid", 1, "MAIN", 8, 9);
        writeFrom(3, "c", "other", 2, "MAIN", 9, 10);

        assertThat(facts().conflicts())
                .extracting(Conflict::otherDefinition, Conflict::readings, Conflict::firstAt)
                .containsExactly(tuple("grid", 1L, hours(2)));
    }

    @Test
    void findsTheConflictsOfADocumentThatLiesWithinAnother() {
        write("a", "grid", 1, "MAIN", 1, 2, 3, 4, 5, 6);
        writeFrom(1, "b", "other", 2, "MAIN", 2, 0);
        writeFrom(4, "c", "third", 3, "MAIN", 0);

        assertThat(facts().conflicts())
                .extracting(Conflict::definition, Conflict::otherDefinition, Conflict::firstAt)
                .containsExactly(
                        tuple("other", "grid", hours(2)), tuple("third", "grid", hours(4)));
    }

    @Test
    void findsNoConflictWhereTwoSayTheSame() {
        write("a", "grid", 1, "MAIN", 5, 6, 7);
        write("b", "other", 2, "MAIN", 5, 6);

        assertThat(facts().conflicts()).isEmpty();
    }

    @Test
    void tellsTheInstantsOfWhichOneDocumentSaysTwoThings() {
        writeAt(List.of(0, 1, 1, 2, 2), "a", "grid", 1, "MAIN", 5, 6, 7, 8, 8);

        assertThat(facts().conflicts())
                .containsExactly(
                        new Conflict(
                                "MAIN",
                                "electricity",
                                "counter",
                                "grid",
                                "grid",
                                1,
                                hours(1),
                                hours(1)));
    }

    @Test
    void takesTheLaterDocumentForTheLastWordOnAnInstantThatWasThereTwice() {
        writeAt(List.of(0, 1, 1), "a", "grid", 1, "MAIN", 5, 6, 7);
        writeFrom(1, "b", "grid", 2, "MAIN", 7, 8);

        assertThat(facts().conflicts()).isEmpty();
    }

    @Test
    void countsAnInstantOnceOnWhichADocumentAndItsNeighbourDiffer() {
        writeAt(List.of(0, 1, 1), "b", "grid", 1, "MAIN", 5, 6, 7);
        write("a", "grid", 1, "MAIN", 5, 9);

        assertThat(facts().conflicts())
                .extracting(Conflict::definition, Conflict::otherDefinition, Conflict::readings)
                .containsExactly(tuple("grid", "grid", 1L));
    }

    /** A document of hourly registers from noon on. */
    private void write(
            String documentId, String definition, long batch, String meterKey, int... registers) {
        writeFrom(0, documentId, definition, batch, meterKey, registers);
    }

    private void writeFrom(
            int firstHour,
            String documentId,
            String definition,
            long batch,
            String meterKey,
            int... registers) {
        List<Integer> hours =
                IntStream.range(firstHour, firstHour + registers.length).boxed().toList();
        writeAt(hours, documentId, definition, batch, meterKey, registers);
    }

    private void writeAt(
            List<Integer> hours,
            String documentId,
            String definition,
            long batch,
            String meterKey,
            int... registers) {
        RowBlock rows = new RowBlock(TABLE, registers.length + 1);
        for (int i = 0; i < registers.length; i++) {
            rows.set(TABLE.index("meter_key"), Text.of(meterKey));
            rows.set(TABLE.index("quantity"), Text.of("electricity"));
            rows.set(TABLE.index("kind"), Text.of("counter"));
            rows.set(TABLE.index("document_id"), Text.of(documentId));
            rows.set(
                    TABLE.index("measured_at"),
                    ChronoUnit.MICROS.between(Instant.EPOCH, hours(hours.get(i))));
            rows.set(TABLE.index("value"), registers[i] * 1000L);
            rows.set(TABLE.index("line"), i + 2L);
            rows.closeRow();
        }
        try (DocumentWriter document = store.document(documentId, TABLE, ZONE)) {
            PartWriter part = document.part(0);
            part.write(rows);
            part.finish();
            document.commit(
                    new LedgerRow(
                            documentId,
                            batch,
                            definition,
                            "reading",
                            TABLE.name(),
                            names.getOrDefault(documentId, "inbox/" + documentId + ".csv"),
                            documentId,
                            100,
                            registers.length,
                            0));
        }
    }

    private static Instant hours(int hours) {
        return NOON.plus(hours, ChronoUnit.HOURS);
    }
}
