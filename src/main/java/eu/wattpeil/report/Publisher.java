package eu.wattpeil.report;

import eu.wattpeil.workspace.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Writes reports. An edition has a folder of its own, {@code <month>/edition-<n>}, that no later
 * edition touches; {@code index.html} beside the months leads to the newest edition of each. Every
 * file appears whole or not at all, and the same edition has the same bytes.
 */
public final class Publisher {

    /** The name of the page that lists the months. */
    public static final String INDEX = "index.html";

    private static final String EDITION = "edition-";
    private static final String CSV = "kpis.csv";
    private static final String JSON = "report.json";

    private final Path folder;
    private final HtmlTemplate html;

    /**
     * @param folder that the reports stand in; made where it does not exist
     * @param templates from a template's file name, {@code report.html} or {@code index.html}, to
     *     its text
     */
    public Publisher(Path folder, UnaryOperator<String> templates) {
        this.folder = folder;
        this.html = new HtmlTemplate(templates);
    }

    /**
     * Writes the files of a report in the forms of its definition.
     *
     * @return the files, the main language's page first
     */
    public List<Path> publish(MonthlyReport report) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String form : report.definition().forms()) {
            switch (form) {
                case "html" -> addPages(report, files);
                case "csv" -> files.put(CSV, KpiCsv.text(report));
                case "json" -> files.put(JSON, ReportJson.text(report));
                default -> throw new IllegalArgumentException("Cannot write form: " + form);
            }
        }
        Path target = folderOf(report.month(), report.edition());
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            written.add(write(target.resolve(file.getKey()), file.getValue()));
        }
        return written;
    }

    /**
     * Writes the page that lists all months that are published, the newest first.
     *
     * @param languages of the reports, the main one first
     */
    public Path publishIndex(String organisation, List<Locale> languages) throws IOException {
        Words words = Words.of(languages.get(0));
        List<IndexPage.Line> lines = new ArrayList<>();
        for (YearMonth month : months()) {
            lines.add(line(month, languages, words));
        }
        IndexPage page =
                new IndexPage(
                        words.language().getLanguage(),
                        organisation,
                        lines.stream().filter(line -> !line.editions().isEmpty()).toList());
        String text = html.set(INDEX, words.language(), "index", page);
        return write(folder.resolve(INDEX), text);
    }

    /** Whether all files of a report are there. */
    public boolean isPublished(
            YearMonth month, int edition, Report definition, List<Locale> languages) {
        Path target = folderOf(month, edition);
        return fileNames(definition, languages).stream()
                .allMatch(name -> Files.exists(target.resolve(name)));
    }

    /** The folder of an edition. */
    public Path folderOf(YearMonth month, int edition) {
        return folder.resolve(month.toString()).resolve(EDITION + edition);
    }

    private void addPages(MonthlyReport report, Map<String, String> files) {
        for (Locale language : report.facts().workspace().settings().languages()) {
            ReportPage page = PageWriter.page(report, language);
            files.put(pageName(language), html.set("report.html", language, "page", page));
        }
    }

    private static List<String> fileNames(Report definition, List<Locale> languages) {
        List<String> names = new ArrayList<>();
        for (String form : definition.forms()) {
            switch (form) {
                case "html" -> languages.forEach(language -> names.add(pageName(language)));
                case "csv" -> names.add(CSV);
                default -> names.add(JSON);
            }
        }
        return names;
    }

    private static String pageName(Locale language) {
        return "report." + language.getLanguage() + ".html";
    }

    private IndexPage.Line line(YearMonth month, List<Locale> languages, Words words)
            throws IOException {
        List<IndexPage.Edition> editions = new ArrayList<>();
        for (int number : editions(month)) {
            List<IndexPage.Link> links = links(month, number, languages);
            if (!links.isEmpty()) {
                String label = words.say("index.edition", "edition", Integer.toString(number));
                editions.add(new IndexPage.Edition(label, links));
            }
        }
        return new IndexPage.Line(words.capitalised(words.month(month)), editions);
    }

    /** The pages by the languages' own names, then the files for machines. */
    private List<IndexPage.Link> links(YearMonth month, int edition, List<Locale> languages)
            throws IOException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Locale language : languages) {
            labels.put(pageName(language), Words.of(language).say("language"));
        }
        List.of(CSV, JSON).forEach(name -> labels.put(name, name));
        Path files = folderOf(month, edition);
        List<IndexPage.Link> links = new ArrayList<>();
        labels.forEach(
                (name, label) -> {
                    if (Files.exists(files.resolve(name))) {
                        String address = month + "/" + EDITION + edition + "/" + name;
                        links.add(new IndexPage.Link(label, address));
                    }
                });
        return links;
    }

    private List<YearMonth> months() throws IOException {
        return list(folder).stream()
                .filter(Files::isDirectory)
                .flatMap(path -> month(path.getFileName().toString()).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Optional<YearMonth> month(String name) {
        try {
            return Optional.of(YearMonth.parse(name));
        } catch (DateTimeParseException anotherFolder) {
            return Optional.empty();
        }
    }

    private List<Integer> editions(YearMonth month) throws IOException {
        return list(folder.resolve(month.toString())).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.matches(EDITION + "[1-9][0-9]{0,8}"))
                .map(name -> Integer.valueOf(name.substring(EDITION.length())))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    /** Writes beside the file and renames: a reader sees the old text or the new one. */
    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        return Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
