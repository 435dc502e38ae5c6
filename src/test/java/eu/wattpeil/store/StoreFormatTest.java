package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that a newer program made is neither read nor written, and says so. */
class StoreFormatTest {

    @TempDir Path root;

    private Path format;

    @BeforeEach
    void prepare() {
        Store.open(root).prepare();
        format = root.resolve(".format");
    }

    @Test
    void saysOfWhichFormatItIs() {
        assertThat(format).hasContent("1");
        assertThat(Store.open(root).documents()).isEmpty();
    }

    @Test
    void takesAStoreThatIsOlderThanTheNumber() throws IOException {
        Files.delete(format);
        assertThat(Store.open(root).documentIds()).isEmpty();
        Store.open(root).prepare();
        assertThat(format).hasContent("1");
    }

    @Test
    void refusesWhatANewerVersionMade() throws IOException {
        Files.writeString(format, "3\n");
        String message =
                format
                        + ": the store is of format 3, made by a newer version of Wattpeil,"
                        + " expected format 2 or older; run that version, or restore a backup of"
                        + " the store from before it";

        assertRefused(() -> Store.open(root).prepare(), message);
        assertRefused(() -> Store.open(root).documents(), message);
        assertRefused(() -> Store.open(root).documentIds(), message);
        assertThat(format).hasContent("3");
    }

    /** Programs of format 1 would miss the rows that are in packs, and refuse the store. */
    @Test
    void staysOfFormatOneUntilItHasPacks() {
        assertThat(format).hasContent("1");
        Store store = Store.open(root);
        Readings.commit(store, Readings.FIRST_READING, 1, 2, 1000);
        store.prepare();
        assertThat(format).hasContent("1");

        store.compaction().pack(Datasets.METER_READINGS, YearMonth.of(2026, 9), store.documents());

        assertThat(format).hasContent("2");
        store.prepare();
        assertThat(format).hasContent("2");
    }

    @Test
    void refusesANumberThatIsNone() throws IOException {
        Files.writeString(format, "x");
        assertRefused(
                () -> Store.open(root).prepare(),
                format
                        + ": the file is damaged, expected the number of the store's format;"
                        + " remove it where no newer version of Wattpeil has run on this store");
    }

    private static void assertRefused(ThrowingCallable act, String message) {
        assertThatThrownBy(act).isInstanceOf(StoreException.class).hasMessage(message);
    }
}
