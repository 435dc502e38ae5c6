package eu.wattpeil.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The workspace of a made-up town with a server room of four meters, {@value #DEVICES} devices and
 * {@value #PRINTERS} printers, whose documents come day by day. It is the same everywhere: what is
 * by chance follows from the day.
 */
public final class DailyTown {

    private static final int DEVICES = 48;
    private static final int PRINTERS = 6;
    private static final int JOBS_OF_A_DAY = 24;
    private static final int PEOPLE_OF_A_DEPARTMENT = 20;
    private static final int HOURS = 24;

    private static final List<String> DEPARTMENTS =
            List.of("burgerzaken", "financien", "ict", "ruimte");
    private static final List<String> CATEGORIES =
            List.of("laptop", "monitor", "server", "smartphone");

    private final Path folder;
    private final YearMonth first;

    /** By day, what each meter counted until it began, in Wh. */
    private final TreeMap<LocalDate, List<Long>> registers = new TreeMap<>();

    private DailyTown(Path folder, YearMonth first) {
        this.folder = folder;
        this.first = first;
        registers.put(first.atDay(1), List.of(0L, 0L, 0L, 0L));
    }

    /** A meter of the sample: the share of the IT's energy that it counts. */
    private record Meter(String key, double share) {}

    private static final List<Meter> METERS =
            List.of(
                    new Meter("UPS1", 1),
                    new Meter("UPS-IN", 1.08),
                    new Meter("COOL1", 0.4),
                    new Meter("541400000000000000", 1.55));

    /** Makes it without any document. */
    public static DailyTown begin(Path folder, YearMonth first, YearMonth last) {
        DailyTown town = new DailyTown(folder, first);
        town.copy(Path.of("config"));
        town.copy(Path.of("jobs", "reports"));
        town.setUp(last);
        town.define();
        return town;
    }

    /**
     * Lets the server look for documents, and compute, on some days alone.
     *
     * @param days day, month and weekday of a schedule
     */
    void serveOn(String days) {
        edit("jobs/collect/meters.yaml", "30 2 [^\"]*", "30 2 " + days);
        edit("jobs/collect/print.yaml", "30 2 [^\"]*", "30 2 " + days);
        write("jobs/compute.yaml", "schedule: \"0 0 6 " + days + "\"\n", Instant.now());
    }

    /** The documents of all days of a month come in. */
    public void arrive(YearMonth month) {
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            arrive(month.atDay(day));
        }
    }

    /** The documents of a day come in, with the time at which they were written. */
    public void arrive(LocalDate day) {
        Instant written = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        documents(day).forEach((name, text) -> write(name, text, written));
    }

    /** Puts a document in place as if it had been written then. */
    public void write(String name, String text, Instant written) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(written));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The texts of the documents of a day, by where they come in. */
    public SortedMap<String, String> documents(LocalDate day) {
        SortedMap<String, String> documents = new TreeMap<>();
        documents.put("inbox/meters/" + day + ".csv", readings(day));
        if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
            documents.put("inbox/print/" + day + ".csv", printJobs(day));
        }
        YearMonth month = YearMonth.from(day);
        if (day.equals(month.atEndOfMonth())) {
            documents.put("inbox/devices/" + month + ".csv", devices(day));
            documents.put("inbox/counters/" + month + ".csv", counters(day));
        }
        return documents;
    }

    private void setUp(YearMonth last) {
        edit("config/wattpeil.yaml", "languages: \\[[^]]*]", "languages: [nl]");
        edit("config/meters.csv", ",2025-01-01,", "," + first.atDay(1) + ",");
        List<String> staff = new ArrayList<>(List.of("month,department_id,fte,people"));
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            for (String department : DEPARTMENTS) {
                staff.add(month + "," + department + ",18.5," + PEOPLE_OF_A_DEPARTMENT);
            }
        }
        write("config/headcount.csv", lines(staff), Instant.now());
    }

    private void define() {
        define(
                "meters",
                "0 30 2 * * *",
                "meter_readings",
                List.of(
                        "meter_key: meter",
                        "measured_at: {column: at, pattern: \"yyyy-MM-dd'T'HH:mm:ssX\"}",
                        "value: {column: register, unit: Wh, kind: counter}"),
                "  constants: {quantity: electricity}\n");
        define(
                "print",
                "0 30 2 * * *",
                "print_jobs",
                List.of(
                        "printed_at: {column: at, pattern: \"yyyy-MM-dd HH:mm:ss\"}",
                        "printer_id: printer",
                        "department_id: department",
                        "impressions: impressions",
                        "sheets: sheets",
                        "is_duplex: {column: duplex, values: {yes: true, no: false}}",
                        "is_colour: {column: colour, values: {yes: true, no: false}}"),
                "");
        define(
                "devices",
                "0 0 4 1 * *",
                "devices",
                List.of(
                        "observed_on: {column: observed, pattern: yyyy-MM-dd}",
                        "device_id: id",
                        "category: category",
                        "manufacturer: manufacturer",
                        "model: model",
                        "status: status",
                        "site_id: site",
                        "department_id: department",
                        "first_used_on: {column: used, pattern: yyyy-MM-dd}"),
                "");
        define(
                "counters",
                "0 0 4 1 * *",
                "printer_counters",
                List.of(
                        "printer_id: printer",
                        "read_at: {column: at, pattern: yyyy-MM-dd}",
                        "impressions: impressions"),
                "");
    }

    private void define(
            String name, String cron, String dataset, List<String> columns, String further) {
        write(
                "jobs/collect/" + name + ".yaml",
                """
                dataset: %s
                format: delimited
                schedule: "%s"
                source: {files: inbox/%s/*.csv}
                options:
                  delimiter: ","
                  columns:
                    %s
                %s"""
                        .formatted(dataset, cron, name, String.join("\n    ", columns), further),
                Instant.now());
    }

    private String readings(LocalDate day) {
        List<String> lines = new ArrayList<>(List.of("meter,at,register"));
        List<Long> begin = registersAt(day);
        List<Long> end = registersAt(day.plusDays(1));
        for (int hour = 0; hour < HOURS; hour++) {
            Instant at = day.atStartOfDay(ZoneOffset.UTC).plusHours(hour).toInstant();
            for (int meter = 0; meter < METERS.size(); meter++) {
                long counted = (end.get(meter) - begin.get(meter)) * hour / HOURS;
                lines.add(METERS.get(meter).key() + "," + at + "," + (begin.get(meter) + counted));
            }
        }
        return lines(lines);
    }

    private List<Long> registersAt(LocalDate day) {
        while (registers.lastKey().isBefore(day)) {
            LocalDate last = registers.lastKey();
            long itWh = 90_000 + random(last, 1).nextInt(12_000);
            List<Long> before = registers.get(last);
            List<Long> after = new ArrayList<>();
            for (int meter = 0; meter < METERS.size(); meter++) {
                after.add(before.get(meter) + (long) (itWh * METERS.get(meter).share()));
            }
            registers.put(last.plusDays(1), after);
        }
        return registers.get(day);
    }

    private static String printJobs(LocalDate day) {
        Random random = random(day, 2);
        List<String> lines = new ArrayList<>();
        lines.add("at,printer,department,impressions,sheets,duplex,colour");
        for (int job = 0; job < JOBS_OF_A_DAY; job++) {
            boolean isDuplex = random.nextInt(10) < 7;
            int sides = 1 + random.nextInt(20);
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s %02d:%02d:%02d,%s,%s,%d,%d,%s,%s",
                            day,
                            8 + random.nextInt(9),
                            random.nextInt(60),
                            job,
                            printer(random.nextInt(PRINTERS)),
                            DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())),
                            sides,
                            isDuplex ? (sides + 1) / 2 : sides,
                            isDuplex ? "yes" : "no",
                            random.nextInt(4) == 0 ? "yes" : "no"));
        }
        return lines(lines);
    }

    private static String devices(LocalDate day) {
        List<String> lines = new ArrayList<>();
        lines.add("observed,id,category,manufacturer,model,status,site,department,used");
        for (int device = 0; device < DEVICES; device++) {
            // A device of a place is another one every four years.
            long age = Math.floorMod(day.getYear() * 12L + day.getMonthValue() + device, 48L);
            LocalDate used = day.minusMonths(age).withDayOfMonth(1);
            lines.add(
                    String.join(
                            ",",
                            day.toString(),
                            "D-" + device + "-" + used,
                            CATEGORIES.get(device % CATEGORIES.size()),
                            "Maker",
                            "Model " + device % 5,
                            "in_use",
                            "town-hall",
                            DEPARTMENTS.get(device % DEPARTMENTS.size()),
                            used.toString()));
        }
        return lines(lines);
    }

    private String counters(LocalDate day) {
        List<String> lines = new ArrayList<>(List.of("printer,at,impressions"));
        long days = ChronoUnit.DAYS.between(first.atDay(1), day);
        for (int printer = 0; printer < PRINTERS; printer++) {
            lines.add(printer(printer) + "," + day + "," + (50_000 + days * (30 + printer)));
        }
        return lines(lines);
    }

    private static String printer(int number) {
        return String.format(Locale.ROOT, "SH-MFP-%02d", number + 1);
    }

    private static Random random(LocalDate day, int subject) {
        return new Random(day.toEpochDay() * 31 + subject);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private void edit(String name, String pattern, String text) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, Files.readString(file).replaceAll(pattern, text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void copy(Path part) {
        copy(part, folder.resolve(part.toString()));
    }

    /** Copies a folder with all that is in it. */
    public static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
