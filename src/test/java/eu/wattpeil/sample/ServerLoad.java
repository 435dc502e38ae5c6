package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * What an agent on each server tells every evening at 23:30 of the day: mean and peak of the
 * processors, virtual machines, in the line protocol of InfluxDB. Its oddities are told at {@link
 * SampleData}.
 */
final class ServerLoad {

    private static final LocalTime TOLD_AT = LocalTime.of(23, 30);
    private static final YearMonth LAST_WITH_ALL = YearMonth.of(2026, 2);
    private static final int IDLE_SERVERS = 6;
    private static final int HOSTS = 10;
    private static final int MACHINES_PER_HOST = 7;
    private static final String STANDBY = "SV-0024";
    private static final String BATCH = "SV-0023";
    private static final String SILENT = "SV-0018";
    private static final LocalDate SILENT_FROM = LocalDate.of(2025, 11, 10);
    private static final LocalDate SILENT_UNTIL = LocalDate.of(2025, 11, 30);

    private final SamplePeriod period;
    private final AssetHistory history;
    private final SampleRandom random;
    private final Truth truth;
    private final List<String> removed;

    ServerLoad(SamplePeriod period, AssetHistory history, SampleRandom random, Truth truth) {
        this.period = period;
        this.history = history;
        this.random = random;
        this.truth = truth;
        removed =
                history.serversThatWent(LAST_WITH_ALL, LAST_WITH_ALL.plusMonths(1)).stream()
                        .sorted()
                        .toList();
    }

    void writeTo(Path folder) {
        for (YearMonth month : period.months()) {
            List<String> servers = history.serversIn(month).stream().map(Asset::number).toList();
            SampleFile file = new SampleFile(UTF_8, "\n");
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                for (int place = 0; place < servers.size(); place++) {
                    line(file, servers.get(place), place, month.atDay(day));
                }
            }
            file.writeTo(folder.resolve("servers-" + month + ".lp.gz"));
            count(month, servers);
        }
    }

    private void line(SampleFile file, String server, int place, LocalDate day) {
        Load load = load(server, place, day);
        if (server.equals(SILENT) && !day.isBefore(SILENT_FROM) && !day.isAfter(SILENT_UNTIL)) {
            return;
        }
        file.add(
                "server,host="
                        + server
                        + " cpu_mean="
                        + share(load.mean())
                        + ",cpu_peak="
                        + share(load.peak())
                        + ",vms="
                        + machines(server, YearMonth.from(day))
                        + "i,standby="
                        + server.equals(STANDBY)
                        + " "
                        + day.atTime(TOLD_AT).atZone(period.zone()).toEpochSecond());
    }

    /** In thousandths. The random numbers are drawn for each server and day alike. */
    private Load load(String server, int place, LocalDate day) {
        int noise = random.between(0, 20);
        int burst = random.between(0, 60);
        if (idle().contains(server) || server.equals(STANDBY)) {
            return new Load(8 + noise, 50 + burst);
        }
        if (server.equals(BATCH)) {
            return new Load(20 + noise, 640 + burst);
        }
        boolean isWeekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        int busy = 120 + 9 * place + noise * 2;
        int taken = YearMonth.from(day).isAfter(LAST_WITH_ALL) ? 45 : 0;
        return new Load((isWeekend ? busy / 2 : busy) + taken, 480 + 8 * place + burst + taken);
    }

    private Set<String> idle() {
        return Set.copyOf(removed.subList(0, IDLE_SERVERS));
    }

    /** The last ones that stay are hosts; what the removed ones did moves to virtual machines. */
    private int machines(String server, YearMonth month) {
        List<String> staying =
                history.serversIn(LAST_WITH_ALL).stream()
                        .map(Asset::number)
                        .filter(each -> !removed.contains(each))
                        .filter(each -> !each.equals(STANDBY) && !each.equals(BATCH))
                        .toList();
        int place = staying.indexOf(server) - (staying.size() - HOSTS);
        if (place < 0) {
            return 0;
        }
        boolean isMoved = month.isAfter(LAST_WITH_ALL) && place < removed.size() - IDLE_SERVERS;
        return MACHINES_PER_HOST + place % 3 + (isMoved ? 1 : 0);
    }

    private void count(YearMonth month, List<String> servers) {
        truth.set(month, "servers_idle", servers.stream().filter(idle()::contains).count());
        truth.set(
                month,
                "virtual_machines",
                servers.stream().mapToLong(server -> machines(server, month)).sum());
        truth.set(
                month,
                "virtual_machine_hosts",
                servers.stream().filter(server -> machines(server, month) > 0).count());
    }

    private static String share(int thousandths) {
        return "0." + String.valueOf(1000 + thousandths).substring(1);
    }

    /** Mean and peak of a day, in thousandths. */
    private record Load(int mean, int peak) {}
}
