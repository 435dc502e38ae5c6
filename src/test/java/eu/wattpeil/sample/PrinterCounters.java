package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lifetime counters of the printers, read from each at midnight, in local time without an
 * offset. They count what the print server logs, what is printed from a memory stick and, in the
 * total only, copies. Their oddities are told at {@link SampleData}.
 */
final class PrinterCounters {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final String DIRECT_PRINTER = "SH-MFP-07";
    private static final int DIRECT_IMPRESSIONS_PER_DAY = 24;
    private static final int COPIES_PER_DAY = 31;
    private static final String MISREAD_PRINTER = "SH-MFP-05";
    private static final LocalDate MISREAD_ON = LocalDate.of(2026, 2, 11);
    private static final String REPLACED_PRINTER = "SH-MFP-12";
    private static final LocalDate REPLACED_ON = LocalDate.of(2026, 4, 15);
    private static final Set<LocalDate> UNREAD_DAYS =
            Set.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 2));

    private final SamplePeriod period;
    private final Map<YearMonth, List<PrintJob>> jobs;
    private final SampleRandom random;
    private final Truth truth;
    private final List<Printer> printers = new ArrayList<>();

    PrinterCounters(
            SamplePeriod period,
            Map<YearMonth, List<PrintJob>> jobs,
            SampleRandom random,
            Truth truth) {
        this.period = period;
        this.jobs = jobs;
        this.random = random;
        this.truth = truth;
        for (String name : PrintServer.printers()) {
            printers.add(new Printer(name, random.between(20_000, 400_000)));
        }
    }

    /** One file per month; each holds the readings from its first to before the next one's. */
    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            SampleFile file = new SampleFile(UTF_8, "\n");
            file.add("Datum,Printer,Totaal,Afdrukken,Dubbelzijdige bladen");
            long printed = 0;
            long direct = 0;
            Map<LocalDate, List<PrintJob>> jobsByDay = byDay(jobs.get(month));
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                LocalDate date = month.atDay(day);
                for (Printer printer : printers) {
                    if (!UNREAD_DAYS.contains(date)) {
                        file.add(printer.reading(date));
                    }
                    printed += printer.print(jobsByDay.getOrDefault(date, List.of()));
                    direct += printer.useOtherwise(date);
                }
            }
            file.writeTo(folder.resolve("counters-" + month + ".csv.gz"));
            truth.set(month, "counted_impressions", printed + direct);
            truth.set(month, "direct_impressions", direct);
        }
    }

    private Map<LocalDate, List<PrintJob>> byDay(List<PrintJob> jobsOfMonth) {
        Map<LocalDate, List<PrintJob>> days = new HashMap<>();
        for (PrintJob job : jobsOfMonth) {
            LocalDate day = LocalDate.ofInstant(job.printedAt(), period.zone());
            days.computeIfAbsent(day, any -> new ArrayList<>()).add(job);
        }
        return days;
    }

    /** A printer and its counters at the midnight that was reached. */
    private final class Printer {

        private final String name;
        private long printed;
        private long copied;
        private long duplexSheets;

        Printer(String name, long printed) {
            this.name = name;
            this.printed = printed;
            copied = printed / 4;
            duplexSheets = printed / 5;
        }

        String reading(LocalDate day) {
            if (name.equals(MISREAD_PRINTER) && day.equals(MISREAD_ON)) {
                return STAMP.format(day) + "," + name + ",0,0,0";
            }
            return String.join(
                    ",",
                    STAMP.format(day),
                    name,
                    String.valueOf(printed + copied),
                    String.valueOf(printed),
                    String.valueOf(duplexSheets));
        }

        /** The impressions of those jobs of a day that are this printer's. */
        long print(List<PrintJob> jobsOfDay) {
            long impressions = 0;
            for (PrintJob job : jobsOfDay) {
                if (job.printer().equals(name)) {
                    impressions += job.impressions();
                    duplexSheets += job.duplexImpressions() / 2;
                }
            }
            printed += impressions;
            return impressions;
        }

        /** The impressions of a day that no print server saw, without copies. */
        long useOtherwise(LocalDate day) {
            double activity = TownHallCalendar.activity(day);
            copied += Math.round(COPIES_PER_DAY * activity * random.nextDouble());
            long direct = 0;
            if (name.equals(DIRECT_PRINTER)) {
                direct = Math.round(DIRECT_IMPRESSIONS_PER_DAY * activity * random.nextDouble());
            }
            printed += direct;
            if (name.equals(REPLACED_PRINTER) && day.equals(REPLACED_ON)) {
                printed = 0;
                copied = 0;
                duplexSheets = 0;
            }
            return direct;
        }
    }
}
