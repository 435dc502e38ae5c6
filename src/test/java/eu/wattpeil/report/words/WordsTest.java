package eu.wattpeil.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.goal.Outlook;
import eu.wattpeil.goal.Unjudged;
import eu.wattpeil.goal.Verdict;
import eu.wattpeil.kpi.change.Cause;
import eu.wattpeil.kpi.engine.Codes;
import eu.wattpeil.kpi.engine.MeasureResult;
import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.kpi.model.Rule;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Tags;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {

    private static final Pattern UNIT =
            Pattern.compile("(?m)^-- (?:numerator-|denominator-)?unit: *(.*?) *$");

    private static final Set<String> SYMBOLS =
            Set.of(
                    "1",
                    "K",
                    "L/kWh",
                    "MJ/m³",
                    "W",
                    "flag",
                    "kW",
                    "kWh",
                    "kWh/l",
                    "l",
                    "l/kWh",
                    "m³",
                    "°C",
                    "ssj_ops",
                    "ssj_ops/kW");

    private static final Texts TEXTS = Waterdam.TEXTS;

    /** Whether the title of a KPI is one thing or several differs from language to language. */
    private static final Pattern SUBJECT = Pattern.compile("(kpi\\..*)\\.(singular|plural)");

    static Set<String> languages() {
        return TEXTS.languages();
    }

    @Test
    void speaksThreeLanguages() {
        assertThat(languages()).containsExactly("en", "fr", "nl");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void lacksNoTextAndHasNoneThatEnglishHasNot(String language) {
        assertThat(keys(language)).isEqualTo(keys("en"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fillsInTheSameNamesInEachLanguage(String language) {
        for (String key : spoken()) {
            assertThat(TextCheck.names(text(language, key), language))
                    .as(key)
                    .isEqualTo(TextCheck.names(text("en", key), "en"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEveryPluralFormOfTheLanguage(String language) {
        Set<String> forms = PluralRules.forLocale(ULocale.forLanguageTag(language)).getKeywords();
        for (String key : spoken()) {
            String text = text(language, key);
            if (text.contains(", plural,")) {
                assertThat(forms).as(key).allMatch(form -> text.contains(form + " {"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void givesEveryKpiItsTexts(String language) throws IOException {
        try (Stream<Path> models = Files.list(Path.of("jobs/models/kpi"))) {
            Set<String> kpis =
                    models.map(file -> file.getFileName().toString().replace(".sql", ""))
                            .collect(Collectors.toSet());
            for (String kpi : kpis) {
                assertThat(keys(language))
                        .contains(
                                "kpi." + kpi + ".title",
                                "kpi." + kpi + ".formula",
                                "kpi." + kpi + ".source");
            }
            assertThat(keys(language).stream().filter(key -> key.startsWith("kpi.")))
                    .allMatch(key -> kpis.contains(key.split("\\.")[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void givesEveryUnitOfAKpiAWordUnlessItIsASymbol(String language) throws IOException {
        Words words = Words.of(TEXTS, Locale.forLanguageTag(language));
        Set<String> units = new TreeSet<>();
        try (Stream<Path> models = Files.list(Path.of("jobs/models/kpi"))) {
            for (Path model : models.toList()) {
                UNIT.matcher(Files.readString(model))
                        .results()
                        .map(found -> found.group(1))
                        .filter(unit -> !unit.startsWith("unit of the KPI"))
                        .filter(unit -> !SYMBOLS.contains(unit))
                        .forEach(units::add);
            }
        }

        assertThat(units).contains("devices/100 FTE", "FTE");
        assertThat(units).allSatisfy(unit -> assertThat(words.find("unit." + unit)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void givesEveryFactorAndBoundTheWordsOfWhatItIs(String language) {
        Words words = Words.of(TEXTS, Locale.forLanguageTag(language));
        Workspace packaged =
                Workspace.load(WorkspaceFiles.packaged(), Set.of(), Map.of(), new Problems());
        Set<String> keys = new TreeSet<>();
        for (Factor factor : packaged.factors()) {
            keys.add("unit." + factor.unit());
            keys.add("factor.scope." + factor.scope());
            keys.add("factor.basis." + factor.basis());
        }
        packaged.thresholds().forEach(it -> keys.add("unit." + it.unit()));
        keys.remove("factor.basis.");
        SYMBOLS.forEach(symbol -> keys.remove("unit." + symbol));

        assertThat(keys).contains("unit.kg/device", "factor.scope.telework", "unit.month");
        assertThat(keys).allSatisfy(key -> assertThat(words.find(key)).as(key).isPresent());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void givesEveryRuleItsTexts(String language) throws IOException {
        Words words = Words.of(TEXTS, Locale.forLanguageTag(language));
        try (Stream<Path> models = Files.list(Path.of("jobs/models/finding"))) {
            for (Path model : models.toList()) {
                String rule = model.getFileName().toString().replace(".sql", "");
                for (String what :
                        List.of("title", "advice", "assumption", "confirmation", "source")) {
                    assertThat(words.find("finding." + rule + "." + what)).as(rule).isPresent();
                }
                Problems problems = new Problems();
                ModelFile file =
                        new ModelFile("finding", rule, Files.readString(model), rule + ".sql");
                Rule header = Catalogue.rules(List.of(file), problems).get(0);
                assertThat(TEXTS.find("en", "finding." + rule + ".source"))
                        .contains(header.source().replace("'", "’"));
                Stream<String> facts =
                        Catalogue.rules(List.of(file), problems).get(0).facts().stream()
                                .map(it -> "finding.fact." + it.code());
                Stream<String> missing =
                        Pattern.compile("then '(\\w+)'\\s+(when|end)")
                                .matcher(file.sql())
                                .results()
                                .map(it -> "finding.missing." + it.group(1));
                assertThat(Stream.concat(facts, missing))
                        .allSatisfy(it -> assertThat(words.find(it)).as(it).isPresent());
                assertThat(problems.all()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysWhatIsMissingForAYearOfAMeasure(String language) throws IOException {
        Words words = Words.of(TEXTS, Locale.forLanguageTag(language));
        List<String> codes =
                new ArrayList<>(
                        List.of(
                                ImpactReasons.NOT_SAID,
                                "price_of_electricity",
                                "price_of_paper",
                                "price_of_printing",
                                "emissions_of_electricity",
                                "emissions_of_paper"));
        try (Stream<Path> models = Files.list(Path.of("jobs/models/impact"))) {
            for (Path model : models.toList()) {
                Pattern.compile("then '(\\w+)'\\s+(when|end)")
                        .matcher(Files.readString(model))
                        .results()
                        .forEach(it -> codes.add(it.group(1)));
            }
        }

        assertThat(codes).contains("electricity_of_the_change", "sheets_of_a_year");
        assertThat(codes)
                .allSatisfy(it -> assertThat(words.find("impact.missing." + it)).isPresent());
    }

    /** What French says of numbers in its own words, so that nobody forgets it. */
    @Test
    void leavesNoTextOfAKpiOrASentenceInEnglish() {
        Set<String> same =
                keys("en").stream()
                        .filter(
                                key ->
                                        key.matches(
                                                "(said|unknown|rule|goal|reason)\\..*|.*formula"))
                        .filter(key -> !SUBJECT.matcher(key).matches())
                        .filter(key -> text("fr", key).equals(text("en", key)))
                        .filter(key -> text("fr", key).matches(".*[a-z]{4}.*"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(same).containsOnly("reason.known");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasWordsForEveryCode(String language) {
        Words words = Words.of(TEXTS, Locale.forLanguageTag(language));

        for (String practice : Goal.PRACTICES) {
            assertThat(words.find("practice." + practice)).as(practice).isPresent();
        }
        for (eu.wattpeil.kpi.value.Reason reason : eu.wattpeil.kpi.value.Reason.values()) {
            assertThat(words.find("reason." + reason.code())).as(reason.code()).isPresent();
        }
        String coverage = Unjudged.Cause.COVERAGE_UNKNOWN.code();
        assertThat(words.find("reason." + coverage)).as(coverage).isPresent();
        for (Reject.Reason reason : Reject.Reason.values()) {
            assertThat(words.find("reject." + reason.code())).as(reason.code()).isPresent();
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat(words.find("verdict." + verdict.code())).as(verdict.code()).isPresent();
        }
        for (Kpi.OverTime over : Kpi.OverTime.values()) {
            String key = "over." + over.name().toLowerCase(Locale.ROOT);
            assertThat(words.find(key)).as(key).isPresent();
        }
        for (Cause cause : Cause.values()) {
            assertThat(words.find("cause." + cause.code())).as(cause.code()).isPresent();
        }
        for (Tags.Dimension dimension : Tags.Dimension.values()) {
            String key = "dimension." + dimension.name().toLowerCase(Locale.ROOT);
            assertThat(words.find(key)).as(key).isPresent();
        }
        for (MeasureResult.Verdict verdict : MeasureResult.Verdict.values()) {
            assertThat(words.find("effect." + Codes.of(verdict))).as(verdict.name()).isPresent();
        }
        for (Outlook.Cause cause : Outlook.Cause.values()) {
            assertThat(words.find("goal.unforeseen." + cause.code())).as(cause.code()).isPresent();
        }
    }

    @Test
    void writesTheFirstDayOfAMonthAsTheLanguageDoes() {
        LocalDate first = LocalDate.of(2026, 3, 1);

        assertThat(Words.of(Waterdam.TEXTS, Locale.FRENCH).date(first))
                .isEqualTo("1er\u00a0mars 2026");
        assertThat(Words.of(Waterdam.TEXTS, Waterdam.DUTCH).date(first))
                .isEqualTo("1\u00a0maart 2026");
        assertThat(Words.of(Waterdam.TEXTS, Locale.FRENCH).date(first.plusDays(1)))
                .isEqualTo("2\u00a0mars 2026");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void endsNoLineBeforeASignThatBelongsToTheTextBefore(String language) {
        Pattern loose = Pattern.compile("[0-9}] %| [:;?!»](\\s|\\)|$)|« ");

        Words words = words(language);

        // Sources are found by their English text, as rules and factors give it.
        assertThat(words.keys("").stream().filter(key -> !key.endsWith(".source")))
                .noneMatch(key -> loose.matcher(words.find(key).orElseThrow()).find());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tellsTwelveMonthsApartInFullAndInShort(String language) {
        assertThat(IntStream.rangeClosed(1, 12).mapToObj(words(language)::monthName))
                .doesNotHaveDuplicates();
        assertThat(
                        IntStream.rangeClosed(1, 12)
                                .mapToObj(month -> YearMonth.of(2026, month))
                                .map(words(language)::shortMonth))
                .doesNotHaveDuplicates()
                .allMatch(it -> it.endsWith(" 2026"));
    }

    @Test
    void writesMonthsInShortAsTheLanguageDoesWithinASentence() {
        YearMonth march = YearMonth.of(2026, 3);
        YearMonth june = YearMonth.of(2026, 6);
        YearMonth july = YearMonth.of(2026, 7);

        assertThat(words("nl").shortMonth(march)).isEqualTo("mrt. 2026");
        assertThat(words("fr").shortMonth(june)).isEqualTo("juin 2026");
        assertThat(words("fr").shortMonth(july)).isEqualTo("juil. 2026");
        assertThat(words("en").shortMonth(march)).isEqualTo("Mar 2026");
    }

    @Test
    void followsThePluralRulesOfTheLanguage() {
        assertThat(words("en").count("brief.more", 0)).isEqualTo("0 more findings");
        assertThat(words("en").count("brief.more", 1)).isEqualTo("1 more finding");
        assertThat(words("fr").count("brief.more", 0)).isEqualTo("0 constat de plus");
        assertThat(words("fr").count("brief.more", 2)).isEqualTo("2 constats de plus");
        assertThat(words("nl").count("brief.behind.text", 0, "total", "4", "named", ""))
                .isEqualTo("Geen van de 4 doelen ligt achter op het plan.");
    }

    @Test
    void refusesALanguageThatNobodyWrote() {
        assertThatThrownBy(() -> Words.of(TEXTS, Locale.GERMAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("language is de, expected one of [en, fr, nl]");
    }

    @Test
    void picksTheReadersLanguageThenEnglishThenTheFirst() {
        Words dutch = words("nl");

        assertThat(dutch.pick(Waterdam.titles("room", "ruimte"))).isEqualTo("ruimte");
        assertThat(dutch.pick(Map.of(Locale.ENGLISH, "room", Locale.FRENCH, "salle")))
                .isEqualTo("room");
        assertThat(dutch.pick(Map.of(Locale.GERMAN, "Raum", Locale.FRENCH, "salle")))
                .isEqualTo("Raum");
    }

    @Test
    void leavesNamesOpenForWhatFillsThemInLater() {
        assertThat(words("en").open("at_least")).isEqualTo("at least {value}");
        assertThat(words("en").keys("tone."))
                .containsExactly("tone.better", "tone.context", "tone.worse");
    }

    @Test
    void leavesBracesInAFilledInTextAlone() {
        assertThat(words("en").say("mark.estimated")).isEqualTo("estimated");
        assertThat(words("en").say("at_least", "value", "{value}")).isEqualTo("at least {value}");
    }

    private static Words words(String language) {
        return Words.of(TEXTS, Locale.forLanguageTag(language));
    }

    private static Set<String> keys(String language) {
        return TEXTS.keys(language).stream()
                .map(key -> SUBJECT.matcher(key).replaceFirst("$1.subject"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys of messages, not of what is read as it stands. */
    private static Set<String> spoken() {
        return TEXTS.keys("en").stream()
                .filter(key -> !key.startsWith("kpi.") && !key.startsWith("unit."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(String language, String key) {
        return TEXTS.find(language, key).orElseThrow();
    }
}
