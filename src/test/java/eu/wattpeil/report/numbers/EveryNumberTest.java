package eu.wattpeil.report.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.value.Amounts;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.TownCopy;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.workspace.Period;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No number stands in any form of a report that is not one of its edition, as the reader's language
 * writes it and in the place where it belongs; and the property notices a number that is not.
 */
final class EveryNumberTest {

    /** Towns whose numbers are by chance differ in how many they show. */
    private static final int PAGE = 1_800;

    private static final int PAPER = 500;
    private static final int BOOK = 10_000;

    /** A month's value in the table of a block. */
    private static final String CELL = "</th><td class=\"n\">";

    @TempDir static Path soundFolder;

    /** The town whose page is rewritten. */
    private static PublishedChance sound;

    @TempDir Path folder;

    @BeforeAll
    static void publish() throws Exception {
        sound = PublishedChance.of(41, soundFolder, "html");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofAPageIsOneOfItsEditionInItsPlace(long seed) throws Exception {
        Tally tally = PublishedChance.of(seed, folder, "html", "public", "fiches", "csv").tally();

        assertThat(tally.strange()).as("seed %d", seed).isEmpty();
        for (Locale language : ChanceTown.LANGUAGES) {
            assertThat(tally.of("report." + language + ".html")).isGreaterThan(PAGE);
            assertThat(tally.of("public." + language + ".html")).isGreaterThan(50);
            assertThat(tally.of("fiches." + language + ".html")).isGreaterThan(30);
        }
        assertThat(tally.of("kpis.csv")).isGreaterThan(3 * 400);
    }

    @Test
    void onPaperIsOneOfItsEdition() throws Exception {
        Tally tally = PublishedChance.of(11, folder, "pdf", "board").tally();

        assertThat(tally.strange()).isEmpty();
        for (Locale language : ChanceTown.LANGUAGES) {
            assertThat(tally.of("report." + language + ".pdf")).isGreaterThan(PAPER);
            assertThat(tally.of("board." + language + ".pdf")).isGreaterThan(40);
        }
    }

    @Test
    void ofAWorkbookIsThatOfItsRowAndColumn() throws Exception {
        Tally tally = PublishedChance.of(21, folder, "xlsx").tally(List.of(Waterdam.DUTCH));

        assertThat(tally.strange()).isEmpty();
        assertThat(tally.of("report.nl.xlsx")).isGreaterThan(BOOK);
    }

    @Test
    void isMissedInEveryFormWhereItsTableHasAnotherOne() throws Exception {
        PublishedChance published = PublishedChance.of(31, folder, "html", "pdf", "xlsx", "csv");
        KpiValue meant =
                published.facts().values().stream()
                        .filter(
                                it ->
                                        Set.of("it_energy", "sheets", "age_in_use")
                                                .contains(it.kpiId()))
                        .filter(it -> it.month().equals(Waterdam.LAST))
                        .filter(it -> it.period() == Period.MONTH && it.isOfOrganisation())
                        .filter(it -> it.value().isPresent())
                        .findFirst()
                        .orElseThrow();
        List<KpiValue> others =
                published.facts().values().stream()
                        .map(it -> it.equals(meant) ? with(it, 987_654) : it)
                        .toList();
        published.keep(TownCopy.of(published.facts()).values(others).facts());

        List<String> strange = published.tally(List.of(Locale.ENGLISH)).strange();

        assertThat(strange)
                .anyMatch(it -> it.startsWith("report.en.html block " + meant.kpiId() + " value"))
                .anyMatch(
                        it ->
                                it.startsWith(
                                        "report.en.html block " + meant.kpiId() + " in 2026-10"))
                .anyMatch(it -> it.startsWith("report.en.pdf value of " + meant.kpiId()))
                .anyMatch(it -> it.startsWith("report.en.xlsx"))
                .anyMatch(it -> it.startsWith("kpis.csv value"));
    }

    @Test
    void isMissedWhereTwoChangePlaces() throws Exception {
        assertThat(strange(Locale.ENGLISH, EveryNumberTest::swapped))
                .hasSize(2)
                .allMatch(it -> it.startsWith("report.en.html block dc_energy_total in 20"));
    }

    @Test
    void isMissedWhereTwoHoursOfAWeekChangePlaces() throws Exception {
        String hours =
                "(?s)(<span class=\"long\">Monday.*?<td[^>]*>)([^<]+)(</td><td[^>]*>)([^<]+)";

        assertThat(strange(Locale.ENGLISH, page -> page.replaceFirst(hours, "$1$4$3$2")))
                .hasSize(2)
                .allMatch(it -> it.startsWith("report.en.html grid room_power_profile 1 0"));
    }

    @Test
    void isMissedWhereItIsNotRounded() throws Exception {
        assertThat(strange(Locale.ENGLISH, page -> atFirstValue(page, "0$1"))).isNotEmpty();
        assertThat(strange(Locale.ENGLISH, page -> atFirstValue(page, ".27$1"))).isNotEmpty();
    }

    @Test
    void isMissedWhereItHasTheDecimalSignOfAnotherLanguage() throws Exception {
        String decimal = "(?<=>[^<>]{0,20}\\d),(?=\\d+\u00a0%)";

        assertThat(strange(Waterdam.DUTCH, page -> page.replaceFirst(decimal, "."))).isNotEmpty();
    }

    @Test
    void isMissedWhereItHasNoUnitOrNoSign() throws Exception {
        assertThat(strange(Locale.ENGLISH, page -> atFirstValue(page, "</td>"))).isNotEmpty();
        assertThat(
                        strange(
                                Locale.ENGLISH,
                                page ->
                                        page.replaceFirst(
                                                "<td class=\"n\">[+\u2212](?=\\d)",
                                                "<td class=\"n\">")))
                .isNotEmpty();
    }

    /** What is noticed of a page that was sound before it was rewritten. */
    private static List<String> strange(Locale language, UnaryOperator<String> change)
            throws Exception {
        assertThat(sound.tallyOfPage(language, page -> page + " ").strange()).isEmpty();
        return sound.tallyOfPage(language, change).strange();
    }

    /** Another end of the first month's value in the block of the first KPI. */
    private static String atFirstValue(String page, String end) {
        return block(
                page,
                block ->
                        block.replaceFirst(
                                "(?<=" + CELL + "[+\u2212\\d\u202f]{1,20})(\u00a0[^<]*</td>)",
                                end));
    }

    /** The values of the first two months whose values differ. */
    private static String swapped(String page) {
        return block(
                page,
                block ->
                        block.replaceFirst(
                                "(?s)"
                                        + CELL
                                        + "([\u2212\\d\u202f]+\u00a0kWh)(.*?)"
                                        + CELL
                                        + "((?!\\1)[\u2212\\d\u202f]+\u00a0kWh)",
                                CELL + "$3$2" + CELL + "$1"));
    }

    private static String block(String page, UnaryOperator<String> change) {
        int from = page.indexOf("id=\"kpi-dc_energy_total\"");
        from = page.indexOf("<thead>", from);
        int to = page.indexOf("</table>", from);
        return page.substring(0, from)
                + change.apply(page.substring(from, to))
                + page.substring(to);
    }

    private static KpiValue with(KpiValue row, double value) {
        return row.with(new Amounts(row.numerator(), row.denominator(), Optional.of(value)));
    }
}
