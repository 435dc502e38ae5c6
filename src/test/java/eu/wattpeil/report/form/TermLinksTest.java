package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.page.ReportPage.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TermLinksTest {

    private static final Term PUE = new Term("term-pue", "PUE", "all & IT");

    private static final String LINK =
            "<a class=\"term\" href=\"#term-pue\" title=\"all &amp; IT\">PUE</a>";

    @Test
    void linksAWordWhereATopicUsesItFirst() {
        TermLinks links = new TermLinks(List.of(PUE));

        assertThat(links.linked("front", "The PUE. A PUE")).isEqualTo("The " + LINK + ". A PUE");
        assertThat(links.linked("front", "PUE")).isEqualTo("PUE");
        assertThat(links.linked("room", "PUE")).isEqualTo(LINK);
    }

    @Test
    void leavesWordsAloneThatATermIsPartOf() {
        TermLinks links = new TermLinks(List.of(PUE));

        assertThat(links.linked("front", "pPUE PUEs PUE-like éPUE")).doesNotContain("<a");
    }

    @Test
    void prefersTheLongerOfTwoTerms() {
        assertThat(
                        new TermLinks(
                                        List.of(
                                                new Term("term-r", "R", "x"),
                                                new Term("term-r-ladder", "R-ladder", "y")))
                                .linked("front", "the R-ladder"))
                .contains("#term-r-ladder")
                .doesNotContain("#term-r\"");
    }

    @Test
    void showsMarkupAsText() {
        assertThat(new TermLinks(List.of(PUE)).linked("front", "<b>PUE & \"x\"</b>"))
                .isEqualTo("&lt;b&gt;" + LINK + " &amp; &quot;x&quot;&lt;/b&gt;");
        assertThat(new TermLinks(List.of()).linked("front", "<b>")).isEqualTo("&lt;b&gt;");
    }
}
