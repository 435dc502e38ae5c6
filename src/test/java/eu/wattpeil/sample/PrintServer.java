package eu.wattpeil.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the town hall prints: fewer jobs from month to month, two-sided by default from a day on.
 */
final class PrintServer {

    /** From this month on a new server prints, which numbers its jobs from 1. */
    static final YearMonth NEW_SERVER = YearMonth.of(2025, 11);

    private static final YearMonth DUPLEX_DEFAULT = YearMonth.of(2026, 2);
    private static final int JOBS_PER_DAY = 372;
    private static final double FEWER_PER_MONTH = 0.007;
    private static final int OLD_SERVERS_LAST_JOB = 48_211;
    private static final int PRINTERS = 18;
    private static final int MOST_COPIES = 12;

    /** Jobs per half hour from 07:00 to 19:00. */
    private static final double[] HALF_HOURS = {
        1, 2, 5, 8, 11, 12, 12, 11, 10, 7, 4, 5, 8, 10, 11, 11, 9, 8, 5, 4, 2, 1, 0.5, 0.5
    };

    private final SamplePeriod period;
    private final SampleRandom random;
    private int lastJob = OLD_SERVERS_LAST_JOB;

    PrintServer(SamplePeriod period, SampleRandom random) {
        this.period = period;
        this.random = random;
    }

    /** The names of the printers. */
    static List<String> printers() {
        return IntStream.range(0, PRINTERS).mapToObj(PrintServer::printer).toList();
    }

    /** The jobs of a month by time; the months are to be asked for in their order. */
    List<PrintJob> jobsOf(YearMonth month) {
        if (month.equals(NEW_SERVER)) {
            lastJob = 0;
        }
        List<PrintJob> jobs = new ArrayList<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            List<ZonedDateTime> times = randomTimes(date);
            times.forEach(time -> jobs.add(randomJob(time)));
        }
        return jobs;
    }

    private List<ZonedDateTime> randomTimes(LocalDate day) {
        double trend = 1 - FEWER_PER_MONTH * period.age(YearMonth.from(day));
        double expected = JOBS_PER_DAY * trend * TownHallCalendar.activity(day);
        int count = (int) (expected * (1 + 0.07 * random.nextNormal()) + random.nextDouble());
        List<ZonedDateTime> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int second = random.pickWeighted(HALF_HOURS) * 1800 + random.nextInt(1800);
            times.add(day.atTime(7, 0).atZone(period.zone()).plusSeconds(second));
        }
        times.sort(Comparator.naturalOrder());
        return times;
    }

    private PrintJob randomJob(ZonedDateTime time) {
        TownHallDepartment department = TownHallDepartment.ofPrintJob(random);
        int user = firstUser(department) + skewed(department.people());
        boolean isCancelled = random.chance(0.012);
        int pages = randomPages();
        boolean isTwoSided = random.chance(twoSidedShare(YearMonth.from(time), pages));
        // Copies of an odd number of two-sided pages are left out: from the one total that CUPS
        // 2.4 logs nobody can tell how many sheets they took.
        boolean isCopied = random.chance(0.07) && !(isTwoSided && pages % 2 == 1);
        int copies = isCopied ? random.between(2, MOST_COPIES) : 1;
        lastJob++;
        return new PrintJob(
                printer(usualPrinter(user)),
                "u" + user,
                lastJob,
                time.toInstant(),
                isCancelled ? 0 : pages,
                copies,
                random.chance(0.03) ? "-" : department.billingCode(),
                random.chance(0.25) ? "localhost" : "pc" + (user - 900),
                PrintTitles.random(department, random),
                randomMedia(),
                isTwoSided);
    }

    /** Most people print at the printer nearby. */
    private int usualPrinter(int user) {
        return random.chance(0.88) ? user * 7 % PRINTERS : random.nextInt(PRINTERS);
    }

    private static String printer(int number) {
        return String.format(Locale.ROOT, "SH-MFP-%02d", number + 1);
    }

    private static int firstUser(TownHallDepartment department) {
        int user = 1001;
        for (TownHallDepartment each : TownHallDepartment.values()) {
            if (each.ordinal() < department.ordinal()) {
                user += each.people();
            }
        }
        return user;
    }

    /** Below the bound; low numbers more often, for some people print a lot. */
    private int skewed(int bound) {
        double share = random.nextDouble();
        return (int) (bound * share * (0.4 + 0.6 * share));
    }

    private int randomPages() {
        if (random.chance(0.34)) {
            return 1;
        }
        if (random.chance(0.06)) {
            return random.between(15, 64);
        }
        return 2 + (int) (11 * random.nextDouble() * random.nextDouble());
    }

    /** The default leaves the sides of a one-page job as they are, so few of them are changed. */
    private static double twoSidedShare(YearMonth month, int pages) {
        if (month.isBefore(DUPLEX_DEFAULT)) {
            return pages == 1 ? 0.14 : 0.46;
        }
        return pages == 1 ? 0.66 : 0.80;
    }

    private String randomMedia() {
        return List.of("A4", "A3", "").get(random.pickWeighted(0.91, 0.03, 0.06));
    }
}
