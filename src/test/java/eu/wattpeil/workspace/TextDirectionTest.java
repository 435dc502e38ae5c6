package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDirectionTest {

    private static final String HEBREW = "\u05e9\u05dc\u05d5\u05dd";
    private static final String TURNING =
            "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u206a\u206f\ufff9";

    @Test
    void dropsWhatTurnsTextAndKeepsAllElse() {
        assertThat(TextDirection.settled("a" + TURNING + "b")).isEqualTo("ab");
        for (String kept :
                new String[] {"plain", "é€", "👩\u200d🚒", HEBREW, "a\tb\nc\u00a0d", ""}) {
            assertThat(TextDirection.settled(kept)).isSameAs(kept);
        }
    }

    @Test
    void keepsAnIsolateThatEndsInItsLineAndDropsHalfOfOne() {
        assertThat(TextDirection.settled("a \u2068b\u2069 c")).isEqualTo("a \u2068b\u2069 c");
        assertThat(TextDirection.settled("a \u2068b")).isEqualTo("a b");
        assertThat(TextDirection.settled("a\u2069 b")).isEqualTo("a b");
        assertThat(TextDirection.settled("\u2068a\nb\u2069")).isEqualTo("a\nb");
        assertThat(TextDirection.settled("\u2068a \u2068b\u2069 c\u2069"))
                .isEqualTo("\u2068a b\u2069 c");
    }

    @Test
    void letsNoIsolateReachOutOfATextOrAnAttributeOfMarkup() {
        assertThat(TextDirection.settledMarkup("<p>\u2068a</p><p>b\u2069</p>"))
                .isEqualTo("<p>a</p><p>b</p>");
        assertThat(TextDirection.settledMarkup("<p title=\"\u2068a\">b\u2069</p>"))
                .isEqualTo("<p title=\"a\">b</p>");
        assertThat(TextDirection.settledMarkup("<p>\u2068" + HEBREW + "\u2069\u202e 1</p>"))
                .isEqualTo("<p>\u2068" + HEBREW + "\u2069 1</p>");
    }

    @Test
    void isolatesOnlyWhatGoesFromRightToLeftAndOnlyOnce() {
        String isolated = TextDirection.isolated(HEBREW);

        assertThat(isolated).isEqualTo("\u2068" + HEBREW + "\u2069");
        assertThat(TextDirection.isolated(isolated)).isEqualTo(isolated);
        assertThat(TextDirection.isolated("a, " + isolated)).isEqualTo("a, " + isolated);
        assertThat(TextDirection.isolated("\u202eTown hall\u2067")).isEqualTo("Town hall");
    }

    /** By the algorithm that the Java runtime has of its own. */
    @ParameterizedTest
    @ValueSource(strings = {HEBREW, HEBREW + " 12", "\u202eTown", "\u2067Town", "Town\u2069\u202b"})
    void keepsTheNumberBehindANameBehindIt(String name) {
        String sentence = TextDirection.isolated(name) + ": 12 kWh";
        int number = sentence.lastIndexOf("12");

        for (String shown : new String[] {sentence, TextDirection.marked(sentence)}) {
            Bidi bidi = new Bidi(shown, Bidi.DIRECTION_LEFT_TO_RIGHT);
            assertThat(bidi.getLevelAt(number) % 2).isZero();
            assertThat(bidi.getLevelAt(shown.indexOf(": ", number - 3)) % 2).isZero();
        }
        assertThat(
                        new Bidi(HEBREW + ": 12 kWh", Bidi.DIRECTION_LEFT_TO_RIGHT)
                                .getLevelAt(HEBREW.length() + 2))
                .as("without: drawn into what goes from right to left")
                .isEqualTo(2);
    }

    @Test
    void writesJsonThatSaysTheSame() {
        assertThat(TextDirection.escapedJson("{\"name\": \"a\u202eb\u2069\"}"))
                .isEqualTo("{\"name\": \"a\\u202eb\\u2069\"}");
    }
}
