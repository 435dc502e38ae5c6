package eu.wattpeil.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Detail.Keys;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Organisation;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class KeyWordsTest {

    private static final Organisation TOWN = Waterdam.facts().organisation();

    @Test
    void tellTheTwoTimesOfAnHourApartThatAutumnHasTwice() {
        assertThat(english(Keys.INSTANT, "2026-10-25T00:30:00Z"))
                .isEqualTo("25\u00a0October 2026, 02:30 (UTC+02:00)");
        assertThat(english(Keys.INSTANT, "2026-10-25T01:30:00Z"))
                .isEqualTo("25\u00a0October 2026, 02:30 (UTC+01:00)");
        assertThat(english(Keys.INSTANT, "2026-10-25T02:30:00Z"))
                .isEqualTo("25\u00a0October 2026, 03:30");
    }

    @Test
    void nameDaysHoursAndWaysInTheReadersLanguage() {
        KeyWords dutch = words(Waterdam.DUTCH);

        assertThat(dutch.place(Keys.WEEKDAY, "7", Keys.HOUR, "4")).isEqualTo("zondag 04:00");
        assertThat(dutch.name(Keys.ROUTE, "donation")).isEqualTo("geschonken");
        assertThat(dutch.name(Keys.ROUTE, "unknown")).isEqualTo("niet bekend");
        assertThat(dutch.name(Keys.DAY, "2026-10-05")).isEqualTo("5\u00a0oktober 2026");
    }

    @Test
    void leaveAKeyThatIsNoneOfItsKindAsItIs() {
        assertThat(english(Keys.INSTANT, "soon")).isEqualTo("soon");
        assertThat(english(Keys.DAY, "tomorrow")).isEqualTo("tomorrow");
        assertThat(english(Keys.WEEKDAY, "8")).isEqualTo("8");
        assertThat(english(Keys.KPI, "no_kpi")).isEqualTo("title of no_kpi");
    }

    private static String english(Keys keys, String key) {
        return words(Locale.ENGLISH).name(keys, key);
    }

    private static KeyWords words(Locale language) {
        Words words = Words.of(Waterdam.facts().texts(), language);
        return new KeyWords(
                words,
                new Scopes(TOWN, words),
                ZoneId.of("Europe/Brussels"),
                id -> "title of " + id);
    }
}
