package eu.wattpeil.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Provenance;
import eu.wattpeil.workspace.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a report shows for those who want to know what is behind it. */
final class ProofsTest {

    private static final Scope ROOM = new Scope("room", "town-hall-sr");

    @Test
    void saysWhatEachGoalServes() {
        ReportPage page = page(Waterdam.facts());

        assertThat(page.served().rows()).hasSameSizeAs(Waterdam.facts().organisation().goals());
        assertThat(page.served().rows().get(0).cells())
                .contains("7.3", "E1-5", "Head of ICT")
                .contains("monitor the server room’s energy and keep optimising it");
    }

    @Test
    void namesThePracticesThatNoGoalServes() {
        Set<String> served =
                page(Waterdam.facts()).served().rows().stream()
                        .map(row -> row.cells().get(2))
                        .collect(Collectors.toSet());

        assertThat(page(Waterdam.facts()).unserved())
                .contains("practices are served by no goal: ", "telework with low emissions")
                .doesNotContain(served);
    }

    @Test
    void namesTheMeasureThatALevelShiftedWith() {
        LevelShift room = shift(ROOM, 153, 118);

        assertThat(shifts(room))
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.head()).contains("town-hall-sr");
                            assertThat(item.text())
                                    .startsWith("At another level from 1\u00a0March 2026 on. ")
                                    .contains("118\u00a0kWh")
                                    .endsWith(
                                            "At that time: measure “Eight servers switched off,"
                                                    + " their work shared by the others”.");
                        });
    }

    @Test
    void tellsAShiftOfAWholeOnlyWhereItIsNotThatOfItsOnlyPart() {
        LevelShift room = shift(ROOM, 153, 118);

        assertThat(shifts(shift(Scope.ORGANISATION, 153, 118), room)).hasSize(1);
        assertThat(shifts(shift(Scope.ORGANISATION, 253, 218), room)).hasSize(2);
    }

    @Test
    void listsDocumentsByFingerprintAndCountsThoseThatItDoesNotShow() {
        ReportPage few = page(of(documents(2)));
        ReportPage many = page(of(documents(230)));

        assertThat(few.documents().rows().get(0).cells())
                .containsExactly("print", "print_jobs", "doc-1000", "7", "ab1000");
        assertThat(few.documentsNote()).startsWith("2 documents: ").doesNotContain("manifest");
        assertThat(many.documents().rows()).hasSize(200);
        assertThat(many.documentsNote())
                .startsWith("230 documents: ")
                .endsWith("30 more stand in manifest.json.");
        assertThat(page(Waterdam.facts()).documents().isEmpty()).isTrue();
    }

    @Test
    void explainsEachWordOnce() {
        for (String language : List.of("en", "nl", "fr")) {
            ReportPage page =
                    PageWriter.page(
                            MonthlyReport.of(Waterdam.facts(), Waterdam.report()),
                            Locale.forLanguageTag(language));

            assertThat(page.terms()).extracting(ReportPage.Term::word).doesNotHaveDuplicates();
            assertThat(page.terms()).extracting(ReportPage.Term::id).contains("term-pue");
        }
    }

    private static List<ReportPage.Item> shifts(LevelShift... shifts) {
        Insights insights =
                new Insights(List.of(), List.of(shifts), List.of(), List.of(), List.of(), Set.of());
        return page(Waterdam.facts(insights, Provenance.UNKNOWN)).shifts();
    }

    private static MonthlyFacts of(String manifest) {
        return Waterdam.facts(Insights.NONE, new Provenance(Optional.of(manifest), Map.of()));
    }

    private static ReportPage page(MonthlyFacts facts) {
        return PageWriter.page(MonthlyReport.of(facts, Waterdam.report()), Locale.ENGLISH);
    }

    private static String documents(int count) {
        return IntStream.range(1000, 1000 + count)
                .mapToObj(
                        number ->
                                """
                                {"document_id": "doc-%d", "definition": "print",\
                                 "dataset": "print_jobs", "sha256": "ab%d", "rows": 7}"""
                                        .formatted(number, number))
                .collect(Collectors.joining(",", "{\"documents\": [", "]}"));
    }

    private static LevelShift shift(Scope scope, int before, int after) {
        return new LevelShift(
                YearMonth.of(2026, 4),
                "it_energy",
                scope,
                LocalDate.of(2026, 3, 1),
                Optional.empty(),
                LocalDate.of(2026, 2, 28),
                BigDecimal.valueOf(before),
                BigDecimal.valueOf(after),
                BigDecimal.valueOf(-38),
                BigDecimal.valueOf(-31),
                Optional.of(-0.23),
                "kWh",
                "none",
                List.of("measure eight-servers-less"));
    }
}
