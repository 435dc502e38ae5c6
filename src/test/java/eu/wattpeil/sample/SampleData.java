package eu.wattpeil.sample;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@code sample-data/}: the raw files of the fictional municipality Waterdam from 2025-09-01
 * 00:00 to 2026-11-01 00:00 (Europe/Brussels), always the same ones, and what is true of them in
 * {@code src/test/resources/sample/}. Run it from the repository's root after {@code mvn
 * test-compile}:
 *
 * <pre>java -cp target/test-classes eu.wattpeil.sample.SampleData</pre>
 *
 * <p>The story, on which the end-to-end tests rely; local times:
 *
 * <ul>
 *   <li><b>Server room.</b> 24 servers draw about 6.5 kW until 2026-03-01; from 08:00 on that day
 *       one of eight is switched off per hour, and the IT load falls by about a quarter. Backups
 *       run at night, the full one from Saturday 20:00. Cooling follows the weather.
 *   <li><b>{@code fluvius/}</b>, the grid meter: 2025-10-26 and 2026-10-25 have 100 quarter-hours,
 *       two hours interleaved; 2026-03-29 has 92 ({@code 01:45→03:00}). 2025-12-09 10:00 to 13:00
 *       is estimated (12 quarter-hours, their sum is right); 2026-02-17 02:00 to 09:00 has no
 *       volumes (28 quarter-hours, coverage 0.9896). Reactive energy is a second register.
 *   <li><b>{@code ups/}</b>, the registers UPS1 and COOL1 every quarter-hour; the repeated autumn
 *       hour stands in order of time. No readings from 2025-09-12 17:40 to 2025-09-15 08:20: 63
 *       hours between two readings, longer than a counter may bridge, coverage 0.9125, so September
 *       2025 has no IT energy and no PUE; it is that month and not a later one because twelve
 *       complete months have to follow it. No readings from 2025-11-19 13:05 to 15:50: 3 hours,
 *       bridged. No readings from 2026-07-20 22:10 to 2026-07-22 08:05: 34.25 hours, not bridged,
 *       coverage 0.9540, still enough. UPS1 is replaced on 2026-03-12 at 09:20 (registers in {@code
 *       events.csv}). COOL1 rolls over at 1 000 000 kWh in December 2025 and is set to 0 on
 *       2026-05-19 at 14:10 without an event, which hides 14:00 to 14:15. The reading of 2026-11-01
 *       00:00 belongs to the next file, so the last quarter-hour is unknown.
 *   <li><b>{@code assets/}</b>, the register on each month's last day: 24 servers in use up to
 *       2026-02-28, 16 from 2026-03-31; laptops bought in January 2026, refurbished ones in
 *       September; gaps in the records are filled month by month. Printers and multifunctional ones
 *       are two classes; of network equipment the register has the energy of the data sheet. One
 *       row cannot be read in each of 2025-11-30 and 2026-02-28 (impossible dates) and 2026-08-31
 *       (unknown status).
 *   <li><b>{@code print/}</b>, the page_log: September and October 2025 a line per page by the old
 *       print server, with some totals 0 that are wrong; from 2025-11-01 one total per job by the
 *       new one, which numbers its jobs from 1. From 2026-02-01 two-sided is the default. One
 *       broken line in 2025-10, 2025-12, 2026-02, 2026-05, 2026-06 and 2026-10.
 *   <li><b>{@code counters/}</b>, the counters of the printers at each midnight. At SH-MFP-07
 *       people print from memory sticks, which no log knows. SH-MFP-05 says 0 on 2026-02-11, a
 *       misreading; SH-MFP-12 is replaced in the evening of 2026-04-15 by a new one, which counts
 *       from 0, so that this day of it is unknown. No readings on 2026-07-01 and 2026-07-02, so
 *       what was printed from 2026-06-30 to 2026-07-03 is parted by time. The reading of 2026-11-01
 *       00:00 belongs to the next file.
 *   <li><b>{@code building/}</b>, the registers of the control system every hour, with both ends of
 *       each month, so that the last reading of one file is the first of the next. The UPS input is
 *       metered all the time. From 2026-01-15 at 10:00 the library takes heat of the room, the more
 *       the colder it is, hardly any in summer. From 2026-04-01 solar panels of their own drive the
 *       ventilation of the room, beside the grid meter. No readings between 10:00 and 16:00 on
 *       2026-06-10: bridged.
 *   <li><b>{@code inlet/}</b>, the temperature at the inlet of rack 1 every hour: about 21 °C, from
 *       2026-05-01 at 09:00 about 25 °C, a little more on hot days; above 27 °C on 2026-07-21 from
 *       13:00 to 17:00, when the cooling fails. No readings on 2026-02-10.
 *   <li><b>{@code weather/}</b>, the temperature outside every hour. Heat waves at the end of June
 *       2026 and in August have cooling degree days. No readings from 2026-01-22 at 04:00 to
 *       2026-01-23 at 11:00, two days whose mean is not known.
 *   <li><b>{@code servers/}</b>, the load of each server in use, told every evening at 23:30. Six
 *       of the eight that are switched off in March 2026 idle until then. SV-0024 idles all the
 *       time, as a standby node should; SV-0023 has a low mean too, but a batch every night, so
 *       that it is not idle. SV-0018 tells nothing from 2025-11-10 to 2025-11-30. Ten servers are
 *       hosts of virtual machines, two of them with one more from March 2026.
 *   <li><b>{@code purchases/}</b>, order lines. Each device that the register lists as ordered has
 *       one, so the laptops of January 2026 and the refurbished ones of September too; beside them
 *       paper, toner and chairs. In September and October 2025 nobody asked for conditions, labels
 *       and criteria. From March 2026 most paper is recycled. The certificate of the monitor ends
 *       on 2026-06-30; thin clients have ENERGY STAR, which is no label of type 1. The mice of May
 *       and October 2026 are fair. Refilled toner is not remanufactured. The order of new toner in
 *       April 2026 has ten times its pieces, and comes again in the file of May as it was.
 *   <li><b>{@code contracts/}</b>, the register on each month's last day. The town joins
 *       Electronics Watch on 2026-01-01. The printers have its terms from then, the workplaces from
 *       2026-07-01 by a new contract, which makes the one before it end. Of C-2022-09 nobody had
 *       looked up the clauses before 2026-02-16. The list of factories of C-2023-04 is of
 *       2024-11-18, so that it is older than a year from November 2025. Servers and telephony have
 *       no clause on human rights. Paper, toner and hosting are no hardware.
 *   <li><b>{@code tickets/}</b>, of a service desk that begins on 2025-09-01: faults of the devices
 *       that the register has in repair, opened in one month and told again when they are closed in
 *       the next; faults mended at once, some of them by a swap under guarantee; handovers of
 *       devices, used before or new; requests, for the home or not. A device that is in repair at
 *       both ends of a month was mended and broke again. A repair of April 2026, closed on the
 *       24th, fails on 2026-05-12. Of one request in October 2025 nobody wrote down what came of
 *       it.
 *   <li><b>{@code disposals/}</b>: each device that the register disposes of, by its way out; not
 *       all were weighed. From February 2026 an agreement with schools makes most usable devices
 *       donations, and fewer leave by an unknown way; from March 2026 wiping is certified. In the
 *       first month of each quarter the recycler states what it took in the quarter before; in
 *       October 2025 it tells the mass it collected and not what became of it.
 *   <li><b>{@code workdays/}</b>: days at the office, at home and off of each department, by way of
 *       travelling. Welzijn did not deliver November 2025. From May 2026 a fifth more is worked at
 *       home.
 *   <li><b>{@code indicators/}</b>: what is entered by hand. December 2025 and August 2026 lack two
 *       of the three figures; the first digital first-aiders are trained in March 2026, and 0
 *       before is a figure.
 * </ul>
 */
public final class SampleData {

    private static final long SEED = 20_250_901L;
    private static final SamplePeriod PERIOD =
            new SamplePeriod(
                    YearMonth.of(2025, 9), YearMonth.of(2026, 10), ZoneId.of("Europe/Brussels"));

    private SampleData() {}

    /** Writes the files into the working directory. */
    public static void main(String[] arguments) {
        write(Path.of("sample-data"), Path.of("src", "test", "resources", "sample"));
    }

    /** Writes the raw files to one folder and what is true of them to the other. */
    static void write(Path data, Path facts) {
        Truth truth = new Truth(PERIOD);
        Weather weather = Weather.over(PERIOD, random("weather"));
        ServerRoom room = ServerRoom.over(PERIOD, weather, random("room"));
        FluviusExport fluvius = new FluviusExport(PERIOD, room);
        UpsLogger logger = new UpsLogger(PERIOD, room);
        BuildingSystem building =
                new BuildingSystem(PERIOD, room, weather, random("panels"), truth);
        AssetHistory assets =
                new AssetHistory(
                        PERIOD,
                        new AssetRegister(PERIOD.first().atDay(1).minusDays(1), random("assets")));
        PrintServer server = new PrintServer(PERIOD, random("printing"));
        Map<YearMonth, List<PrintJob>> jobs = new TreeMap<>();
        PERIOD.months().forEach(month -> jobs.put(month, server.jobsOf(month)));

        fluvius.writeTo(data.resolve("fluvius"));
        logger.writeTo(data.resolve("ups"));
        new EnergyTruth(PERIOD, truth).add(room, fluvius, logger, building);
        building.writeTo(data.resolve("building"));
        new InletSensor(PERIOD, weather, random("inlet"), truth).writeTo(data.resolve("inlet"));
        new OutsideSensor(PERIOD, weather, truth).writeTo(data.resolve("weather"));
        new AssetSnapshots(PERIOD, assets, truth).writeTo(data.resolve("assets"));
        new PageLog(PERIOD, jobs, random("page-log"), truth).writeTo(data.resolve("print"));
        new PrinterCounters(PERIOD, jobs, random("counters"), truth)
                .writeTo(data.resolve("counters"));
        new ServerLoad(PERIOD, assets, random("server-load"), truth)
                .writeTo(data.resolve("servers"));
        new Purchases(PERIOD, assets, random("purchases"), truth)
                .writeTo(data.resolve("purchases"));
        new ContractRegister(PERIOD, truth).writeTo(data.resolve("contracts"));
        new ServiceDesk(PERIOD, assets, random("tickets"), truth).writeTo(data.resolve("tickets"));
        new DisposalLog(PERIOD, assets, random("disposals"), truth)
                .writeTo(data.resolve("disposals"));
        new Workdays(PERIOD, random("workdays"), truth).writeTo(data.resolve("workdays"));
        new OwnFigures(PERIOD, random("own-figures"), truth).writeTo(data.resolve("indicators"));

        truth.writeTo(facts.resolve("truth.csv"));
        logger.writeEventsTo(facts.resolve("events.csv"));
    }

    private static SampleRandom random(String subject) {
        return new SampleRandom(SEED, subject);
    }
}
