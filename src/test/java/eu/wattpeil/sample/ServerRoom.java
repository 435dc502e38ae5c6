package eu.wattpeil.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The energy of the server room per quarter-hour, in whole Wh, so that registers and monthly sums
 * are exact: what the servers use, what the UPS loses, what cooling and the rest of the room take.
 */
final class ServerRoom {

    /** From here on one server is switched off per hour. */
    private static final String CONSOLIDATION = "2026-03-01T08:00";

    private static final int REMOVED_SERVERS = 8;
    private static final int SERVERS = 24;
    private static final double SERVER_W = 235;
    private static final double TAKEN_OVER_W = 44;
    private static final double STORAGE_AND_NETWORK_W = 620;
    private static final double OFFICE_W = 230;
    private static final double BACKUP_W = 420;

    private final long[] itWh;
    private final long[] lossWh;
    private final long[] coolingWh;
    private final long[] gridWh;
    private final long[] reactiveVarh;

    private ServerRoom(int quarters) {
        itWh = new long[quarters];
        lossWh = new long[quarters];
        coolingWh = new long[quarters];
        gridWh = new long[quarters];
        reactiveVarh = new long[quarters];
    }

    static ServerRoom over(SamplePeriod period, Weather weather, SampleRandom random) {
        ServerRoom room = new ServerRoom(period.quarters());
        Instant consolidation = period.instantOf(CONSOLIDATION);
        double load = 0;
        for (int quarter = 0; quarter < period.quarters(); quarter++) {
            load = 0.985 * load + 9 * random.nextNormal();
            ZonedDateTime local = period.localStartOf(quarter);
            int removed = removedServers(consolidation, local.toInstant());
            double itW = usualItW(local, removed) + load + 12 * random.nextNormal();
            double people = people(local);
            double lossW = 140 + 0.035 * itW;
            double restW = 230 + 70 * people;
            double heatW = itW + lossW + 0.6 * restW;
            double coolingW =
                    coolingW(heatW, weather.celsiusAt(quarter)) * (1 + 0.02 * random.nextNormal());
            room.itWh[quarter] = quarterWh(itW);
            room.lossWh[quarter] = quarterWh(lossW);
            room.coolingWh[quarter] = quarterWh(coolingW);
            room.gridWh[quarter] =
                    room.itWh[quarter]
                            + room.coolingWh[quarter]
                            + room.lossWh[quarter]
                            + quarterWh(restW);
            room.reactiveVarh[quarter] = quarterWh(0.42 * coolingW + 0.06 * itW);
        }
        return room;
    }

    /** What leaves the UPS: the energy of the IT equipment. */
    long itWh(int quarter) {
        return itWh[quarter];
    }

    /** What enters the UPS: the IT equipment and what the UPS loses. */
    long upsInputWh(int quarter) {
        return itWh[quarter] + lossWh[quarter];
    }

    long coolingWh(int quarter) {
        return coolingWh[quarter];
    }

    /** What enters the room from the grid: IT, UPS loss, cooling and the rest. */
    long gridWh(int quarter) {
        return gridWh[quarter];
    }

    /** Inductive reactive energy of the grid meter, varh: never to be added to the Wh. */
    long reactiveVarh(int quarter) {
        return reactiveVarh[quarter];
    }

    private static int removedServers(Instant consolidation, Instant now) {
        long hours = Math.floorDiv(now.getEpochSecond() - consolidation.getEpochSecond(), 3600L);
        return (int) Math.max(0, Math.min(REMOVED_SERVERS, hours + 1));
    }

    /** Each removed server leaves some of its work to those that stay. */
    private static double usualItW(ZonedDateTime local, int removed) {
        double servers = (SERVERS - removed) * SERVER_W + removed * TAKEN_OVER_W;
        return servers + STORAGE_AND_NETWORK_W + OFFICE_W * people(local) + backupW(local);
    }

    private static double people(ZonedDateTime local) {
        return TownHallCalendar.activity(local.toLocalDate())
                * TownHallCalendar.presence(local.toLocalTime());
    }

    /** Backups run from 22:30 to 02:00, the full one from Saturday 20:00 to Sunday 06:00. */
    private static double backupW(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        boolean isNightly =
                !time.isBefore(LocalTime.of(22, 30)) || time.isBefore(LocalTime.of(2, 0));
        boolean isFull =
                local.getDayOfWeek() == DayOfWeek.SATURDAY && !time.isBefore(LocalTime.of(20, 0))
                        || local.getDayOfWeek() == DayOfWeek.SUNDAY
                                && time.isBefore(LocalTime.of(6, 0));
        return isNightly || isFull ? BACKUP_W : 0;
    }

    /** Fans always run; above 6 °C outdoors each degree makes the compressors work harder. */
    private static double coolingW(double heatW, double celsius) {
        return 420 + heatW * (0.26 + 0.015 * Math.max(0, celsius - 6));
    }

    private static long quarterWh(double watt) {
        return Math.round(watt / 4);
    }
}
