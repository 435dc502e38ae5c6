package eu.wattpeil.collect.table;

import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.value.Length;
import eu.wattpeil.workspace.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a row becomes: one record, or by the option {@code records} several. */
final class RecordsReader {

    private static final RowConditions NONE = new RowConditions(List.of(), List.of());

    private final FormatContext context;
    private final Section options;
    private final Layout layout;
    private final Optional<Length> interval;

    RecordsReader(FormatContext context, Layout layout, Optional<Length> interval) {
        this.context = context;
        this.options = context.options();
        this.layout = layout;
        this.interval = interval;
    }

    /** At least one. */
    List<RecordSettings> read() {
        if (!TableOptions.RECORDS.isIn(options)) {
            MappingReader reader = new MappingReader(context, options, layout, false);
            List<Mapping> mappings = reader.read();
            reader.checkTimes(new TimeChecks.IntervalOption(interval.isPresent(), false));
            return List.of(new RecordSettings(NONE, interval, mappings));
        }
        TableOptions.COLUMNS.isIn(options);
        TableOptions.CONSTANTS.isIn(options);
        List<RecordSettings> records = new ArrayList<>();
        for (Section entry : TableOptions.RECORDS.read(options).orElse(List.of())) {
            records.add(entry(entry));
        }
        if (records.isEmpty()) {
            options.problem("records", "records is without an entry, expected at least one");
            return List.of(new RecordSettings(NONE, Optional.empty(), List.of()));
        }
        boolean isUsed = records.stream().anyMatch(record -> record.interval().isPresent());
        if (interval.isPresent() && !isUsed) {
            options.problem(
                    "interval",
                    "interval is given, but no record is of kind interval, expected it for these"
                            + " only");
        }
        return records;
    }

    private RecordSettings entry(Section entry) {
        TableOptions.COLUMNS.isIn(entry);
        TableOptions.CONSTANTS.isIn(entry);
        RowConditions conditions = ConditionsReader.read(entry);
        String suffix = meterSuffix(entry);
        entry.rejectUnknownKeys();
        MappingReader reader = new MappingReader(context, entry.over(options), layout, true);
        List<Mapping> mappings = reader.read();
        Optional<Length> length = reader.mayBeInterval() ? interval : Optional.empty();
        reader.checkTimes(
                new TimeChecks.IntervalOption(
                        length.isPresent(), interval.isPresent() && length.isEmpty()));
        return new RecordSettings(conditions, length, suffixed(mappings, suffix));
    }

    private String meterSuffix(Section entry) {
        Optional<String> suffix = TableOptions.METER_SUFFIX.read(entry);
        if (suffix.isPresent() && !context.dataset().name().equals("meter_readings")) {
            entry.problem(
                    "meter-suffix",
                    "meter-suffix is given for "
                            + context.dataset().name()
                            + ", expected it for meter_readings only");
        }
        return suffix.orElse("");
    }

    private static List<Mapping> suffixed(List<Mapping> mappings, String suffix) {
        return mappings.stream()
                .map(
                        mapping ->
                                mapping.column().name().equals("meter_key")
                                        ? mapping.followedBy(suffix)
                                        : mapping)
                .toList();
    }
}
