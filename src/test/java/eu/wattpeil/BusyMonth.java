package eu.wattpeil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The workspace of a made-up organisation that meters each of its servers every {@value #SECONDS}
 * seconds, with the documents of one month: a file of readings per day, one of print jobs and one
 * of devices. The same everywhere: by chance with a seed.
 */
final class BusyMonth {

    static final YearMonth MONTH = YearMonth.of(2026, 10);

    private static final int SECONDS = 10;
    private static final int PRINTERS = 2_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private final Path folder;
    private final int servers;
    private final int printJobs;
    private final int devices;
    private final Random random = new Random(1);

    private BusyMonth(Path folder, int servers, int printJobs, int devices) {
        this.folder = folder;
        this.servers = servers;
        this.printJobs = printJobs;
        this.devices = devices;
    }

    /** Makes it in a folder, which is a workspace afterwards. */
    static void make(Path folder, int servers, int printJobs, int devices) throws IOException {
        BusyMonth month = new BusyMonth(folder, servers, printJobs, devices);
        month.writeConfig();
        month.writeDefinitions();
        // A month of a zone begins and ends some hours before that of UTC.
        for (LocalDate day = MONTH.atDay(1).minusDays(1);
                !day.isAfter(MONTH.atEndOfMonth());
                day = day.plusDays(1)) {
            month.writeReadings(day);
        }
        month.writePrintJobs();
        month.writeDevices();
    }

    private void writeConfig() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        try (Stream<Path> files = Files.list(Path.of("config"))) {
            for (Path file : files.toList()) {
                Files.copy(file, config.resolve(file.getFileName()));
            }
        }
        append(
                "config/meters.csv",
                names("server-", servers)
                        .map(it -> it + "," + it + ",hall,town-hall,it,1,,2000,2025-01-01,,"));
        append("config/printers.csv", names("P-", PRINTERS).map(it -> it + ",true"));
    }

    private void writeDefinitions() throws IOException {
        write(
                "jobs/collect/meters.yaml",
                definition(
                        "meter_readings",
                        "meters",
                        "meter_key: meter",
                        "measured_at: {column: at, pattern: iso}",
                        "value: {column: power, unit: W, kind: power}",
                        "constants: {quantity: electricity}"));
        write(
                "jobs/collect/print.yaml",
                definition(
                        "print_jobs",
                        "print",
                        "printed_at: {column: at, pattern: iso}",
                        "printer_id: printer",
                        "department_id: department",
                        "impressions: impressions",
                        "sheets: sheets",
                        "is_duplex: {column: duplex, values: {yes: true, no: false}}",
                        "is_colour: {column: colour, values: {yes: true, no: false}}"));
        write(
                "jobs/collect/devices.yaml",
                definition(
                        "devices",
                        "devices",
                        "observed_on: {column: observed, pattern: yyyy-MM-dd}",
                        "device_id: id",
                        "category: category",
                        "manufacturer: manufacturer",
                        "model: model",
                        "status: status",
                        "site_id: site",
                        "department_id: department",
                        "first_used_on: {column: used, pattern: yyyy-MM-dd}",
                        "purchased_on: {column: bought, pattern: yyyy-MM-dd}"));
    }

    private static Stream<String> definition(String dataset, String inbox, String... columns) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "dataset: " + dataset,
                                "format: delimited",
                                "schedule: \"0 0 4 * * *\"",
                                "source: {files: inbox/" + inbox + "/*.csv}",
                                "options:",
                                "  delimiter: \",\"",
                                "  columns:"));
        for (String column : columns) {
            lines.add((column.startsWith("constants") ? "  " : "    ") + column);
        }
        return lines.stream();
    }

    /** In order of time. */
    private void writeReadings(LocalDate day) throws IOException {
        String[] meters = names("server-", servers).toArray(String[]::new);
        try (Writer out = writer("inbox/meters/" + day + ".csv")) {
            out.write("meter,at,power\n");
            LocalDateTime end = day.plusDays(1).atStartOfDay();
            for (LocalDateTime at = day.atStartOfDay();
                    at.isBefore(end);
                    at = at.plusSeconds(SECONDS)) {
                String stamp = "," + TIME.format(at) + ",";
                for (int server = 0; server < servers; server++) {
                    int watts = 180 + server % 90 + random.nextInt(40);
                    out.write(meters[server]);
                    out.write(stamp);
                    out.write(watts + "." + random.nextInt(10) + "\n");
                }
            }
        }
    }

    private void writePrintJobs() throws IOException {
        List<String> departments = departments();
        try (Writer out = writer("inbox/print/" + MONTH + ".csv")) {
            out.write("at,printer,department,impressions,sheets,duplex,colour\n");
            for (int job = 0; job < printJobs; job++) {
                boolean isDuplex = random.nextInt(10) < 7;
                int sides = 1 + random.nextInt(20);
                LocalDateTime at =
                        MONTH.atDay(1 + random.nextInt(28))
                                .atTime(8 + random.nextInt(10), random.nextInt(60), job % 60);
                int printer = random.nextInt(PRINTERS);
                out.write(
                        TIME.format(at)
                                + (",P-" + (printer + 1))
                                + ("," + departments.get(printer % departments.size()))
                                + ("," + sides)
                                + ("," + (isDuplex ? (sides + 1) / 2 : sides))
                                + (isDuplex ? ",yes" : ",no")
                                + (random.nextInt(4) == 0 ? ",yes\n" : ",no\n"));
            }
        }
    }

    private void writeDevices() throws IOException {
        List<String> categories = List.of("laptop", "desktop", "monitor", "server", "smartphone");
        List<String> departments = departments();
        LocalDate observed = MONTH.atEndOfMonth();
        try (Writer out = writer("inbox/devices/" + MONTH + ".csv")) {
            out.write(
                    "observed,id,category,manufacturer,model,status,site,department,used,bought\n");
            for (int device = 0; device < devices; device++) {
                LocalDate used = observed.minusMonths(random.nextInt(96)).withDayOfMonth(1);
                out.write(
                        observed
                                + (",D-" + device)
                                + ("," + categories.get(device % categories.size()))
                                + (",Maker,Model " + device % 40)
                                + ",in_use,town-hall,"
                                + departments.get(device % departments.size())
                                + ("," + used)
                                + ("," + used.minusDays(20) + "\n"));
            }
        }
    }

    private static List<String> departments() throws IOException {
        return Files.readAllLines(Path.of("config/departments.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
    }

    private static Stream<String> names(String prefix, int count) {
        return Stream.iterate(1, it -> it <= count, it -> it + 1).map(it -> prefix + it);
    }

    private Writer writer(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.newBufferedWriter(path);
    }

    private void append(String file, Stream<String> lines) throws IOException {
        write(file, Stream.concat(Files.readAllLines(folder.resolve(file)).stream(), lines));
    }

    private void write(String file, Stream<String> lines) throws IOException {
        try (Writer out = writer(file)) {
            lines.forEach(
                    line -> {
                        try {
                            out.write(line + "\n");
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    });
        }
    }
}
