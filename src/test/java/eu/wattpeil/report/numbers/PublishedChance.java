package eu.wattpeil.report.numbers;

import eu.wattpeil.report.PublishedTown;
import eu.wattpeil.report.content.Finding;
import eu.wattpeil.report.content.MonthlyFacts;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.form.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The report of a town by chance, in files beside the tables that it is made from. */
final class PublishedChance {

    private final Path folder;
    private final MonthlyReport report;
    private final Map<Locale, EditionNumbers> numbers = new HashMap<>();

    private PublishedChance(Path folder, MonthlyReport report) {
        this.folder = folder;
        this.report = report;
    }

    /** The town of a seed with its report in some forms. */
    static PublishedChance of(long seed, Path folder, String... forms)
            throws IOException, SQLException {
        MonthlyReport report =
                MonthlyReport.of(ChanceTown.facts(seed), ChanceTown.report(List.of(forms)));
        Path files = Files.createDirectories(folder.resolve("files"));
        for (Form.Rendered file : PublishedTown.publisher(folder).rendered(report)) {
            Files.write(files.resolve(file.file()), file.bytes());
        }
        PublishedChance published = new PublishedChance(folder, report);
        published.keep(report.facts());
        return published;
    }

    MonthlyFacts facts() {
        return report.facts();
    }

    /** Puts other facts into the tables than the report was made from. */
    void keep(MonthlyFacts facts) throws SQLException {
        numbers.clear();
        TownStore.write(folder.resolve("store"), MonthlyReport.of(facts, report.definition()));
    }

    /** The numbers of the report's page as it would be if it were written another way. */
    Tally tallyOfPage(Locale language, UnaryOperator<String> change)
            throws IOException, SQLException {
        String file = "report." + language + ".html";
        String text = Files.readString(folder.resolve("files").resolve(file));
        String other = change.apply(text);
        if (other.equals(text)) {
            throw new IllegalArgumentException("Cannot rewrite: " + file + " (nothing changed)");
        }
        Element page = Element.read(other);
        Tally tally = new Tally();
        new PageNumbers(numbers(language), file, tally).check(page);
        new BlockNumbers(numbers(language), file, tally).check(page);
        new GridNumbers(numbers(language), file, tally).check(page);
        return tally;
    }

    /** Its numbers in all languages, held against its tables. */
    Tally tally() throws IOException, SQLException {
        return tally(ChanceTown.LANGUAGES);
    }

    Tally tally(List<Locale> languages) throws IOException, SQLException {
        Tally tally = new Tally();
        for (Locale language : languages) {
            new ReportFiles(numbers(language), folder.resolve("files"), tally).check();
        }
        return tally;
    }

    private EditionNumbers numbers(Locale language) throws SQLException {
        EditionNumbers known = numbers.get(language);
        if (known == null) {
            EditionTables tables = EditionTables.of(folder.resolve("store"));
            known = new EditionNumbers(town(), tables, facts().month(), Script.of(language), 0);
            numbers.put(language, known);
        }
        return known;
    }

    private Town town() {
        MonthlyFacts facts = report.facts();
        return new Town(
                facts.catalogue(),
                facts.organisation(),
                facts.insights().findings().stream()
                        .map(Finding::values)
                        .flatMap(List::stream)
                        .toList(),
                Map.of(),
                facts.texts(),
                report.definition());
    }
}
