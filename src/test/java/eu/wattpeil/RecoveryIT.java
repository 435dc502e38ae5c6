package eu.wattpeil;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.cli.CommandLineInterface;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever keeps every file that was ever published, of all months and editions, finds out nothing
 * of departments with too few people: neither their amounts, nor by taking amounts off each other.
 *
 * <p>Each amount is a power of four, times a prime. So each number in each file, whatever it is of,
 * tells which amounts were added up or taken off each other to make it.
 */
class RecoveryIT {

    private static final int MINIMUM = 10;
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final int MONTHS = 3;
    private static final long MOST_OF_A_JOB = 1_000_000;

    @TempDir private Path folder;

    private final StringWriter printed = new StringWriter();
    private final Map<String, Integer> people = new TreeMap<>();
    private final PrintedAmounts amounts = new PrintedAmounts();
    private final Set<PrintedAmounts.Amount> told = new TreeSet<>();
    private final Set<String> telling = new TreeSet<>();

    @Test
    void nothingOfFewPeopleFollowsFromAllThatWasEverPublished() throws IOException {
        Path root = town();
        for (String department : List.of("works", "archive", "library", "permits")) {
            for (int i = 0; i < MONTHS; i++) {
                count(department, i, 40);
                amounts.print(department, FIRST.plusMonths(i));
            }
        }
        for (int i = 0; i < MONTHS; i++) {
            count("archive", i, 4);
        }
        count("library", 1, 5);
        publishAndAttack(root);

        // A headcount is corrected: who was shown is small now.
        count("permits", 2, 6);
        publishAndAttack(root);

        // What a department printed is corrected, in a month in which it is hidden.
        amounts.print("library", FIRST.plusMonths(1));
        publishAndAttack(root);

        // And in one in which it is shown; then nobody knows any more how many the archive has.
        amounts.print("works", FIRST);
        people.remove(FIRST + ",archive");
        publishAndAttack(root);

        // What may be told was found by the same means, so the attack is one.
        assertThat(told)
                .as(amounts.sums())
                .extracting(it -> it.department() + " " + it.month())
                .contains("permits 2026-01", "permits 2026-03", "works 2026-01", "works 2026-02");
        assertThat(telling).contains("html", "json", "csv", "xlsx");
    }

    private void count(String department, int month, int size) {
        people.put(FIRST.plusMonths(month) + "," + department, size);
    }

    private Path town() throws IOException {
        Path root = folder.resolve("town");
        run("init", root.toString());
        Path settings = root.resolve("config/wattpeil.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("languages: \\[[^]]*]", "languages: [en]")
                        .replaceFirst(
                                "minimum-group-size: \\d+", "minimum-group-size: " + MINIMUM));
        write(
                root,
                "jobs/collect/print.yaml",
                """
                dataset: print_jobs
                format: delimited
                source: {files: inbox/print/*}
                options:
                  columns:
                    printed_at: {column: Time, pattern: "yyyy-MM-dd HH:mm"}
                    printer_id: Printer
                    job_id: Job
                    department_id: {column: Department, optional: true}
                    impressions: Sides
                    sheets: Sheets
                """);
        write(root, "config/printers.csv", "printer_id\nmfp\n");
        return root;
    }

    private void publishAndAttack(Path root) throws IOException {
        Set<String> departments = new TreeSet<>();
        StringBuilder headcount = new StringBuilder("month,department_id,fte,people\n");
        people.forEach(
                (key, size) -> {
                    departments.add(key.substring(key.indexOf(',') + 1));
                    headcount.append(key).append(',').append(size).append(".0,").append(size);
                    headcount.append('\n');
                });
        amounts.departments().forEach(departments::add);
        write(root, "config/headcount.csv", headcount.toString());
        write(
                root,
                "config/departments.csv",
                departments.stream()
                        .map(it -> it + "," + it.toUpperCase(Locale.ROOT) + ",hall\n")
                        .collect(Collectors.joining("", "department_id,name,site_id\n", "")));
        for (int i = 0; i < MONTHS; i++) {
            write(root, "inbox/print/" + FIRST.plusMonths(i) + ".csv", log(FIRST.plusMonths(i)));
        }
        for (int i = 0; i < MONTHS; i++) {
            run(
                    "run",
                    "--quiet",
                    "--workspace",
                    root.toString(),
                    "--month",
                    "" + FIRST.plusMonths(i));
        }
        attack(root.resolve("reports"));
    }

    /** A page on each working day, so that the log is whole, and the amounts on the first one. */
    private String log(YearMonth month) {
        StringBuilder log = new StringBuilder("Time,Printer,Job,Department,Sides,Sheets\n");
        int job = 1;
        for (LocalDate day : month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).toList()) {
            log.append(day).append(" 09:00,mfp,").append(job++).append(",,1,1\n");
        }
        for (PrintedAmounts.Amount amount : amounts.of(month)) {
            for (long left = amount.sheets(); left > 0; left -= MOST_OF_A_JOB) {
                long sheets = Math.min(left, MOST_OF_A_JOB);
                log.append(month.atDay(5)).append(" 10:00,mfp,").append(job++).append(',');
                log.append(amount.department()).append(',').append(sheets).append(',');
                log.append(sheets).append('\n');
            }
        }
        return log.toString();
    }

    /** Reads all files that there are; those of earlier editions are among them. */
    private void attack(Path reports) throws IOException {
        try (Stream<Path> files = Files.walk(reports)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!amounts.read(file).isEmpty()) {
                    String name = file.getFileName().toString();
                    telling.add(name.substring(name.lastIndexOf('.') + 1));
                }
            }
        }
        for (PrintedAmounts.Amount amount : amounts.all()) {
            boolean isFound = amounts.follows(amount);
            if (isSmall(amount) && !told.contains(amount)) {
                assertThat(isFound).as("%s follows from\n%s", amount, amounts.sums()).isFalse();
            }
            if (isFound) {
                told.add(amount);
            }
        }
    }

    private boolean isSmall(PrintedAmounts.Amount amount) {
        return people.getOrDefault(amount.month() + "," + amount.department(), 0) < MINIMUM;
    }

    private void run(String... arguments) {
        PrintWriter out = new PrintWriter(printed);
        int code = CommandLineInterface.run(out, out, arguments);
        assertThat(code).as(printed.toString()).isZero();
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text, UTF_8);
    }
}
