package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.ReportPreview;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FicheFormTest {

    private static final FicheForm FORM = new FicheForm(ReportPreview::template);

    private static final Effect SERVERS =
            new Effect(
                    "eight-servers-less",
                    "effect",
                    Optional.of(new Effect.Change(-36.5, -37.1, -35.9, 153)),
                    Optional.of(LocalDate.of(2026, 3, 31)));

    private static final Effect DUPLEX =
            new Effect(
                    "duplex-by-default",
                    "no_effect_shown",
                    Optional.of(new Effect.Change(0.02, -0.01, 0.05, 0.4)),
                    Optional.empty());

    @Test
    void tellsWhatAMeasureCameToWithItsIntervalAndInAYear() {
        assertThat(FORM.files(List.of(Waterdam.DUTCH, Locale.ENGLISH)))
                .extracting(Form.File::name)
                .containsExactly("fiches.nl.html", "fiches.en.html");
        assertThat(page("en", SERVERS))
                .contains("<h2 id=\"fiche-eight-servers-less-head\">Eight servers switched off")
                .contains("IT equipment energy changed by −24 % (95 %: −24 % to −23 %).")
                .contains("−13 323 kWh (95 %: −13 542 kWh to −13 104 kWh), if it stays so")
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
    void saysThatNothingIsFinishedWhereNothingCanBeTold() {
        Effect untold =
                new Effect(
                        "eight-servers-less",
                        "cannot_be_told_yet",
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
        MonthlyFacts facts = Waterdam.facts(insights(SERVERS, DUPLEX), Provenance.UNKNOWN);
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
        MonthlyFacts facts = Waterdam.facts(insights(effects), Provenance.UNKNOWN);
        return text(facts, "fiches." + language + ".html");
    }

    private static Insights insights(Effect... effects) {
        return new Insights(List.of(), List.of(), List.of(), List.of(effects), List.of(), Set.of());
    }

    private static String text(MonthlyFacts facts, String name) {
        return FORM
                .render(
                        new Manuscript(
                                MonthlyReport.of(facts, facts.definitions().get(0)), List.of()))
                .stream()
                .filter(file -> file.file().equals(name))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
