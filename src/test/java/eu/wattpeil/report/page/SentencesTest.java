package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.goal.History;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.RowCase;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.WaterdamKpis;
import eu.wattpeil.report.WaterdamValues;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SentencesTest {

    private static final String THIN = "\u202f";
    private static final int OCTOBER_2025 = 1;
    private static final int SEPTEMBER_2026 = 12;
    private static final int OCTOBER_2026 = 13;

    @Test
    void saysTheChangeAgainstTheSameMonthOfLastYear() {
        Figure figure =
                figure(
                        "dc_energy_total",
                        energy(OCTOBER_2025).value(4576),
                        energy(SEPTEMBER_2026).value(4000),
                        energy(OCTOBER_2026).value(4210));

        assertThat(english(figure))
                .isEqualTo(
                        "Energy use of the server room came to 4 210 kWh in October 2026,"
                                + " 8 % less than in October 2025.");
        assertThat(dutch(figure))
                .isEqualTo(
                        "Het energieverbruik van de serverruimte kwam in oktober 2026 uit op"
                                + " 4 210 kWh, 8 % minder dan in oktober 2025.");
    }

    @Test
    void fallsBackToLastMonthWhereLastYearIsNotKnown() {
        Figure figure =
                figure(
                        "dc_energy_total",
                        energy(OCTOBER_2025).unknown(Reason.COVERAGE_BELOW_MINIMUM),
                        energy(SEPTEMBER_2026).value(4000),
                        energy(OCTOBER_2026).value(4210));

        assertThat(english(figure))
                .endsWith("4 210 kWh in October 2026, 2 % more a day than in September 2026.");
    }

    @Test
    void callsASumThatWasCompletedAnEstimateOnWhatWasMeasured() {
        Figure figure =
                figure("dc_energy_total", energy(OCTOBER_2026).coverage(0.9789).value(4210));

        assertThat(english(figure))
                .isEqualTo(
                        "Energy use of the server room came to an estimated 4 210 kWh in October"
                                + " 2026, on the 97 % of the month that was measured.");
        assertThat(dutch(figure))
                .isEqualTo(
                        "Het energieverbruik van de serverruimte kwam in oktober 2026 uit op naar"
                                + " schatting 4 210 kWh, op basis van de 97 % van de maand die"
                                + " gemeten is.");
    }

    @Test
    void saysAtLeastOfAMeasuredSumWithGapsAndDoesNotCompareIt() {
        Kpi kpi = unscaled();
        History history =
                history(
                        energy(OCTOBER_2025).value(4576),
                        energy(OCTOBER_2026).coverage(0.93).value(4210));
        Figure figure = Figure.of(kpi, history, List.of(), List.of(), Waterdam.LENGTHS);

        assertThat(english(figure))
                .isEqualTo(
                        "Energy use of the server room came to at least 4 210 kWh in October"
                                + " 2026, on the 93 % of the month that was measured.");
    }

    @Test
    void comparesSumsWithGapsWhereAboutAsMuchOfBothIsKnown() {
        History history =
                history(
                        energy(OCTOBER_2025).coverage(0.94).value(4576),
                        energy(OCTOBER_2026).coverage(0.93).value(4210));
        Figure figure = Figure.of(unscaled(), history, List.of(), List.of(), Waterdam.LENGTHS);

        assertThat(english(figure)).endsWith("that was measured, 8 % less than in October 2025.");
    }

    @Test
    void saysWhyAValueIsNotKnown() {
        Figure figure =
                figure(
                        "dc_energy_total",
                        energy(OCTOBER_2026).unknown(Reason.COVERAGE_BELOW_MINIMUM).coverage(0.62));

        assertThat(english(figure))
                .isEqualTo(
                        "Energy use of the server room is not known for October 2026: too little"
                                + " of it is known (62 %).");
        assertThat(dutch(figure))
                .isEqualTo(
                        "Het energieverbruik van de serverruimte is niet bekend voor oktober 2026:"
                                + " er is te weinig van bekend (62 %).");
    }

    @Test
    void comparesSharesInPercentagePointsAndTinyBasesInTheirUnit() {
        assertThat(
                        english(
                                figure(
                                        "duplex_ratio",
                                        row(OCTOBER_2025, "duplex_ratio").value(0.462),
                                        row(OCTOBER_2026, "duplex_ratio").value(0.707))))
                .isEqualTo(
                        "The duplex ratio came to 70.7 % in October 2026, 24.5 pp higher than in"
                                + " October 2025.");
        assertThat(
                        english(
                                figure(
                                        "server_count",
                                        row(OCTOBER_2025, "server_count").value(8),
                                        row(OCTOBER_2026, "server_count").value(6))))
                .isEqualTo(
                        "The number of physical servers came to 6 servers in October 2026,"
                                + " 2 servers lower than in October 2025.");
    }

    @Test
    void callsTheSameWhatPrintsTheSame() {
        Figure figure =
                figure(
                        "pue_interim",
                        row(OCTOBER_2025, "pue_interim").value(1.4851),
                        row(OCTOBER_2026, "pue_interim").value(1.4949));

        assertThat(english(figure))
                .isEqualTo(
                        "Interim PUE came to 1.49 in October 2026, the same as in October 2025.");
    }

    @Test
    void usesTheTitleOfAKpiThatHasNoWordsOfItsOwn() {
        Kpi kpi =
                WaterdamKpis.kpi(
                        "heat_given_kwh",
                        "Reused heat",
                        "Hergebruikte restwarmte",
                        "kWh",
                        0,
                        Kpi.Better.HIGHER,
                        Kpi.OverTime.SUM,
                        true,
                        "",
                        "",
                        "site");
        Figure figure =
                Figure.of(
                        kpi,
                        history(
                                WaterdamValues.row(OCTOBER_2026, "heat_given_kwh", "kWh")
                                        .value(312)),
                        List.of(),
                        List.of(),
                        Waterdam.LENGTHS);

        assertThat(english(figure)).isEqualTo("Reused heat came to 312 kWh in October 2026.");
        assertThat(dutch(figure)).isEqualTo("Hergebruikte restwarmte: 312 kWh in oktober 2026.");
    }

    @Test
    void namesTheFiguresOfASectionThatDidBetterOrWorse() {
        Figure lead =
                figure(
                        "dc_energy_total",
                        energy(OCTOBER_2025).value(4576),
                        energy(OCTOBER_2026).value(4210));
        Figure better =
                figure(
                        "server_count",
                        row(OCTOBER_2025, "server_count").value(24),
                        row(OCTOBER_2026, "server_count").value(16));
        Figure same =
                figure(
                        "pue_interim",
                        row(OCTOBER_2025, "pue_interim").value(1.4),
                        row(OCTOBER_2026, "pue_interim").value(1.7));
        Figure unknown =
                figure("it_energy", row(OCTOBER_2026, "it_energy").unknown(Reason.NO_DATA));

        assertThat(sentences("en").opening(List.of(lead, better, same, unknown)).get(1))
                .isEqualTo("Better than in October 2025: Physical servers in use.");
        assertThat(sentences("nl").opening(List.of(lead, better, same, unknown)).get(1))
                .isEqualTo("Beter dan in oktober 2025: Aantal fysieke servers.");
    }

    private static RowCase energy(int at) {
        return row(at, "dc_energy_total");
    }

    private static RowCase row(int at, String kpi) {
        return WaterdamValues.row(at, kpi, kpi(kpi).unit());
    }

    private static Kpi kpi(String id) {
        return WaterdamKpis.kpis().stream()
                .filter(kpi -> kpi.kpiId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Kpi unscaled() {
        return WaterdamKpis.kpi(
                "dc_energy_total",
                "Energy",
                "Energie",
                "kWh",
                0,
                Kpi.Better.LOWER,
                Kpi.OverTime.SUM,
                false,
                "",
                "",
                "room");
    }

    private static Figure figure(String kpi, RowCase... rows) {
        return Figure.of(kpi(kpi), history(rows), List.of(), List.of(), Waterdam.LENGTHS);
    }

    private static History history(RowCase... rows) {
        List<KpiValue> values = new ArrayList<>();
        for (RowCase row : rows) {
            values.add(row.build());
        }
        return History.upTo(Waterdam.LAST, values);
    }

    private static String english(Figure figure) {
        return plain(sentences("en").figure(figure));
    }

    private static String dutch(Figure figure) {
        return plain(sentences("nl").figure(figure));
    }

    private static String plain(String text) {
        return text.replace(Numerals.NO_BREAK, " ").replace(THIN, " ");
    }

    private static Sentences sentences(String language) {
        Words words = Words.of(Waterdam.TEXTS, Locale.forLanguageTag(language));
        return new Sentences(words, new Numerals(words), 10, Map.of());
    }
}
