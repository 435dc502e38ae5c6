package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.explain.Question;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Months of daily files of two meters, a run a week with a clock that moves, in a town that packs
 * and in its twin that does not. What happens in the life of a store happens to both: late and
 * corrected documents, others forgotten and let in again, months no longer kept. The one that packs
 * is killed in between, and damaged and repaired. All figures are those of the twin, to the byte.
 *
 * <p>The long form is {@code -Dwattpeil.weeks=52}, the seed {@code -Dwattpeil.seed=7}.
 */
@DisabledOnOs(OS.WINDOWS)
class PackedYearIT {

    private static final int WEEKS = Integer.getInteger("wattpeil.weeks", 14);
    private static final long SEED = Long.getLong("wattpeil.seed", 7);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String READINGS = "store/meter_readings";
    private static final List<String> METERS = List.of("MAIN", "UPS1");

    @TempDir private Path folder;

    private final Random random = new Random(SEED);
    private SmallTown packed;
    private SmallTown twin;
    private Clock clock = Clock.systemUTC();
    private Instant now = Instant.EPOCH;
    private int killed;

    /** A run of a process of its own, which can be killed. */
    static final class OneRun {

        private OneRun() {}

        public static void main(String[] arguments) throws Exception {
            Clock clock = Clock.fixed(Instant.parse(arguments[1]), ZoneOffset.UTC);
            new SmallTown(Path.of(arguments[0])).run(clock, new Stop());
            System.exit(0);
        }
    }

    @Test
    void hasTheFiguresOfItsTwinWhateverHappens() throws Exception {
        makeTowns();
        Optional<String> forgotten = Optional.empty();
        for (int week = 0; week < WEEKS; week++) {
            LocalDate first = FIRST.plusWeeks(week);
            now = first.plusWeeks(1).atTime(3, 0).toInstant(ZoneOffset.UTC);
            clock = Clock.fixed(now, ZoneOffset.UTC);
            for (SmallTown town : List.of(packed, twin)) {
                bringWeek(town, first);
            }
            switch (week % 13) {
                case 7 -> late(first.minusWeeks(6), "late", 3);
                case 8 -> late(first.minusWeeks(7), "corrected", 40);
                case 9 -> forgotten = Optional.of(forget(first.minusWeeks(7)));
                case 10 -> damagePack();
                case 11 -> restore(forgotten.orElseThrow());
                case 12 -> damageRecord();
                default -> {}
            }
            if (week == WEEKS - 3) {
                keepMonths();
            }
            if (week % 4 > 1) {
                killARun();
            }
            runBoth();
            // Of a month that is over, and that the last run brought something to.
            packed.run(clock, new Stop());
            assertThat(packed.figures()).as("week " + week).isEqualTo(twin.figures());
            assertThat(doctor(packed).look().findings()).as("week " + week).isEmpty();
        }
        assertThat(killed).isGreaterThan(WEEKS / 5);
        assertIsPacked();
        assertExplainsAndVerifiesAsItsTwin();
    }

    private void makeTowns() throws IOException {
        twin = SmallTown.in(folder.resolve("twin"));
        for (Path example : SmallTown.files(twin.root().resolve("inbox"))) {
            Files.delete(example);
        }
        packed = twin.copyTo(folder.resolve("packed"));
        append(twin, "compact: false");
    }

    private static void append(SmallTown town, String setting) throws IOException {
        Path settings = town.root().resolve("config/wattpeil.yaml");
        Files.writeString(settings, Files.readString(settings) + "\n" + setting + "\n");
    }

    private void bringWeek(SmallTown town, LocalDate first) throws IOException {
        for (LocalDate day : first.datesUntil(first.plusWeeks(1)).toList()) {
            for (String meter : METERS) {
                bring(town, day + "-" + meter, meter, day, 0);
            }
        }
    }

    /** Four readings of a register that goes on by some kWh a day. */
    private void bring(SmallTown town, String name, String meter, LocalDate day, int more)
            throws IOException {
        StringBuilder text = new StringBuilder("Time;Meter;Register (kWh)\n");
        long days = day.toEpochDay() - FIRST.toEpochDay();
        for (int hour = 0; hour < 24; hour += 6) {
            double register = 1000 + days * (meter.equals("MAIN") ? 60 : 40) + hour + more * 0.1;
            text.append(DAY.format(day))
                    .append(
                            String.format(
                                    Locale.GERMANY, " %02d:00;%s;%.1f%n", hour, meter, register));
        }
        Path file = town.root().resolve("inbox/example/" + name + ".csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(1))));
    }

    private void late(LocalDate day, String name, int more) throws IOException {
        for (SmallTown town : List.of(packed, twin)) {
            bring(town, day + "-MAIN-" + name, "MAIN", day, more);
        }
    }

    private String forget(LocalDate day) throws IOException {
        String id = "";
        for (SmallTown town : List.of(packed, twin)) {
            LedgerRow row = row(town, day + "-UPS1");
            documents(town).forget(List.of(row));
            id = row.documentId();
        }
        return id;
    }

    private void restore(String id) throws IOException {
        for (SmallTown town : List.of(packed, twin)) {
            documents(town).restore(List.of(id));
        }
    }

    /** A bit of a pack is another one: its documents are read again. */
    private void damagePack() throws IOException {
        Path pack = packs().get(0);
        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 8;
        Files.write(pack, bytes);
        assertThat(doctor(packed).look().findings()).isNotEmpty();
        assertThat(doctor(packed).repair().isMended()).isTrue();
    }

    private void damageRecord() throws IOException {
        Files.delete(SmallTown.files(packed.store("_packs")).get(0));
    }

    private void keepMonths() throws IOException {
        append(packed, "keep: {meter_readings: 2}");
        append(twin, "keep: {meter_readings: 2}");
    }

    /** At a moment of the seed, or once something of a pack is there. */
    private void killARun() throws Exception {
        boolean isOfPack = random.nextBoolean();
        long milliseconds = 800 + random.nextInt(3000);
        Process run =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                OneRun.class.getName(),
                                packed.root().toString(),
                                now.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("killed.txt").toFile())
                        .start();
        if (isOfPack) {
            Path aside = packed.store("_staging/rewriting");
            while (run.isAlive() && !Files.exists(aside)) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(20));
        } else {
            run.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        }
        killed += run.isAlive() ? 1 : 0;
        run.destroyForcibly().waitFor();
    }

    private void runBoth() throws Exception {
        for (SmallTown town : List.of(packed, twin)) {
            assertThat(town.run(clock, new Stop())).isIn(Outcome.DONE, Outcome.NOTHING_TO_DO);
        }
    }

    private List<Path> packs() throws IOException {
        return SmallTown.files(packed.root().resolve(READINGS)).stream()
                .filter(file -> file.getFileName().toString().startsWith("pack-"))
                .toList();
    }

    private void assertIsPacked() throws IOException {
        List<Path> ofTwin = SmallTown.files(twin.root().resolve(READINGS));
        List<Path> own = SmallTown.files(packed.root().resolve(READINGS));
        assertThat(packs()).isNotEmpty();
        assertThat(own).hasSizeLessThan(ofTwin.size());
    }

    private void assertExplainsAndVerifiesAsItsTwin() throws Exception {
        YearMonth last = YearMonth.from(FIRST.plusWeeks(WEEKS - 1L)).minusMonths(1);
        Question question = new Question("dc_energy_total", last, Scope.ORGANISATION, Period.MONTH);
        List<String> explained = new ArrayList<>();
        List<String> verified = new ArrayList<>();
        for (SmallTown town : List.of(packed, twin)) {
            explained.add(
                    Explanations.of(Setup.load(town.root()))
                            .explain(question)
                            .toString()
                            .replaceAll("Lines@[0-9a-f]+", "Lines"));
            List<String> answers = new ArrayList<>();
            try (Verifications verifications = Verifications.of(town.root())) {
                verifications.verify(
                        Optional.empty(),
                        Optional.empty(),
                        answer ->
                                answers.add(
                                        answer.month()
                                                + " "
                                                + (answer instanceof Verifications.Computed it
                                                        ? it.isEqual()
                                                        : "impossible")));
            }
            verified.add(String.join("\n", answers));
        }
        assertThat(explained.get(0)).isEqualTo(explained.get(1));
        assertThat(verified.get(0)).isEqualTo(verified.get(1)).contains(last + " true");
    }

    private static LedgerRow row(SmallTown town, String name) {
        return Store.open(town.store("")).documents().stream()
                .filter(row -> row.name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private StoredDocuments documents(SmallTown town) {
        return StoredDocuments.of(town.root(), clock);
    }

    private Doctor doctor(SmallTown town) {
        return new Doctor(town.root(), state -> List.of(), (work, share) -> {}, clock);
    }
}
