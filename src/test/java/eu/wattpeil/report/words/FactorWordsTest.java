package eu.wattpeil.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.wattpeil.report.Waterdam;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.SheetLine;
import eu.wattpeil.workspace.Texts;
import eu.wattpeil.workspace.Threshold;
import eu.wattpeil.workspace.Workspace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of where packaged values come from, and of those of a workspace's own. */
class FactorWordsTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /** What is written with a point in every language: articles, standards, licences, files. */
    private static final Pattern NAME =
            Pattern.compile(
                    "https?://\\S+|art(?:ikel|icle) \\d+\\.\\d+(\\.\\d+)?\\w?|(en|et) 5\\.15c|TC 9\\.9"
                            + "|v3\\.0|(BY|ODbL|DbCL) \\d\\.0");

    private static final Workspace PACKAGED = packaged();

    @TempDir private Path root;

    static Set<String> otherLanguages() {
        Set<String> languages = new TreeSet<>(Waterdam.TEXTS.languages());
        languages.remove("en");
        return languages;
    }

    private static Workspace packaged() {
        return Workspace.load(WorkspaceFiles.packaged(), Set.of(), Map.of(), new Problems());
    }

    private static Set<String> sources() {
        return Stream.of(
                        PACKAGED.factors().stream().map(Factor::source),
                        PACKAGED.factors().stream().map(Factor::licence),
                        PACKAGED.thresholds().stream().map(Threshold::source),
                        PACKAGED.sheets().lines().stream().map(SheetLine::source))
                .flatMap(Function.identity())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One of a year or a version alone is read as it stands. */
    private static Set<String> vintages() {
        return PACKAGED.factors().stream()
                .map(Factor::vintage)
                .filter(it -> it.matches(".*[a-z]{3}.*"))
                .filter(it -> !it.matches(".*\\([0-9a-f]{7}\\)"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        String text = Files.readString(Path.of("config", "sources.csv"));
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        }
    }

    @Test
    void haveARowForEverySourceLicenceAndVintageThatIsPackaged() throws IOException {
        assertThat(sources()).hasSizeGreaterThan(150);
        assertThat(rows().stream().map(row -> row.getField("en")))
                .containsAll(sources())
                .containsAll(vintages());
    }

    @Test
    void haveNoRowThatNothingUses() throws IOException {
        Set<String> used = new TreeSet<>(sources());
        PACKAGED.factors().forEach(it -> used.add(it.vintage()));

        assertThat(rows()).allSatisfy(row -> assertThat(used).contains(row.getField("en")));
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void sayEveryRowInEveryLanguageWithTheSameNumbers(String language) throws IOException {
        for (NamedCsvRecord row : rows()) {
            String english = row.getField("en");
            String said = row.getField(language);

            assertThat(Waterdam.TEXTS.source(language, english)).isEqualTo(said);
            assertThat(said).as(english).isNotBlank();
            assertThat(numbers(said)).as(english).isEqualTo(numbers(english));
            assertThat(NAME.matcher(said).replaceAll(""))
                    .as(english)
                    .doesNotContainPattern("\\d\\.\\d");
        }
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text.replace("CO₂e", "CO2e"))
                .results()
                .map(MatchResult::group)
                .map(it -> it.replace(',', '.'))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr"})
    void leaveNoEnglishAroundTheNames(String language) throws IOException {
        Pattern english =
                Pattern.compile("\\b(as in|as quoted|read in|own|with|which|that|the share)\\b");

        assertThat(rows())
                .allSatisfy(
                        row -> assertThat(row.getField(language)).doesNotContainPattern(english));
    }

    @Test
    void sayWhatAWorkspaceAddsAndLeaveTheRestAsItStands() throws IOException {
        write(
                "config/sources-own.csv",
                "en,nl\nletter of our supplier,brief van onze leverancier\n");
        Texts texts = Texts.read(new WorkspaceFiles(root), new Problems());
        FactorWords dutch = words(texts, "nl");

        assertThat(dutch.source(factor("letter of our supplier", "0.19", "kgCO2e/kWh")))
                .isEqualTo("brief van onze leverancier");
        assertThat(dutch.source(factor("another letter", "0.19", "kgCO2e/kWh")))
                .isEqualTo("another letter");
        assertThat(dutch.licence(factor("x", "1", "1"))).isEqualTo("geen rechten op een feit");
        assertThat(words(texts, "en").source(factor("letter of our supplier", "1", "1")))
                .isEqualTo("letter of our supplier");
    }

    @Test
    void areThoseOfAFileInThePlaceOfThePackagedOne() throws IOException {
        write("config/sources.csv", "en,nl\nno rights in a fact,niemands eigendom\n");
        Texts texts = Texts.read(new WorkspaceFiles(root), new Problems());

        assertThat(texts.source("nl", "no rights in a fact")).isEqualTo("niemands eigendom");
        assertThat(texts.source("nl", "own convention")).isEqualTo("own convention");
        assertThat(texts.toString()).isNotEqualTo(Waterdam.TEXTS.toString());
    }

    @Test
    void sayAShareInPercentAndWhatItIsOf() {
        FactorWords french = words(Waterdam.TEXTS, "fr");

        assertThat(french.value(factor("x", "0.31", "share"))).contains("31\u00a0%");
        assertThat(french.value(factor("x", "0.025", "share"))).contains("2,5\u00a0%");
        assertThat(french.value(factor("x", "260", "kWh/year"))).contains("260\u00a0kWh/an");
        assertThat(french.name(factor("x", "1", "1")))
                .isEqualTo("own_2026 · scope 2, fondé sur le marché · cycle de vie · partout");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static FactorWords words(Texts texts, String language) {
        return new FactorWords(Words.of(texts, Locale.forLanguageTag(language)));
    }

    private static Factor factor(String source, String value, String unit) {
        return new Factor(
                "own_2026",
                "own",
                "scope2_market",
                "lifecycle",
                "",
                "",
                "any",
                Optional.of(2026),
                "2026",
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(value)),
                unit,
                source,
                "A",
                "no rights in a fact",
                Optional.empty(),
                "config/factors-own.csv");
    }
}
