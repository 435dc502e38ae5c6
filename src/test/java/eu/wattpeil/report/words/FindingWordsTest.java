package eu.wattpeil.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.model.Findings;
import eu.wattpeil.kpi.model.Rule;
import eu.wattpeil.operate.FindingTable;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.MonthFindings;
import eu.wattpeil.workspace.FindingState;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Threshold;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FindingWordsTest {

    private static final Finding.Range NOTHING =
            new Finding.Range(Optional.empty(), Optional.empty());
    private static final Texts TEXTS =
            Texts.read(new WorkspaceFiles(Path.of("no-workspace")), new Problems());

    @Test
    void saysWhatWasFoundInNumbersThatAnEstimateCanKeep() {
        List<String> lines =
                plain(
                        words("en")
                                .lines(
                                        found(
                                                range("940.4", "2717.9"),
                                                range("250.3", "250.4"),
                                                new Finding.Range(amount("61.4"), Optional.empty()),
                                                Optional.of(
                                                        state(
                                                                FindingState.Status.DISMISSED,
                                                                "Too dear")))));

        assertThat(lines)
                .contains(
                        "A UPS loses more than it has to \u2013 meter:ups-in: found, dismissed",
                        "    Facts: efficiency 94 %; loss in a year 2 721 kWh",
                        "    Saving a year: 940 to 2 700 kWh; 250 EUR; at least 61 kg CO\u2082e",
                        "    Source: a law (read in the text of its publisher)",
                        "    Values used: eml_ups_efficiency 96 %: a law (an own starting value)",
                        "    Status: dismissed, 1 May 2026, Head of ICT, Too dear");
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        assertThat(
                        plain(
                                words("nl")
                                        .lines(
                                                found(
                                                        range("940.4", "2717.9"),
                                                        NOTHING,
                                                        NOTHING,
                                                        Optional.empty()))))
                .contains(
                        "Een noodstroomvoeding (UPS) verliest meer dan nodig \u2013 meter:ups-in:"
                                + " gevonden, nieuw",
                        "    Besparing per jaar: 940 tot 2 700 kWh")
                .noneMatch(it -> it.contains("EUR"));
    }

    @Test
    void namesTheSourceOfARuleInTheLanguageUnlessItIsAnotherOne() {
        String packaged = TEXTS.find("en", "finding.low_loaded_ups.source").orElseThrow();

        assertThat(inDutchWithSource(packaged))
                .anyMatch(it -> it.contains("erkende maatregel FI3 (Nederland)"));
        assertThat(inDutchWithSource("our own law"))
                .anyMatch(it -> it.contains("our own law"))
                .noneMatch(it -> it.contains("erkende maatregel"));
    }

    private static List<String> inDutchWithSource(String source) {
        Finding finding = found(NOTHING, NOTHING, NOTHING, Optional.empty(), source);
        return plain(words("nl").lines(finding));
    }

    @Test
    void namesTheSourcesOfItsValuesInTheLanguageAndAGradeOnlyWhereItSaysMore() {
        Finding finding =
                found(
                        List.of(
                                value(
                                        "0.96",
                                        "Omgevingsregeling, text of 2026-07-01, recognised measure FI3",
                                        "A"),
                                value("0.05", "own starting value", "P"),
                                value("0.5", "our own law", "B")),
                        Optional.of(state(FindingState.Status.DONE, "")));

        assertThat(plain(words("nl").lines(finding)))
                .contains(
                        "    Gebruikte waarden: eml_ups_efficiency 96 %: Omgevingsregeling, tekst"
                                + " van 2026-07-01, erkende maatregel FI3 (gelezen in de tekst van"
                                + " de uitgever); eml_ups_efficiency 5 %: eigen startwaarde;"
                                + " eml_ups_efficiency 50 %: our own law (gelezen in een citaat)",
                        "    Stand: gedaan, 1 mei 2026, Hoofd ICT");
    }

    @Test
    void promisesNothingWhereNothingWasFound() {
        Finding finding =
                new Finding(
                        "low_loaded_ups",
                        Optional.of(rule("a law")),
                        new Scope("organisation", "all"),
                        Findings.Outcome.CANNOT_BE_JUDGED,
                        Optional.of("ups_rating"),
                        List.of(),
                        NOTHING,
                        NOTHING,
                        NOTHING,
                        Optional.empty(),
                        List.of(),
                        Optional.empty());

        assertThat(words("en").lines(finding))
                .containsExactly(
                        "A UPS loses more than it has to \u2013 organisation:all: cannot be"
                                + " judged",
                        "    Missing: the rating of the UPS in config/ups.csv");
    }

    @Test
    void putsTheLargestSavingFirst() {
        Finding small = found(range("1", "2"), NOTHING, NOTHING, Optional.empty());
        Finding unknown = found(NOTHING, NOTHING, NOTHING, Optional.empty());
        Finding large = found(range("1", "3"), NOTHING, NOTHING, Optional.empty());

        assertThat(
                        new MonthFindings(YearMonth.of(2026, 9), List.of(unknown, small, large))
                                .findings())
                .containsExactly(large, small, unknown);
    }

    @Test
    void givesMachinesTheNumbersAsTheyAre() {
        MonthFindings findings =
                new MonthFindings(
                        YearMonth.of(2026, 9),
                        List.of(
                                found(
                                        range("940.4", "2717.9"),
                                        NOTHING,
                                        NOTHING,
                                        Optional.of(state(FindingState.Status.DONE, "")))));

        List<Object> row = FindingTable.of(findings, words("en")).rows().get(0);

        assertThat(row)
                .startsWith("2026-09", "low_loaded_ups", "meter", "ups-in", "found")
                .contains(
                        Optional.of("ups_efficiency=0.94 share; ups_loss_of_a_year=2721.2 kWh"),
                        Optional.of(940.4),
                        Optional.of(2717.9),
                        "done",
                        Optional.of("2026-05-01"),
                        Optional.of("Head of ICT"));
    }

    private static List<String> plain(List<String> lines) {
        return lines.stream().map(it -> it.replace('\u00a0', ' ').replace('\u202f', ' ')).toList();
    }

    private static FindingWords words(String language) {
        return new FindingWords(TEXTS, Locale.forLanguageTag(language));
    }

    private static Finding found(
            Finding.Range kwh,
            Finding.Range eur,
            Finding.Range kgco2e,
            Optional<FindingState> state) {
        return found(kwh, eur, kgco2e, state, "a law");
    }

    private static Finding found(List<Threshold> values, Optional<FindingState> state) {
        Finding one = found(NOTHING, NOTHING, NOTHING, state);
        return new Finding(
                one.ruleId(),
                one.rule(),
                one.scope(),
                one.outcome(),
                one.missing(),
                one.facts(),
                one.kwh(),
                one.eur(),
                one.kgco2e(),
                one.coverage(),
                values,
                one.state());
    }

    private static Threshold value(String value, String source, String grade) {
        return new Threshold(
                "eml_ups_efficiency",
                new BigDecimal(value),
                "share",
                LocalDate.of(2026, 7, 1),
                Optional.empty(),
                source,
                grade);
    }

    private static Finding found(
            Finding.Range kwh,
            Finding.Range eur,
            Finding.Range kgco2e,
            Optional<FindingState> state,
            String source) {
        return new Finding(
                "low_loaded_ups",
                Optional.of(rule(source)),
                new Scope("meter", "ups-in"),
                Findings.Outcome.FOUND,
                Optional.empty(),
                List.of(
                        new Finding.Fact("ups_efficiency", new BigDecimal("0.940000"), "share"),
                        new Finding.Fact("ups_loss_of_a_year", new BigDecimal("2721.2"), "kWh")),
                kwh,
                eur,
                kgco2e,
                Optional.of(1.0),
                List.of(
                        new Threshold(
                                "eml_ups_efficiency",
                                new BigDecimal("0.96"),
                                "share",
                                LocalDate.of(2026, 7, 1),
                                Optional.empty(),
                                "a law",
                                "P")),
                state);
    }

    private static Rule rule(String source) {
        return new Rule(
                "low_loaded_ups",
                List.of("meter"),
                source,
                "A",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static FindingState state(FindingState.Status status, String reason) {
        return new FindingState(
                "low_loaded_ups",
                new Scope("meter", "ups-in"),
                status,
                LocalDate.of(2026, 5, 1),
                reason.isEmpty() ? Map.of() : Map.of(Locale.ENGLISH, reason),
                Map.of(Locale.ENGLISH, "Head of ICT", Locale.forLanguageTag("nl"), "Hoofd ICT"),
                new Place("config/findings.yaml", 1));
    }

    private static Finding.Range range(String low, String high) {
        return new Finding.Range(amount(low), amount(high));
    }

    private static Optional<BigDecimal> amount(String amount) {
        return Optional.of(new BigDecimal(amount));
    }
}
