package eu.wattpeil.store;

import static eu.wattpeil.store.Readings.FIRST_READING;
import static eu.wattpeil.store.Readings.SECOND_READING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was taken out of the store is gone, and stays away until it is let in again. */
class ForgottenDocumentTest {

    private static final String OTHER = "fedcba987654321011111111";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @TempDir Path folder;

    @Test
    void leavesNothingOfADocumentButItsHash() {
        Store store = filled(folder);

        store.forgetting().forget(of(store, FIRST_READING), DAY);

        assertThat(store.documents()).extracting(LedgerRow::documentId).containsExactly(OTHER);
        assertThat(Readings.files(folder).keySet())
                .contains("documents/000002-" + OTHER + ".parquet")
                .noneMatch(file -> file.contains(FIRST_READING));
        assertThat(folder.resolve(".forgotten"))
                .hasContent("0123456789abcdef 0123456789abcdef 2026-11-27 ups");
    }

    @Test
    void knowsTheContentInEveryReading() {
        Store store = filled(folder);
        store.forgetting().forget(of(store, FIRST_READING), DAY);

        Readings.commit(store, SECOND_READING, 3, 40, 1000);

        assertThat(store.documentIds()).containsExactly(OTHER);
    }

    @Test
    void letsADocumentInAgain() {
        Store store = filled(folder);
        store.forgetting().forget(of(store, FIRST_READING), DAY);
        store.forgetting().forget(of(store, OTHER), DAY);

        store.forgetting().restore(store.forgetting().forgotten().subList(0, 1));
        Readings.commit(store, FIRST_READING, 3, 40, 1000);

        assertThat(store.documentIds()).containsExactly(FIRST_READING);
        assertThat(store.forgetting().forgotten())
                .extracting(ForgottenDocument::contentId)
                .containsExactly("fedcba9876543210");
    }

    @Test
    void readsNothingWhereItIsUnknownWhatWasForgotten() throws IOException {
        Store store = filled(folder);
        Files.writeString(folder.resolve(".forgotten"), "0123456789abcdef\n");

        assertThatThrownBy(store::documentIds)
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        folder.resolve(".forgotten")
                                + ": the file is damaged, expected a line for each document that"
                                + " was forgotten; restore it from a backup, or remove it and"
                                + " forget these documents again before the next run");
    }

    /**
     * The power is cut at each step in turn: a reader sees both documents or none of them, and the
     * next run leaves what an undisturbed change leaves.
     */
    @Test
    void isInOrOutAsAWholeWhereverTheChangeWasCutOff() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Store whole = filled(undisturbed);
        whole.prepare();
        whole.forgetting().forget(whole.documents(), DAY);
        Map<String, String> expected = Readings.fingerprints(Readings.files(undisturbed));

        int steps =
                StepDisk.cutEverywhere(
                        folder,
                        ForgottenDocumentTest::filled,
                        store -> store.forgetting().forget(store.documents(), DAY),
                        (root, cut) -> {
                            Store next = Store.open(root);
                            int seen = next.documents().size();
                            assertThat(seen).as(cut).isIn(0, 2);
                            next.prepare();
                            assertThat(next.documents()).as(cut).hasSize(seen);
                            next.forgetting().forget(next.documents(), DAY);
                            assertThat(Readings.fingerprints(Readings.files(root)))
                                    .as(cut)
                                    .isEqualTo(expected);
                        });
        assertThat(steps).isGreaterThan(10);
    }

    private static Store filled(Path root) {
        Store store = Store.open(root);
        Readings.commit(store, FIRST_READING, 1, 40, 1000);
        Readings.commit(store, OTHER, 2, 40, 2000);
        return store;
    }

    private static List<LedgerRow> of(Store store, String documentId) {
        return store.documents().stream()
                .filter(row -> row.documentId().equals(documentId))
                .toList();
    }
}
