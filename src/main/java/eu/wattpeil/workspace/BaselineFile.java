package eu.wattpeil.workspace;

import eu.wattpeil.workspace.Baseline.Adjustment;
import eu.wattpeil.workspace.Baseline.Driver;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/baselines.yaml}. */
final class BaselineFile {

    static final String BASELINES = "config/baselines.yaml";

    private static final String ROOM = "room";
    private static final String UNTIL = "until";
    private static final String DRIVERS = "drivers";
    private static final ValueType<Driver> DRIVER = ValueType.oneOf(Driver.class);

    private final WorkspaceFiles files;
    private final ValueType<String> room;
    private final Problems problems;

    /**
     * @param roomIds that stand in {@code config/}
     */
    BaselineFile(WorkspaceFiles files, Set<String> roomIds, Problems problems) {
        this.files = files;
        this.room = ValueType.reference(roomIds, "one that stands in config/meters.csv");
        this.problems = problems;
    }

    List<Baseline> baselines() {
        List<Baseline> baselines = new ArrayList<>();
        files.find(BASELINES)
                .flatMap(file -> YamlFile.read(file, problems))
                .ifPresent(
                        file -> {
                            if (!file.has("baselines")) {
                                file.missing("baselines");
                            }
                            List<Section> entries = file.sections("baselines");
                            GoalFiles.rejectRepeatedIds(entries);
                            for (Section entry : entries) {
                                baseline(entry).ifPresent(baselines::add);
                                entry.rejectUnknownKeys();
                            }
                            file.rejectUnknownKeys();
                            rejectEndsTogether(baselines);
                        });
        return List.copyOf(baselines);
    }

    /** One that ends later takes the place of the one before; of two that end together neither. */
    private void rejectEndsTogether(List<Baseline> baselines) {
        Map<List<Object>, Baseline> first = new HashMap<>();
        for (Baseline baseline : baselines) {
            Baseline before =
                    first.putIfAbsent(List.of(baseline.roomId(), baseline.lastMonth()), baseline);
            if (before != null) {
                problems.add(
                        baseline.place().file(),
                        baseline.place().line(),
                        "until is "
                                + baseline.lastMonth()
                                + " again for room \""
                                + baseline.roomId()
                                + "\", as in "
                                + before.place()
                                + ", expected one baseline at a time");
            }
        }
    }

    private Optional<Baseline> baseline(Section entry) {
        int before = problems.count();
        Optional<String> baselineId = entry.required("id", ValueType.ID);
        Optional<String> roomId = entry.required(ROOM, room);
        Optional<YearMonth> firstMonth = entry.required("from", ValueType.MONTH);
        Optional<YearMonth> lastMonth = entry.required(UNTIL, ValueType.MONTH);
        List<Driver> drivers = drivers(entry);
        List<Adjustment> adjustments = new ArrayList<>();
        for (Section adjustment : entry.sections("adjustments")) {
            adjustment(adjustment).ifPresent(adjustments::add);
            adjustment.rejectUnknownKeys();
        }
        return problems.make(
                before,
                entry.place(UNTIL),
                () ->
                        new Baseline(
                                baselineId.orElseThrow(),
                                roomId.orElseThrow(),
                                firstMonth.orElseThrow(),
                                lastMonth.orElseThrow(),
                                drivers,
                                adjustments,
                                entry.place(UNTIL)));
    }

    private static List<Driver> drivers(Section entry) {
        List<Driver> drivers = new ArrayList<>();
        List<String> texts = entry.texts(DRIVERS);
        if (texts.isEmpty()) {
            entry.lacking(
                    DRIVERS,
                    "drivers is "
                            + (entry.has(DRIVERS) ? "empty" : "missing")
                            + ", expected what energy depends on, such as [workday]");
        }
        for (String text : texts) {
            Optional<Driver> driver = driver(entry, text);
            driver.filter(drivers::contains)
                    .ifPresent(
                            it ->
                                    entry.problem(
                                            DRIVERS,
                                            "driver is \"" + text + "\" again, expected it once"));
            driver.ifPresent(drivers::add);
        }
        return drivers;
    }

    private static Optional<Driver> driver(Section entry, String text) {
        try {
            return Optional.of(DRIVER.reader().apply(text));
        } catch (IllegalArgumentException unknown) {
            entry.problem(DRIVERS, "driver is \"" + text + "\"" + DRIVER.hint().apply(text));
            return Optional.empty();
        }
    }

    private Optional<Adjustment> adjustment(Section entry) {
        int before = problems.count();
        Optional<LocalDate> from = entry.required("from", ValueType.DAY);
        Optional<LocalDate> until = entry.optional(UNTIL, ValueType.DAY);
        Optional<BigDecimal> kwhPerDay = entry.required("kwh-per-day", ValueType.NUMBER);
        entry.text("reason");
        return problems.make(
                before,
                entry.place(),
                () -> new Adjustment(from.orElseThrow(), until, kwhPerDay.orElseThrow()));
    }
}
