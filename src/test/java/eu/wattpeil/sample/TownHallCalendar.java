package eu.wattpeil.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** When people are at work: working days, Belgian public holidays, Flemish school holidays. */
final class TownHallCalendar {

    private static final Set<LocalDate> PUBLIC_HOLIDAYS =
            Set.of(
                    LocalDate.of(2025, 11, 1),
                    LocalDate.of(2025, 11, 11),
                    LocalDate.of(2025, 12, 25),
                    LocalDate.of(2025, 12, 26),
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 1, 2),
                    LocalDate.of(2026, 4, 6),
                    LocalDate.of(2026, 5, 1),
                    LocalDate.of(2026, 5, 14),
                    LocalDate.of(2026, 5, 25),
                    LocalDate.of(2026, 7, 11),
                    LocalDate.of(2026, 7, 21),
                    LocalDate.of(2026, 8, 15));

    private static final List<Season> SEASONS =
            List.of(
                    new Season(LocalDate.of(2025, 10, 27), LocalDate.of(2025, 11, 2), 0.76),
                    new Season(LocalDate.of(2025, 12, 22), LocalDate.of(2026, 1, 4), 0.55),
                    new Season(LocalDate.of(2026, 2, 16), LocalDate.of(2026, 2, 22), 0.80),
                    new Season(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 4, 19), 0.78),
                    new Season(LocalDate.of(2026, 5, 15), LocalDate.of(2026, 5, 15), 0.35),
                    new Season(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 12), 0.82),
                    new Season(LocalDate.of(2026, 7, 13), LocalDate.of(2026, 8, 16), 0.66),
                    new Season(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 8, 31), 0.84));

    private TownHallCalendar() {}

    /** How busy a day is, 1 on an ordinary working day; the library opens on Saturdays. */
    static double activity(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || PUBLIC_HOLIDAYS.contains(day)) {
            return 0;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return 0.06;
        }
        return SEASONS.stream()
                .filter(season -> season.contains(day))
                .mapToDouble(Season::activity)
                .findFirst()
                .orElse(1);
    }

    /** Share of the staff at work at that time of a working day, 0 to 1. */
    static double presence(LocalTime time) {
        double hour = time.toSecondOfDay() / 3600.0;
        if (hour < 7 || hour >= 18.5) {
            return 0;
        }
        if (hour < 9) {
            return (hour - 7) / 2;
        }
        if (hour >= 12 && hour < 13) {
            return 0.6;
        }
        if (hour < 16) {
            return 1;
        }
        return (18.5 - hour) / 2.5;
    }

    /** Days on which fewer people are at work; both ends inclusive. */
    private record Season(LocalDate from, LocalDate to, double activity) {

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
