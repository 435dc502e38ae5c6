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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The workspace of a made-up town of {@value #DEPARTMENTS} departments, {@value #PRINTERS}
 * printers, {@value #DEVICES} devices and {@value #ROOMS} server rooms, with the documents of
 * {@value #MONTHS} months. The same everywhere: by chance with a seed.
 */
final class LargeTown {

    static final YearMonth LAST = YearMonth.of(2026, 10);

    private static final int MONTHS = 36;
    private static final int DEPARTMENTS = 60;
    private static final int PRINTERS = 400;
    private static final int DEVICES = 5_000;
    private static final int ROOMS = 5;

    private static final int JOBS_OF_A_PRINTER = 60;
    private static final int PEOPLE_OF_A_DEPARTMENT = 40;
    private static final List<String> CATEGORIES =
            List.of(
                    "laptop",
                    "desktop",
                    "monitor",
                    "server",
                    "printer",
                    "mfp",
                    "smartphone",
                    "tablet");

    private static final YearMonth FIRST = LAST.minusMonths(MONTHS - 1L);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Path folder;
    private final Random random = new Random(1);

    private LargeTown(Path folder) {
        this.folder = folder;
    }

    /** Makes it in a folder, which is a workspace afterwards. */
    static void make(Path folder) throws IOException {
        LargeTown town = new LargeTown(folder);
        town.copyConfig();
        town.addScopes();
        town.writeDefinitions();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            town.writePrintJobs(month);
            town.writeDevices(month);
            town.writeCounters(month);
        }
        town.writeMeters();
    }

    /** That of the sample, to which scopes are added. */
    private void copyConfig() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        for (Path file : list(Path.of("config"))) {
            Files.copy(file, config.resolve(file.getFileName().toString()));
        }
        Path settings = config.resolve("wattpeil.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst("languages: \\[[^]]*]", "languages: [nl, en, fr]"));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(it -> prefix + String.format(Locale.ROOT, "%03d", it))
                .toList();
    }

    private void addScopes() throws IOException {
        List<String> departments = new ArrayList<>();
        List<String> staff = new ArrayList<>(List.of("month,department_id,fte,people"));
        List<String> known = departmentsOfTheSample();
        for (String department : departments()) {
            if (!known.contains(department)) {
                departments.add(department + ",Dienst " + department + ",town-hall");
            }
        }
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            for (String department : departments()) {
                staff.add(
                        month
                                + ","
                                + department
                                + ","
                                + (PEOPLE_OF_A_DEPARTMENT - 2)
                                + ".0,"
                                + PEOPLE_OF_A_DEPARTMENT);
            }
        }
        append("config/departments.csv", departments);
        write("config/headcount.csv", staff);
        append(
                "config/printers.csv",
                names("P-", PRINTERS).stream().map(it -> it + ",true").toList());
        List<String> meters = new ArrayList<>();
        for (String room : rooms()) {
            meters.add(
                    room
                            + "-grid,"
                            + room
                            + "-GRID,"
                            + room
                            + ",town-hall,room_total,1,,,2023-01-01,,");
            meters.add(
                    room
                            + "-it,"
                            + room
                            + "-IT,"
                            + room
                            + ",town-hall,it,1,,,2023-01-01,,"
                            + room
                            + "-grid");
            meters.add(
                    room
                            + "-cool,"
                            + room
                            + "-COOL,"
                            + room
                            + ",town-hall,cooling,1,,,2023-01-01,,"
                            + room
                            + "-grid");
        }
        append("config/meters.csv", meters);
    }

    private static List<String> departmentsOfTheSample() throws IOException {
        return Files.readAllLines(Path.of("config/departments.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
    }

    private static List<String> departments() throws IOException {
        List<String> all = new ArrayList<>(departmentsOfTheSample());
        all.addAll(names("dienst-", DEPARTMENTS - all.size()));
        return all;
    }

    private static List<String> rooms() {
        return names("room-", ROOMS);
    }

    private void writeDefinitions() throws IOException {
        write(
                "jobs/collect/print.yaml",
                definition(
                        "print_jobs",
                        "print",
                        "printed_at: {column: at, pattern: \"yyyy-MM-dd HH:mm:ss\"}",
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
        write(
                "jobs/collect/counters.yaml",
                definition(
                        "printer_counters",
                        "counters",
                        "printer_id: printer",
                        "read_at: {column: at, pattern: yyyy-MM-dd}",
                        "impressions: impressions"));
        List<String> meters =
                definition(
                        "meter_readings",
                        "meters",
                        "meter_key: meter",
                        "measured_at: {column: at, pattern: \"yyyy-MM-dd HH:mm:ssX\"}",
                        "value: {column: register, unit: kWh, kind: counter}");
        meters.add("  constants: {quantity: electricity}");
        write("jobs/collect/meters.yaml", meters);
    }

    private static List<String> definition(String dataset, String inbox, String... columns) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "dataset: " + dataset,
                                "format: delimited",
                                "schedule: \"0 0 4 * * *\"",
                                "source:",
                                "  files: inbox/" + inbox + "/*.csv",
                                "options:",
                                "  delimiter: \",\"",
                                "  columns:"));
        for (String column : columns) {
            lines.add("    " + column);
        }
        return lines;
    }

    private void writePrintJobs(YearMonth month) throws IOException {
        List<String> departments = departments();
        try (Writer out = writer("inbox/print/" + month + ".csv")) {
            out.write("at,printer,department,impressions,sheets,duplex,colour\n");
            int number = 0;
            for (String printer : names("P-", PRINTERS)) {
                String department = departments.get(number++ % DEPARTMENTS);
                for (int job = 0; job < JOBS_OF_A_PRINTER; job++) {
                    boolean isDuplex = random.nextInt(10) < 7;
                    int sides = 1 + random.nextInt(20);
                    int sheets = isDuplex ? (sides + 1) / 2 : sides;
                    LocalDateTime at =
                            month.atDay(1 + random.nextInt(28))
                                    .atTime(8 + random.nextInt(10), random.nextInt(60), job % 60);
                    out.write(
                            TIME.format(at)
                                    + ","
                                    + printer
                                    + ","
                                    + department
                                    + ","
                                    + sides
                                    + ","
                                    + sheets
                                    + ","
                                    + (isDuplex ? "yes" : "no")
                                    + ","
                                    + (random.nextInt(4) == 0 ? "yes" : "no")
                                    + "\n");
                }
            }
        }
    }

    private void writeDevices(YearMonth month) throws IOException {
        List<String> departments = departments();
        LocalDate observed = month.atEndOfMonth();
        try (Writer out = writer("inbox/devices/" + month + ".csv")) {
            out.write(
                    "observed,id,category,manufacturer,model,status,site,department,used,bought\n");
            for (int device = 0; device < DEVICES; device++) {
                // A device of a place is another one every four years.
                long age =
                        Math.floorMod(month.getYear() * 12L + month.getMonthValue() + device, 48L);
                LocalDate used = observed.minusMonths(age).withDayOfMonth(1);
                out.write(
                        observed
                                + ",D-"
                                + device
                                + "-"
                                + used
                                + ","
                                + CATEGORIES.get(device % CATEGORIES.size())
                                + ",Maker,Model "
                                + device % 40
                                + ",in_use,town-hall,"
                                + departments.get(device % DEPARTMENTS)
                                + ","
                                + used
                                + ","
                                + used.minusDays(20)
                                + "\n");
            }
        }
    }

    private void writeCounters(YearMonth month) throws IOException {
        long months = FIRST.until(month, ChronoUnit.MONTHS);
        try (Writer out = writer("inbox/counters/" + month + ".csv")) {
            out.write("printer,at,impressions\n");
            for (String printer : names("P-", PRINTERS)) {
                out.write(printer + "," + month.atDay(1) + "," + (50_000 + months * 640) + "\n");
            }
        }
    }

    /** A register each hour, of which some are lacking. */
    private void writeMeters() throws IOException {
        double[][] registers = new double[ROOMS][3];
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            try (Writer out = writer("inbox/meters/" + month + ".csv")) {
                out.write("meter,at,register\n");
                LocalDateTime end = month.plusMonths(1).atDay(1).atStartOfDay();
                for (LocalDateTime at = month.atDay(1).atStartOfDay();
                        at.isBefore(end);
                        at = at.plusHours(1)) {
                    for (int room = 0; room < ROOMS; room++) {
                        double it = 4 + room + random.nextDouble();
                        double cooling = it * (0.3 + 0.1 * random.nextDouble());
                        registers[room][0] += it + cooling + 0.4;
                        registers[room][1] += it;
                        registers[room][2] += cooling;
                        if (random.nextInt(500) > 0) {
                            writeRegisters(rooms().get(room), at, registers[room], out);
                        }
                    }
                }
            }
        }
    }

    private static void writeRegisters(
            String room, LocalDateTime at, double[] registers, Writer out) throws IOException {
        String[] meters = {"-GRID", "-IT", "-COOL"};
        for (int meter = 0; meter < meters.length; meter++) {
            out.write(
                    room
                            + meters[meter]
                            + ","
                            + TIME.format(at)
                            + "Z,"
                            + String.format(Locale.ROOT, "%.3f", registers[meter])
                            + "\n");
        }
    }

    private Writer writer(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.newBufferedWriter(path);
    }

    private void write(String file, List<String> lines) throws IOException {
        try (Writer out = writer(file)) {
            out.write(String.join("\n", lines) + "\n");
        }
    }

    private void append(String file, List<String> lines) {
        try {
            Path path = folder.resolve(file);
            List<String> all = new ArrayList<>(Files.readAllLines(path));
            all.addAll(lines);
            write(file, all);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
