package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void findsAWordWithTwoLettersSwapped() {
        assertThat(Spelling.hint("fromat", List.of("format", "dataset")))
                .isEqualTo(", did you mean \"format\"?");
    }

    @Test
    void listsWhatIsKnownWhereNothingIsNear() {
        assertThat(Spelling.hint("weather", List.of("format", "dataset")))
                .isEqualTo(", expected one of dataset, format");
    }

    @Test
    void takesNoOneLetterWordForAnother() {
        assertThat(Spelling.hint("D", List.of("A", "B"))).isEqualTo(", expected one of A, B");
    }

    @Test
    void cutsALongList() {
        List<String> known = IntStream.range(10, 30).mapToObj(i -> "series_" + i).toList();

        assertThat(Spelling.hint("paper", known)).endsWith("series_20, series_21 or 8 others");
    }

    @Test
    void takesATextForNoWord() {
        assertThat(Spelling.nearest("x".repeat(1_000_000), List.of("x".repeat(999_999)))).isEmpty();
    }
}
