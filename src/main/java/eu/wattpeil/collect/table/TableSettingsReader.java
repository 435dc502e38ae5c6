package eu.wattpeil.collect.table;

import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.value.Length;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.collect.value.RepeatedHour;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the options of a definition; everything that is wrong with them becomes a problem. */
public final class TableSettingsReader {

    private static final long MICROS_PER_HOUR = 3_600L * TimeText.MICROS_PER_SECOND;

    private final FormatContext context;
    private final Section options;
    private final boolean hasNames;

    private TableSettingsReader(FormatContext context, boolean hasNames) {
        this.context = context;
        this.hasNames = hasNames;
        this.options = context.options();
    }

    /**
     * The settings of a definition.
     *
     * @param hasNames whether the columns of its documents have names, or numbers only
     */
    public static TableSettings read(FormatContext context, boolean hasNames) {
        return new TableSettingsReader(context, hasNames).read();
    }

    private TableSettings read() {
        NumberSigns signs = signs();
        boolean isWide = TableOptions.LAYOUT.read(options).orElse("long").equals("wide");
        if (!isWide && options.has("wide")) {
            options.problem("wide", "wide is given for layout long, expected layout: wide with it");
        }
        Optional<TimeHeaders> times = isWide ? times() : Optional.empty();
        Optional<WideLayout> wide =
                isWide && times.isEmpty() ? Optional.of(wide()) : Optional.empty();
        Layout layout = times.isPresent() ? Layout.TIMES : isWide ? Layout.DAYS : Layout.LONG;
        TableSettings settings =
                new TableSettings(
                        context.dataset(),
                        signs,
                        TableOptions.ZONE.read(options).orElse(context.zone()),
                        TableOptions.STAMP.read(options).orElse("end").equals("start"),
                        repeatedHour(),
                        TableOptions.MISSING.read(options).orElseThrow(),
                        TableOptions.MISSING_VALUE.read(options).orElse("reject").equals("skip"),
                        ConditionsReader.read(options),
                        wide,
                        times,
                        new RecordsReader(context, layout, interval(layout)).read());
        if (!hasNames) {
            rejectHeaderTexts(settings);
        }
        return settings;
    }

    private NumberSigns signs() {
        char decimal = TableOptions.DECIMAL.read(options).orElse('.');
        char thousands = TableOptions.THOUSANDS.read(options).orElse(NumberSigns.NONE);
        if (decimal == thousands) {
            options.problem(
                    "thousands",
                    "thousands is \"" + thousands + "\", expected another sign than decimal");
            return new NumberSigns(decimal);
        }
        return new NumberSigns(decimal, thousands);
    }

    static char decimal(String text) {
        if (!text.equals(".") && !text.equals(",")) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    static char thousands(String text) {
        if (text.length() != 1 || ".,' \u2019".indexOf(text.charAt(0)) < 0) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    private RepeatedHour.Mode repeatedHour() {
        return switch (TableOptions.REPEATED_HOUR.read(options).orElse("sequential")) {
            case "interleaved" -> RepeatedHour.Mode.INTERLEAVED;
            case "reject" -> RepeatedHour.Mode.REJECT;
            default -> RepeatedHour.Mode.SEQUENTIAL;
        };
    }

    private Optional<Length> interval(Layout layout) {
        Optional<Length> interval = TableOptions.INTERVAL.read(options);
        if (layout == Layout.DAYS && options.has("interval")) {
            options.problem(
                    "interval",
                    "interval is given for layout wide, expected wide: {step: …} instead");
            return Optional.empty();
        }
        return interval;
    }

    /** Where the headers of value columns are whole times. */
    private Optional<TimeHeaders> times() {
        Optional<Section> section = TableOptions.WIDE.read(options);
        if (section.isEmpty() || !section.get().has("times")) {
            return Optional.empty();
        }
        Section wide = section.get();
        for (String other : List.of("columns", "first", "step", "count")) {
            if (wide.has(other)) {
                wide.problem(
                        other,
                        other
                                + " is given with times, expected times alone (and the option"
                                + " interval where the values are of intervals)");
            }
        }
        wide.rejectUnknownKeys();
        if (!hasNames) {
            wide.problem("times", "times is given with header: false, expected a header with them");
        }
        checkIsOfReadings();
        return Optional.of(
                new TimeHeaders(wide.optional("times", MappingReader.TIME_PATTERN).orElse("iso")));
    }

    private boolean checkIsOfReadings() {
        if (context.dataset().name().equals("meter_readings")) {
            return true;
        }
        options.problem(
                "layout",
                "layout is wide for "
                        + context.dataset().name()
                        + ", expected meter_readings as the dataset of it");
        return false;
    }

    private WideLayout wide() {
        WideLayout nothing =
                new WideLayout(Optional.empty(), "", Optional.empty(), 24, MICROS_PER_HOUR);
        if (!checkIsOfReadings()) {
            return nothing;
        }
        if (!options.has("wide")) {
            options.problem(
                    "layout", "layout is wide without wide, expected wide: {columns: \"HH:mm\"}");
            return nothing;
        }
        Section section = options.section("wide");
        Optional<Pattern> labels =
                section.optional(
                        "columns",
                        ValueType.of(
                                "the header of a value column with HH and mm for its time, such as [HH:mm]",
                                WideLayout::labelExpression));
        Optional<ColumnRef> first = section.optionalText("first").map(ColumnRef::new);
        long step = wideStep(section);
        long countedBy = step > 0 ? step : MICROS_PER_HOUR;
        int perDay = (int) (TimeText.MICROS_PER_DAY / countedBy);
        int most = (int) (25 * MICROS_PER_HOUR / countedBy);
        int count = section.optional("count", ValueType.WHOLE_NUMBER).orElse(perDay);
        if (count < 1 || count > most) {
            section.problem(
                    "count", "count is " + count + ", expected 1 to " + most + " (25 hours)");
            count = perDay;
        }
        checkOneOf(section);
        section.rejectUnknownKeys();
        return new WideLayout(
                labels, section.optionalText("columns").orElse(""), first, count, step);
    }

    private void checkOneOf(Section wide) {
        if (wide.has("columns") == wide.has("first")) {
            options.problem(
                    "wide",
                    "wide is with "
                            + (wide.has("first") ? "both" : "none")
                            + " of columns and first, expected one of them");
        }
        if (wide.has("columns") && wide.has("count")) {
            wide.problem("count", "count is given with columns, expected it with first only");
        }
        if (wide.has("columns") && !hasNames) {
            wide.problem("columns", "columns is given with header: false, expected first instead");
        }
    }

    /** The header tells it where the value columns are told by theirs: then 0. */
    private static long wideStep(Section wide) {
        ValueType<Long> step =
                ValueType.of(
                        "an ISO-8601 duration that divides an hour or is whole hours, such as PT15M",
                        TableSettingsReader::step);
        return wide.has("columns")
                ? wide.optional("step", step).orElse(0L)
                : wide.required("step", step).orElse(MICROS_PER_HOUR);
    }

    private static long step(String text) {
        long micros = Duration.parse(text).toNanos() / 1_000;
        if (!WideLayout.isStep(micros)) {
            throw new IllegalArgumentException(text);
        }
        return micros;
    }

    private void rejectHeaderTexts(TableSettings settings) {
        List<String> texts = new ArrayList<>();
        for (ColumnRef column : settings.columns()) {
            if (column.number() == 0) {
                texts.add("\"" + column.text() + "\"");
            }
        }
        if (!texts.isEmpty()) {
            options.problem(
                    "header",
                    "header is false, but columns are named "
                            + String.join(", ", texts)
                            + ", expected numbers from 1");
        }
    }
}
