package eu.wattpeil.report.form;

import static eu.wattpeil.report.MadeUpEffects.DUPLEX;
import static eu.wattpeil.report.MadeUpEffects.SERVERS;
import static eu.wattpeil.report.MadeUpEffects.amount;
import static eu.wattpeil.report.MadeUpEffects.impact;
import static eu.wattpeil.report.MadeUpEffects.missing;
import static eu.wattpeil.report.MadeUpEffects.nothing;
import static eu.wattpeil.report.MadeUpEffects.servers;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.MadeUpEffects;
import eu.wattpeil.report.PublishedTown;
import eu.wattpeil.report.ReportPreview;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Impact;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.FichePage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FicheFormTest {

    private static final SinglePage<FichePage> FORM = SinglePage.ofFiches(ReportPreview::template);

    @Test
    void tellsWhatAMeasureCameToWithItsIntervalAndInAYear() {
        assertThat(FORM.files(List.of(Waterdam.DUTCH, Locale.ENGLISH)))
                .extracting(Form.File::name)
                .containsExactly("fiches.nl.html", "fiches.en.html");
        assertThat(page("en", SERVERS))
                .contains("<h2 id=\"fiche-eight-servers-less-head\">Eight servers switched off")
                .contains("IT equipment energy changed by −24 % (95 %: −24 % to −23 %).")
                .contains("−13 323 kWh (95 %: −13 542 kWh to −13 104 kWh), if it stays so")
                .contains("−3 597 EUR (95 %: −3 656 EUR to −3 538 EUR) a year, at the prices of")
                .contains("−1 665 kg CO₂e (95 %: −1 693 kg CO₂e to −1 638 kg CO₂e) a year, by")
                .contains("after 31 days, on 31 March 2026")
                .contains("role=\"img\" aria-label=\"Chart of IT equipment energy")
                .doesNotContain("Printing on both sides");
        assertThat(page("nl", SERVERS)).contains("Een serverruimte", "Nog niet opgeschreven.");
    }

    @Test
    void saysThatNoEffectIsShownAndGivesNoYearOfAShare() {
        assertThat(page("en", DUPLEX))
                .contains("No effect shown: Duplex ratio changed by")
                .doesNotContain("if it stays so");
    }

    @Test
    void saysWhyAPartOfAYearIsNotKnownAndNeverZero() {
        Impact.Amount noPrice = missing("EUR", "price_of_electricity");
        Impact.Amount noFactor = missing("kgCO2e", "emissions_of_electricity");

        assertThat(page("en", servers(Optional.of(impact(noPrice, noFactor)))))
                .contains("−13 323 kWh")
                .contains("not known: no price of electricity for the month in config/prices.csv")
                .contains("not known: no factor of grid electricity for the month")
                .doesNotContain("0 EUR", "0 kg");
    }

    @Test
    void saysWhyNothingOfAYearIsKnown() {
        Impact mixed =
                new Impact(
                        Optional.of("electricity_of_the_change"),
                        Optional.of(365L),
                        nothing("kWh"),
                        nothing("sheets"),
                        nothing("impressions"),
                        nothing("EUR"),
                        nothing("kgCO2e"));

        assertThat(page("en", servers(Optional.of(mixed))))
                .contains("not known: bought cold, fuel or another energy enters a room")
                .doesNotContain("if it stays so", "In money", "In emissions");
        assertThat(page("nl", servers(Optional.empty())))
                .contains("niet bekend: nergens staat wat een jaar van dit cijfer waard is");
    }

    /** 252 days of a year have prints: the others have no effect. */
    @Test
    void tellsAYearOfPrintsOnTheDaysThatHaveSome() {
        Impact printed =
                new Impact(
                        Optional.empty(),
                        Optional.of(252L),
                        nothing("kWh"),
                        amount("sheets", -6048, -9072, -3024),
                        amount("impressions", -10080, -15120, -5040),
                        amount("EUR", -99.792, -149.688, -49.896),
                        amount("kgCO2e", -30.24, -45.36, -15.12));

        assertThat(page("en", servers(Optional.of(printed))))
                .contains(
                        "−6 048 sheets (95 %: −9 072 sheets to −3 024 sheets); −10 080 sides (95 %:"
                                + " −15 120 sides to −5 040 sides), if it stays so on the 252 days"
                                + " of a year with prints")
                .contains("−99.8 EUR (95 %: −150 EUR to −49.9 EUR) a year")
                .contains("−30.2 kg CO₂e");
    }

    @Test
    void saysThatNothingIsFinishedWhereNothingCanBeTold() {
        Effect untold =
                new Effect(
                        "eight-servers-less",
                        "cannot_be_told_yet",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(page("en", untold))
                .contains("No measure is finished yet")
                .doesNotContain("<article");
    }

    @Test
    void namesNoRoomNoDepartmentAndLeadsNowhere() {
        for (String language : List.of("en", "nl")) {
            assertThat(page(language, SERVERS, DUPLEX))
                    .doesNotContain("town-hall", "Archief", "page_log", "http", "<script")
                    .doesNotContain("href=\"/", "href=\"..");
        }
    }

    @Test
    void showsWhatSomebodyWroteAsText() {
        MonthlyFacts hostile = HostileTown.named("=1+1<script>x</script>\u202e");
        MonthlyFacts facts = MadeUpEffects.facts(SERVERS, DUPLEX);
        MonthlyFacts both =
                new MonthlyFacts(
                        hostile.organisation(),
                        facts.texts(),
                        hostile.definitions(),
                        facts.month(),
                        1,
                        "0.1.0",
                        "aa",
                        hostile.catalogue(),
                        hostile.values(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        facts.meters(),
                        List.of(),
                        facts.unread(),
                        facts.insights(),
                        facts.provenance());

        assertThat(text(both, "fiches.en.html"))
                .contains("<article", "&lt;script&gt;x&lt;/script&gt;")
                .doesNotContain("<script")
                .doesNotContainPattern("\\sth:\\w+=");
    }

    private static String page(String language, Effect... effects) {
        MonthlyFacts facts = MadeUpEffects.facts(effects);
        return text(facts, "fiches." + language + ".html");
    }

    private static String text(MonthlyFacts facts, String name) {
        return PublishedTown.files(FORM, MonthlyReport.of(facts, facts.definitions().get(0)))
                .stream()
                .filter(file -> file.file().equals(name))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
