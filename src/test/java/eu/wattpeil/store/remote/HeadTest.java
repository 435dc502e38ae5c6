package eu.wattpeil.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadTest {

    private static final Head HEAD =
            new Head(
                    12,
                    9,
                    Optional.of(new Head.Holder("c0", "process 7 on host-a")),
                    "n",
                    Head.byPath(
                            List.of(
                                    new RemoteFile("a b/c.parquet", 3, 0xffffffffL, 11),
                                    new RemoteFile(".format", 2, 1, 10))));

    @Test
    void isReadAsItWasWritten() {
        assertThat(Head.parse(HEAD.bytes())).isEqualTo(HEAD);
        assertThat(Head.parse(Head.none().bytes())).isEqualTo(Head.none());
    }

    @Test
    void namesObjectsByTheirCommitAndPath() {
        assertThat(HEAD.files().get("a b/c.parquet").object())
                .isEqualTo("data/000000000011/a b/c.parquet");
    }

    @Test
    void isNotReadInPart() {
        byte[] bytes = HEAD.bytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] part = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Head.parse(part)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
