package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Days at the office and at home of each department, by how its people travel, as the personnel
 * department sums them up. What is odd is told at {@link SampleData}.
 */
final class Workdays {

    private static final YearMonth UNDELIVERED = YearMonth.of(2025, 11);
    private static final TownHallDepartment LATE = TownHallDepartment.WELFARE;
    private static final YearMonth NEW_POLICY = YearMonth.of(2026, 5);

    private final SamplePeriod period;
    private final SampleRandom random;
    private final Truth truth;

    Workdays(SamplePeriod period, SampleRandom random, Truth truth) {
        this.period = period;
        this.random = random;
        this.truth = truth;
    }

    /** One file per month, with a row for each department. */
    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            SampleFile file = new SampleFile(UTF_8, "\r\n");
            file.add(header());
            long office = 0;
            long home = 0;
            long kilometres = 0;
            for (TownHallDepartment department : TownHallDepartment.values()) {
                Sums sums = sums(department, month);
                if (month.equals(UNDELIVERED) && department == LATE) {
                    continue;
                }
                file.add(sums.row(month, department));
                office += sums.halfOffice();
                home += sums.halfHome();
                kilometres += sums.kilometres();
            }
            file.writeTo(folder.resolve("werkdagen-" + month + ".csv.gz"));
            truth.set(month, "office_half_days", office);
            truth.set(month, "home_half_days", home);
            truth.set(month, "home_km", kilometres);
        }
    }

    private Sums sums(TownHallDepartment department, YearMonth month) {
        int possible = 2 * department.people() * workingDays(month);
        double present = 0.82 + 0.02 * random.nextNormal();
        double atHome = department.homeShare() * (month.isBefore(NEW_POLICY) ? 1 : 1.2);
        long worked = Math.round(possible * Math.min(0.92, present));
        List<Travel> travels = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            double share = mode.share() * (1 + 0.04 * random.nextNormal());
            long home = Math.round(worked * share * atHome * mode.homeFactor());
            long office = Math.round(worked * share) - home;
            travels.add(new Travel(mode, office, home));
        }
        return new Sums(possible - worked, travels);
    }

    /** Days from Monday to Friday that are no public holiday. */
    private static int workingDays(YearMonth month) {
        return (int)
                IntStream.rangeClosed(1, month.lengthOfMonth())
                        .mapToObj(month::atDay)
                        .filter(
                                day ->
                                        day.getDayOfWeek().getValue()
                                                < DayOfWeek.SATURDAY.getValue())
                        .filter(day -> TownHallCalendar.activity(day) > 0)
                        .count();
    }

    private static String header() {
        StringBuilder header = new StringBuilder("Maand;Afdeling;Afwezig");
        for (Mode mode : Mode.values()) {
            for (String what : List.of("kantoor", "thuis", "uren thuis", "km")) {
                header.append(';').append(mode.register()).append(' ').append(what);
            }
        }
        return header.toString();
    }

    private static String halves(long halfDays) {
        return halfDays / 2 + (halfDays % 2 == 0 ? "" : ",5");
    }

    /** How people come to the office, and how far it is there and back. */
    private enum Mode {
        CAR("Auto", 0.44, 36, 1.1),
        ELECTRIC_CAR("E-auto", 0.06, 40, 1.1),
        BUS("Bus", 0.06, 17, 0.8),
        TRAIN("Trein", 0.11, 64, 1.4),
        ELECTRIC_BIKE("E-fiets", 0.15, 15, 0.9),
        BIKE("Fiets", 0.18, 7, 0.6);

        private final String register;
        private final double share;
        private final int kilometres;
        private final double homeFactor;

        Mode(String register, double share, int kilometres, double homeFactor) {
            this.register = register;
            this.share = share;
            this.kilometres = kilometres;
            this.homeFactor = homeFactor;
        }

        String register() {
            return register;
        }

        double share() {
            return share;
        }

        int kilometres() {
            return kilometres;
        }

        /** Who has further to go works at home more often. */
        double homeFactor() {
            return homeFactor;
        }
    }

    /** Half days of those who travel alike. */
    private record Travel(Mode mode, long halfOffice, long halfHome) {

        long kilometres() {
            return halfHome / 2 * mode.kilometres();
        }

        /** A day at home has 7.6 hours. */
        String cells() {
            long tenthsOfHours = halfHome * 38;
            return String.join(
                    ";",
                    halves(halfOffice),
                    halves(halfHome),
                    tenthsOfHours / 10 + "," + tenthsOfHours % 10,
                    String.valueOf(kilometres()));
        }
    }

    /** The half days of a department. */
    private record Sums(long halfOff, List<Travel> travels) {

        long halfOffice() {
            return travels.stream().mapToLong(Travel::halfOffice).sum();
        }

        long halfHome() {
            return travels.stream().mapToLong(Travel::halfHome).sum();
        }

        long kilometres() {
            return travels.stream().mapToLong(Travel::kilometres).sum();
        }

        String row(YearMonth month, TownHallDepartment department) {
            List<String> cells = new ArrayList<>();
            cells.add(month.toString());
            cells.add(department.register());
            cells.add(halves(halfOff));
            travels.forEach(travel -> cells.add(travel.cells()));
            return String.join(";", cells);
        }
    }
}
