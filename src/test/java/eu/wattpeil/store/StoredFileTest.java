package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredFileTest {

    @Test
    void readsWhatItWrites() {
        List<StoredFile> files =
                List.of(
                        new StoredFile("meter_readings/month=2026-10/a.parquet", 0, 0),
                        new StoredFile("a folder/with 12 ab/b.parquet", Long.MAX_VALUE / 10, 0xab),
                        new StoredFile(" ", 1, 0xffffffffL));

        assertThat(StoredFile.parse(StoredFile.text(files))).isEqualTo(files);
        assertThat(StoredFile.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a",
                "a 1",
                " 1 a",
                "1 a",
                "a  1",
                "a 1 ",
                "a 1  b",
                "a -1 b",
                "a +1 b",
                "a 1 B",
                "a 1 -b",
                "a 1 123456789",
                "a 1234567890123456789 b",
                "a 1 b\n\nc 1 d"
            })
    void refusesWhatIsNoLineOfAFile(String text) {
        assertThatThrownBy(() -> StoredFile.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot read stored file: ");
    }
}
