package eu.wattpeil.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.report.content.LevelShifts;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShiftWordsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Texts TEXTS =
            Texts.read(new WorkspaceFiles(Path.of("no-workspace")), new Problems());

    @Test
    void tellsTheLevelsAndWhatStandsNear() {
        assertThat(
                        words("en")
                                .lines(
                                        shift(
                                                MARCH,
                                                DAY,
                                                Optional.empty(),
                                                "none",
                                                List.of("measure less", "meter_replaced ups-out"))))
                .containsExactly(
                        "IT equipment energy \u2013 room:hall: at another level from 2026-03-01 on",
                        "    A usual day comes to 1\u202f118\u00a0kWh, before to 1\u202f153\u00a0kWh;"
                                + " the change is \u221238.5\u00a0kWh to \u221231.1\u00a0kWh (95\u00a0%).",
                        "    At that time: measure less, replaced meter ups-out.");
    }

    @Test
    void tellsThatNothingExplainsItAndThatItMayBeTheSeason() {
        assertThat(lines("en", Optional.empty(), "unknown"))
                .endsWith(
                        "    Unexplained: no measure and no event stands near that day.",
                        "    Nothing is known of the same time a year before: it may be the"
                                + " season.");
        assertThat(lines("en", Optional.empty(), "none"))
                .endsWith("    Unexplained: no measure and no event stands near that day.");
        assertThat(lines("nl", Optional.empty(), "alike"))
                .contains(
                        "    Een gewone dag komt op 1\u202f118\u00a0kWh, daarvoor op 1\u202f153\u00a0kWh;"
                                + " het verschil is \u221238,5\u00a0kWh tot \u221231,1\u00a0kWh"
                                + " (95\u00a0%).")
                .endsWith(
                        "    Een jaar eerder verschoof het in dezelfde tijd op dezelfde manier: het"
                                + " kan het seizoen zijn.");
    }

    @Test
    void claimsNothingOfWhatCannotBeToldYet() {
        assertThat(lines("en", Optional.of("few_days"), "none"))
                .containsExactly(
                        "IT equipment energy \u2013 room:hall: cannot be told yet whether it is at"
                                + " another level, from 2026-03-01 on",
                        "    Too few days are known since: four weeks are needed.");
    }

    @Test
    void newestComeFirstAndOneOfTooFewDaysIsOfTheLastMonthAlone() {
        LevelShift old = shift(MARCH, DAY, Optional.of("few_days"), "none", List.of());
        LevelShift told = shift(MARCH.plusMonths(1), DAY, Optional.empty(), "none", List.of());
        LevelShift fresh =
                shift(
                        MARCH.plusMonths(2),
                        DAY.plusMonths(2),
                        Optional.of("few_days"),
                        "none",
                        List.of());

        assertThat(new LevelShifts(MARCH.plusMonths(2), List.of(old, told, fresh)).shifts())
                .containsExactly(fresh, told);
    }

    private static List<String> lines(String language, Optional<String> reason, String yearBefore) {
        return words(language).lines(shift(MARCH, DAY, reason, yearBefore, List.of()));
    }

    private static ShiftWords words(String language) {
        return ShiftWords.forTerminal(TEXTS, Locale.forLanguageTag(language));
    }

    private static LevelShift shift(
            YearMonth month,
            LocalDate day,
            Optional<String> reason,
            String yearBefore,
            List<String> occasions) {
        return new LevelShift(
                month,
                "it_energy",
                new Scope("room", "hall"),
                day,
                reason,
                day.minusDays(1),
                new BigDecimal("1152.9"),
                new BigDecimal("1118.1"),
                new BigDecimal("-38.5111"),
                new BigDecimal("-31.0888"),
                Optional.of(-0.03),
                "kWh",
                yearBefore,
                occasions);
    }
}
