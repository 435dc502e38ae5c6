package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.HostileTown;
import eu.wattpeil.report.PublishedTown;
import eu.wattpeil.report.ReportPreview;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.PublicPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class PublicFormTest {

    private static final SinglePage<PublicPage> FORM =
            SinglePage.forPublic(ReportPreview::template);

    @Test
    void tellsInEachLanguageHowTheMonthAndTheGoalsStand() {
        assertThat(FORM.files(List.of(Waterdam.DUTCH, Locale.ENGLISH)))
                .extracting(Form.File::name)
                .containsExactly("public.nl.html", "public.en.html");
        assertThat(page(Waterdam.facts(), "public.en.html"))
                .contains("Energy use of the server room came to 5 206 kWh in October 2026")
                .contains(
                        "off course", "role=\"img\" aria-label=\"Chart of Total server-room energy")
                .contains("Edition 1 · Wattpeil 0.1.0");
        assertThat(page(Waterdam.facts(), "public.nl.html")).contains("niet op koers");
    }

    @Test
    void namesNoRoomNoDepartmentAndNoFileAndLeadsNowhere() {
        for (String page :
                List.of(
                        page(Waterdam.facts(), "public.en.html"),
                        page(Waterdam.facts(), "public.nl.html"))) {
            assertThat(page)
                    .doesNotContain("town-hall", "Archief", "Ruimte", "ups", "page_log")
                    .doesNotContain("<a ", "href", "http", "<script");
        }
    }

    @Test
    void showsWhatSomebodyWroteAsText() {
        assertThat(page(Waterdam.facts(Waterdam.LAST, "<script>1</script>"), "public.en.html"))
                .contains("&lt;script&gt;1&lt;/script&gt;")
                .doesNotContain("<script");
        assertThat(page(HostileTown.facts(7), "public.en.html"))
                .doesNotContain("<script", "<img", "<b>")
                .doesNotContain(HostileTown.SECRET)
                .doesNotContainPattern("\\sth:\\w+=");
    }

    private static String page(MonthlyFacts facts, String name) {
        return PublishedTown.files(FORM, MonthlyReport.of(facts, Waterdam.report())).stream()
                .filter(file -> file.file().equals(name))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
