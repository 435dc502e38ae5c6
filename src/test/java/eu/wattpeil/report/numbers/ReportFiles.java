package eu.wattpeil.report.numbers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Holds the files of a report against the numbers of its edition. */
final class ReportFiles {

    private final EditionNumbers numbers;
    private final Path folder;
    private final Tally tally;

    ReportFiles(EditionNumbers numbers, Path folder, Tally tally) {
        this.numbers = numbers;
        this.folder = folder;
        this.tally = tally;
    }

    /** All that there are in a language. */
    void check() throws IOException, SQLException {
        checkPages();
        checkPapers();
        checkBook();
        checkCsv();
    }

    void checkPages() throws IOException, SQLException {
        for (String form : List.of("report", "public", "fiches")) {
            checkPage(form);
        }
    }

    void checkPapers() throws IOException {
        for (String form : List.of("report", "board")) {
            checkPaper(form);
        }
    }

    private void checkPage(String form) throws IOException, SQLException {
        String file = form + "." + numbers.script().language() + ".html";
        if (Files.exists(folder.resolve(file))) {
            Element page = Element.read(Files.readString(folder.resolve(file)));
            new PageNumbers(numbers, file, tally).check(page);
            new BlockNumbers(numbers, file, tally).check(page);
            new GridNumbers(numbers, file, tally).check(page);
        }
    }

    private void checkPaper(String form) throws IOException {
        String file = form + "." + numbers.script().language() + ".pdf";
        if (Files.exists(folder.resolve(file))) {
            new PaperNumbers(numbers, file, tally).check(folder.resolve(file));
        }
    }

    void checkBook() throws IOException, SQLException {
        String file = "report." + numbers.script().language() + ".xlsx";
        if (Files.exists(folder.resolve(file))) {
            new SheetNumbers(numbers, file, tally).check(folder.resolve(file));
        }
    }

    void checkCsv() throws IOException {
        Path file = folder.resolve("kpis.csv");
        if (Files.exists(file)) {
            char separator = numbers.town().organisation().csv().separator();
            new CsvNumbers(numbers.tables(), "kpis.csv", tally).check(file, separator);
        }
    }
}
