package eu.wattpeil.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.edition.LaterChange;
import eu.wattpeil.kpi.edition.Restatement.Why;
import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.value.FactorUse;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.kpi.value.Series;
import eu.wattpeil.report.PublishedTown;
import eu.wattpeil.report.Publisher;
import eu.wattpeil.report.ReportPreview;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.report.WaterdamValues;
import eu.wattpeil.report.content.Insights;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.content.Provenance;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportHtmlTest {

    @TempDir static Path folder;

    private static String english;
    private static String dutch;

    @BeforeAll
    static void publish() throws IOException {
        english = html(Waterdam.facts(), "en");
        dutch = html(Waterdam.facts(), "nl");
    }

    @Test
    void saysTheWholeInOneSentence() {
        assertThat(plain(english))
                .contains(
                        "Energy use of the server room came to 5 206 kWh in October 2026, 25 %"
                                + " less than in October 2025.")
                .contains("<strong>3</strong><i aria-hidden=\"true\">▲</i>watch")
                .contains("5 of the 8 goals are behind their plan; furthest: ");
        assertThat(plain(dutch)).contains("5 van de 8 doelen liggen achter op het plan");
    }

    @Test
    void showsEachGoalWithVerdictPracticeAndReason() {
        assertThat(english)
                .contains("<span class=\"hidden-text\">on course</span>")
                .contains("<p class=\"verdict watch\"><i aria-hidden=\"true\">▲</i>watch</p>")
                .contains(
                        "<p class=\"verdict off_course\"><i aria-hidden=\"true\">■</i>off"
                                + " course</p>")
                .contains("<p class=\"verdict unknown\"><i aria-hidden=\"true\">○</i>unknown</p>")
                .contains("monitor the server room’s energy and keep optimising it")
                .contains(
                        "No verdict: the baseline of December 2025 is not known, too little of it"
                                + " is known");
    }

    @Test
    void standsCoverageBesideEveryNumber() {
        for (String block : blocks(english)) {
            assertThat(block).containsPattern("measured|known");
        }
        assertThat(block(english, "fleet_use_energy"))
                .contains("known, modelled or declared rather than measured")
                .contains("<span class=\"mark\">modelled</span>");
    }

    @Test
    void standsTheAbsoluteNumbersBesideARatio() {
        assertThat(plain(block(english, "pue_interim")))
                .contains("5 206 kWh (server room) ÷ 3 504 kWh (IT equipment)");
    }

    @Test
    void givesTheReasonInsteadOfANumberThatIsNotKnown() throws IOException {
        String december = html(Waterdam.facts(Waterdam.FIRST.plusMonths(3), "W"), "en");

        assertThat(plain(block(december, "it_energy")))
                .contains("Not known: too little of it is known (62 %)")
                .doesNotContain("<span class=\"number\"");
        assertThat(december).doesNotContain("NaN");
    }

    @Test
    void judgesNoGoalBeforeItBegins() throws IOException {
        String november = html(Waterdam.facts(Waterdam.FIRST.plusMonths(2), "W"), "en");

        assertThat(november).contains("No verdict: the goal begins in December 2025");
    }

    @Test
    void suppressesSmallGroupsEvenWhereARowCarriesANumber() throws IOException {
        List<KpiValue> values = new ArrayList<>(WaterdamValues.values());
        KpiValue secret =
                WaterdamValues.row(13, "sheets", "sheets")
                        .scope("department", "geheim")
                        .value(4321)
                        .build();
        values.add(hidden(secret));
        String page = html(with(values), "en");

        assertThat(plain(block(page, "sheets")))
                .contains("Archief")
                .contains("fewer than 10 people");
        assertThat(plain(page)).contains("geheim").doesNotContain("4 321");
        assertThat(plain(page)).contains("5 figures about fewer than 10 people");
    }

    @Test
    void escapesWhatTheOrganisationWrote() throws IOException {
        String page = html(Waterdam.facts(Waterdam.LAST, "<script>alert(1)</script>"), "en");

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("Ruimte &amp; &lt;b&gt;wonen&lt;/b&gt;")
                .doesNotContain("<script")
                .doesNotContain("<b>");
    }

    @Test
    void comparesMonthsOfUnequalLengthByTheDay() throws IOException {
        String march = html(Waterdam.facts(Waterdam.FIRST.plusMonths(6), "W"), "en");

        assertThat(plain(block(march, "dc_energy_total")))
                .containsPattern("(?s)February 2026.*kWh a day.*−[0-9.]+ kWh a day");
        assertThat(plain(block(march, "sheets"))).contains("sheets a working day");
        assertThat(plain(march)).contains("less a day than in February 2026");
    }

    @Test
    void writesEveryMonthInFrench() {
        for (YearMonth month = Waterdam.FIRST;
                !month.isAfter(Waterdam.LAST);
                month = month.plusMonths(1)) {
            MonthlyReport report =
                    MonthlyReport.of(Waterdam.facts(month, "Commune"), Waterdam.report());
            ReportPage page = PageWriter.page(report, Locale.FRENCH);

            assertThat(page.toString())
                    .contains("objectifs")
                    .doesNotContain(" is known", "measured", "plan asks", "No forecast");
        }
        MonthlyReport last = MonthlyReport.of(Waterdam.facts(), Waterdam.report());
        assertThat(plain(PageWriter.page(last, Locale.FRENCH).front().headline()))
                .isEqualTo(
                        "La consommation d’énergie de la salle serveurs atteint 5 206 kWh pour"
                                + " octobre 2026, soit 25 % de moins que pour octobre 2025.");
    }

    @Test
    void tellsTheGapOfAShareInPoints() {
        assertThat(plain(block(english, "duplex_ratio")))
                .containsPattern(
                        "[0-9.]+ pp (better|worse) than the [0-9.]+ % that the plan asks for");
    }

    @Test
    void tellsTheYearOfAPersonAndNotOfAMomentOnly() throws IOException {
        List<KpiValue> values = new ArrayList<>(WaterdamValues.values());
        values.add(
                WaterdamValues.row(13, "sheets_per_fte", "sheets/FTE")
                        .year()
                        .ratio(343_200, 3960)
                        .build());
        values.add(WaterdamValues.row(13, "server_count", "servers").year().value(16).build());
        String page = plain(html(with(values), "en"));

        assertThat(block(page, "sheets_per_fte"))
                .contains("Twelve months: 1 040 sheets/FTE, on average 87 sheets/FTE a month");
        assertThat(block(page, "server_count")).doesNotContain("Twelve months");
    }

    @Test
    void saysOfTheBaselineMonthThatTheGoalStarts() throws IOException {
        String september = plain(html(Waterdam.facts(Waterdam.FIRST, "W"), "en"));

        assertThat(september).contains("</i>starts").contains("the starting point of this goal.");
    }

    @Test
    void loadsNothingFromAnywhere() {
        for (String page : List.of(english, dutch)) {
            assertThat(page)
                    .contains(
                            "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
                    .doesNotContain("http:", "https:")
                    .doesNotContainPattern("url\\((?!#)")
                    .doesNotContain("<script")
                    .doesNotContain("src=")
                    .doesNotContain("<link")
                    .doesNotContain("@import")
                    .doesNotContainPattern("\\sth:\\w+=");
        }
    }

    @Test
    void describesEveryChartAndListsItsMonths() {
        assertThat(plain(block(english, "it_energy")))
                .contains(
                        "role=\"img\" aria-label=\"Chart of IT equipment energy, September"
                                + " 2025 to October 2026. Lowest 3 420 kWh in March 2026, highest 4 740"
                                + " kWh in February 2026. No value for December 2025.\"")
                .contains("<details>")
                .contains("Since 1 March 2026: Eight servers switched off");
    }

    @Test
    void namesSourcesRejectsFactorsAndEdition() {
        assertThat(plain(english))
                .contains("sample-data/ups/ups-2026-10.csv.gz:1377: Stand is “#N/B”")
                .contains("page_log.202610.gz:204: not shown")
                .contains("31 October 2026 23:45")
                .contains("0.155 kg CO₂e/kWh")
                .contains("2024 (provisional)")
                .contains("European Environment Agency")
                .contains("Edition 1 · Wattpeil 0.1.0 · inputs 5f0c1e9a77b2d340");
    }

    @Test
    void namesSourcesOfFactorsInTheLanguageOfTheReaderAndOwnOnesAsTheyStand() {
        assertThat(plain(dutch))
                .contains("Europees Milieuagentschap: uitstoot van broeikasgassen per kWh")
                .contains("scope 2, locatiegebaseerd · alleen directe uitstoot · BE")
                .contains("DESNZ, greenhouse gas conversion factors, material use")
                .doesNotContain("European Environment Agency");
    }

    @Test
    void showsNoTableWithoutRows() {
        Words words = Words.of(Waterdam.TEXTS, Locale.ENGLISH);
        MonthlyFacts facts = Waterdam.facts();
        MonthlyFacts clean =
                new MonthlyFacts(
                        facts.organisation(),
                        Waterdam.TEXTS,
                        facts.definitions(),
                        facts.month(),
                        1,
                        "0.1.0",
                        "aa",
                        facts.catalogue(),
                        facts.values(),
                        List.of(),
                        List.of(),
                        List.of());
        ReportPage page =
                PageWriter.page(MonthlyReport.of(clean, Waterdam.report()), Locale.ENGLISH);

        String html = new HtmlForm(ReportPreview::template).set(page, List.of(), "", words);

        assertThat(html).contains("Every row could be used.").doesNotContain(">Examples</th>");
    }

    @Test
    void saysInWordsWhichWayAGoalGoesAndHasToGo() {
        assertThat(plain(english))
                .contains("rises by 0.55 months a month; should rise by 0.77 months a month")
                .contains("too few months to tell how fast it goes; should fall by ");
        assertThat(plain(dutch))
                .contains("stijgt met 0,55 maanden per maand; moet stijgen met 0,77 maanden");
    }

    @Test
    void doesNotRepeatBehindANumberWhatItsSentenceSaysIsCounted() {
        assertThat(plain(english)).contains("came to 236 in October 2026", "came to 5 206 kWh in");
        assertThat(plain(dutch)).contains("uit op 236, ").doesNotContain("uit op 236 vellen");
    }

    @Test
    void leadsToTheEditionOfTheMonthBeforeThatItComparesWith() throws IOException {
        Provenance seen = new Provenance(Optional.of("{\"earlier\": {\"2026-09\": 3}}"), Map.of());

        assertThat(html(Waterdam.facts(Insights.NONE, seen), "en"))
                .contains("<a href=\"../../2026-09/edition-3/report.en.html\">September 2026</a>");
        assertThat(english).doesNotContain("../../2026-09/");
    }

    @Test
    void restatesWhatAnEarlierEditionSaid() throws IOException {
        MonthlyFacts now = Waterdam.facts();
        KpiValue old = WaterdamValues.row(13, "server_count", "servers").value(17).build();
        MonthlyFacts restated =
                new MonthlyFacts(
                        now.organisation(),
                        Waterdam.TEXTS,
                        now.definitions(),
                        now.month(),
                        2,
                        "0.1.0",
                        "aa",
                        now.catalogue(),
                        now.values(),
                        List.of(old),
                        now.sources(),
                        now.rejects(),
                        List.of(),
                        Optional.empty(),
                        MeterFacts.none(),
                        List.of(),
                        Map.of(),
                        Insights.NONE,
                        new Provenance(
                                Optional.empty(),
                                Map.of(old.series(), List.of(Why.LATE_DATA, Why.EARLIER_MONTH))));

        assertThat(plain(html(restated, "en")))
                .containsPattern(
                        "Restated</h3>(?s).*Physical servers in use.*17 servers.*16 servers"
                                + ".*late data; an earlier month changed");
        assertThat(english).doesNotContain("Restated");
    }

    @Test
    void namesFirstTheMetersThatReachNoFigureAndThoseOfWhichTwoSourcesDiffer() throws IOException {
        Instant at = Instant.parse("2026-10-01T00:00:00Z");
        List<MeterFacts.UnknownMeter> unknown =
                IntStream.rangeClosed(1, 8)
                        .mapToObj(
                                number ->
                                        new MeterFacts.UnknownMeter(
                                                "ups", "K" + number, "heat", "counter", 9, at, at))
                        .toList();
        MeterFacts.Conflict conflict =
                new MeterFacts.Conflict("EAN", "gas", "counter", "a", "b", 3, at, at);
        MonthlyFacts facts =
                Waterdam.facts(
                        List.of(),
                        Optional.empty(),
                        new MeterFacts(unknown, List.of(conflict, conflict)));

        assertThat(plain(html(facts, "en")))
                .containsPattern(
                        "What is missing</h3>(?s)\\s*<ul[^>]*>\\s*<li><span>Unknown meters"
                                + "</span><span[^>]*>K1, K2, K3, K4, K5 and 3 more have readings,"
                                + " but no row in config/meters.csv: they are in no figure</span>")
                .contains(
                        "of EAN there are different values for the same times; those that came"
                                + " last count");
        assertThat(english).doesNotContain("Unknown meters", "different values");
    }

    @Test
    void tellsTheBreaksThatPartWhatItCompares() throws IOException {
        String duplex =
                block(
                        html(
                                with(
                                        List.of(
                                                new SeriesBreak(
                                                        "duplex_ratio",
                                                        "print_log_style",
                                                        "print",
                                                        LocalDate.of(2025, 11, 1)),
                                                new SeriesBreak(
                                                        "duplex_ratio",
                                                        "print_log_style",
                                                        "old",
                                                        LocalDate.of(2024, 3, 1)),
                                                new SeriesBreak(
                                                        "duplex_ratio",
                                                        "print_log_style",
                                                        "next",
                                                        LocalDate.of(2026, 11, 1)),
                                                new SeriesBreak(
                                                        "it_energy",
                                                        "meter_replaced",
                                                        "ups-out",
                                                        LocalDate.of(2026, 3, 12))),
                                        Optional.empty()),
                                "en"),
                        "duplex_ratio");

        assertThat(plain(duplex))
                .containsOnlyOnce("the print log")
                .contains("From 1 November 2025 the print log print counts its jobs in another way")
                .doesNotContain("ups-out");
    }

    @Test
    void notesWhatCameLaterAndMadeNoEdition() throws IOException {
        LaterChange later =
                new LaterChange(
                        1,
                        12,
                        new LaterChange.Largest(
                                Series.ofOrganisation("it_energy", Period.MONTH),
                                3499.344,
                                3499.65));

        assertThat(plain(html(with(List.of(), Optional.of(later)), "en")))
                .contains(
                        "1 document came later and would change 12 figures by 0.009 % at most"
                                + " (IT equipment energy): too little for a new edition");
        assertThat(plain(html(with(List.of(), Optional.of(later)), "nl")))
                .contains("1 document kwam later en zou 12 cijfers met hoogstens 0,009 % wijzigen");
    }

    @Test
    void doesNotLookIntoTheFuture() throws IOException {
        MonthlyFacts august = Waterdam.facts(Waterdam.LAST.minusMonths(2), "W");
        List<KpiValue> until =
                august.values().stream()
                        .filter(row -> !row.month().isAfter(august.month()))
                        .toList();
        MonthlyFacts then =
                new MonthlyFacts(
                        august.organisation(),
                        Waterdam.TEXTS,
                        august.definitions(),
                        august.month(),
                        1,
                        "0.1.0",
                        "5f0c1e9a77b2d340",
                        august.catalogue(),
                        until,
                        List.of(),
                        august.sources(),
                        august.rejects());

        assertThat(html(august, "en")).isEqualTo(html(then, "en"));
    }

    @Test
    void saysOfAFigureThatNobodyReadsWhatItNeedsAndHowToReadIt() throws IOException {
        Map<String, Set<String>> unread = Map.of("sheets_per_fte", Set.of("print_jobs"));
        MonthlyFacts facts = without("sheets_per_fte", Waterdam.facts(List.of(), unread));

        assertThat(plain(html(facts, "en")))
                .contains(
                        "Sheets per FTE</span><span class=\"small soft\">no print log is read; put a"
                                + " definition with “dataset: print_jobs” into jobs/collect/"
                                + " (“wattpeil formats” says what can be read)</span>");
        assertThat(plain(html(facts, "nl")))
                .contains("er wordt geen printlog gelezen; zet een definitie met “dataset:");
        assertThat(plain(html(without("sheets_per_fte", Waterdam.facts()), "en")))
                .contains("there is no data for this month")
                .doesNotContain("no print log is read");
    }

    @Test
    void saysOfAFigureThatIsNotKnownEnoughThatAndNotWhatItCouldHaveBeside() throws IOException {
        MonthlyFacts now = Waterdam.facts();
        Map<String, Set<String>> unread = new TreeMap<>();
        now.catalogue().forEach(kpi -> unread.put(kpi.kpiId(), Set.of("devices")));

        assertThat(plain(html(Waterdam.facts(List.of(), unread), "en")))
                .isEqualTo(plain(html(Waterdam.facts(List.of(), Map.of()), "en")));
    }

    @Test
    void countsTheDevicesOfCategoriesWithoutAProfile() throws IOException {
        List<CategoryFacts> categories =
                List.of(
                        new CategoryFacts("assets", "<kiosk>", 1200),
                        new CategoryFacts("assets", "drone", 1));

        assertThat(plain(html(Waterdam.facts(categories, Map.of()), "en")))
                .contains("<span>Unknown device categories</span>")
                .contains(
                        "1 201 devices are of categories without a row in"
                                + " config/device-profiles.csv, so that nothing is known of their"
                                + " energy: &lt;kiosk&gt; (1 200) and drone (1)</span>");
        assertThat(english).doesNotContain("Unknown device categories");
    }

    private static MonthlyFacts without(String kpiId, MonthlyFacts facts) {
        return new MonthlyFacts(
                facts.organisation(),
                facts.texts(),
                facts.definitions(),
                facts.month(),
                facts.edition(),
                facts.softwareVersion(),
                facts.inputsFingerprint(),
                facts.catalogue(),
                facts.values().stream().filter(row -> !row.kpiId().equals(kpiId)).toList(),
                facts.previousEdition(),
                facts.sources(),
                facts.rejects(),
                facts.breaks(),
                facts.later(),
                facts.meters(),
                facts.categories(),
                facts.unread(),
                facts.insights(),
                facts.provenance());
    }

    private static MonthlyFacts with(List<SeriesBreak> breaks, Optional<LaterChange> later) {
        return Waterdam.facts(breaks, later, MeterFacts.none());
    }

    private static MonthlyFacts with(List<KpiValue> values) {
        MonthlyFacts facts = Waterdam.facts();
        return new MonthlyFacts(
                facts.organisation(),
                Waterdam.TEXTS,
                facts.definitions(),
                facts.month(),
                1,
                "0.1.0",
                "aa",
                facts.catalogue(),
                values,
                List.of(),
                facts.sources(),
                facts.rejects());
    }

    private static KpiValue hidden(KpiValue row) {
        return new KpiValue(
                row.month(),
                row.series(),
                row.amounts(),
                row.unit(),
                row.known(),
                Optional.of(Reason.FEWER_THAN_MINIMUM_PEOPLE),
                FactorUse.NONE,
                1);
    }

    private static String html(MonthlyFacts facts, String language) throws IOException {
        Publisher publisher = PublishedTown.publisher(folder);
        publisher.publish(MonthlyReport.of(facts, Waterdam.report()));
        Path file =
                publisher
                        .folderOf(Report.MAIN, facts.month(), facts.edition())
                        .resolve("report." + language + ".html");
        return Files.readString(file);
    }

    private static List<String> blocks(String page) {
        List<String> blocks = List.of(page.split("<details class=\"kpi\"", -1));
        return blocks.subList(1, blocks.size());
    }

    private static String block(String page, String kpi) {
        return blocks(page).stream()
                .filter(block -> block.contains(" id=\"kpi-" + kpi + "\""))
                .map(block -> block.substring(0, block.lastIndexOf("</details>")))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String text) {
        return text.replace("&nbsp;", " ").replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
