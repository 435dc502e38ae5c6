package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.Reject;
import eu.wattpeil.workspace.Goal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordsTest {

    private static final Pattern OPTIONAL = Pattern.compile("(unit|singular|plural)\\..*");
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    @Test
    void saysEverythingInEachLanguage() {
        assertThat(required("nl")).isEqualTo(required("en"));
    }

    @Test
    void fillsInTheSameNamesInEachLanguage() {
        Words english = Words.of(Locale.ENGLISH);
        Words dutch = Words.of(Waterdam.DUTCH);

        for (String key : required("en")) {
            assertThat(names(dutch, key)).as(key).isEqualTo(names(english, key));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void hasWordsForEveryPracticeAndEveryReason(String language) {
        Words words = Words.of(Locale.forLanguageTag(language));

        for (String practice : Goal.PRACTICES) {
            assertThat(words.find("practice." + practice)).as(practice).isPresent();
        }
        for (eu.wattpeil.kpi.value.Reason reason : eu.wattpeil.kpi.value.Reason.values()) {
            assertThat(words.find("reason." + reason.code())).as(reason.code()).isPresent();
        }
        for (Reject.Reason reason : Reject.Reason.values()) {
            assertThat(words.find("reject." + reason.code())).as(reason.code()).isPresent();
        }
    }

    @Test
    void refusesALanguageThatNobodyWrote() {
        assertThatThrownBy(() -> Words.of(Locale.GERMAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("language is de, expected one of [en, nl]");
    }

    @Test
    void picksTheReadersLanguageThenEnglishThenTheFirst() {
        Words dutch = Words.of(Waterdam.DUTCH);

        assertThat(dutch.pick(Waterdam.titles("room", "ruimte"))).isEqualTo("ruimte");
        assertThat(dutch.pick(Map.of(Locale.ENGLISH, "room", Locale.FRENCH, "salle")))
                .isEqualTo("room");
        assertThat(dutch.pick(Map.of(Locale.GERMAN, "Raum", Locale.FRENCH, "salle")))
                .isEqualTo("Raum");
    }

    @Test
    void leavesBracesInAFilledInTextAlone() {
        assertThat(Words.of(Locale.ENGLISH).say("mark.estimated")).isEqualTo("estimated");
        assertThat(Words.of(Locale.ENGLISH).say("at_least", "value", "{value}"))
                .isEqualTo("at least {value}");
    }

    private static Set<String> required(String language) {
        return Words.of(Locale.forLanguageTag(language)).keys().stream()
                .filter(key -> !OPTIONAL.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Words words, String key) {
        return NAME.matcher(words.find(key).orElseThrow())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
