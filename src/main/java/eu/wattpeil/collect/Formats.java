package eu.wattpeil.collect;

import eu.wattpeil.collect.delimited.DelimitedFormat;
import eu.wattpeil.collect.metering.FluviusFormat;
import eu.wattpeil.collect.printing.CupsPageLogFormat;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The formats by name. One line here adds one. */
public final class Formats {

    private static final Map<String, Kind> KINDS =
            new TreeMap<>(
                    Map.of(
                            "cups-page-log",
                            new Kind(
                                    Set.of("print_jobs"),
                                    CupsPageLogFormat.OPTIONS,
                                    CupsPageLogFormat::of),
                            "delimited",
                            new Kind(Set.of(), DelimitedFormat.OPTIONS, DelimitedFormat::of),
                            "fluvius",
                            new Kind(
                                    Set.of("meter_readings"),
                                    FluviusFormat.OPTIONS,
                                    FluviusFormat::of)));

    private Formats() {}

    /**
     * A format as a definition names it.
     *
     * @param datasets the datasets it can fill; empty for all
     * @param options that it reads
     * @param maker makes it from its options
     */
    record Kind(Set<String> datasets, List<Option<?>> options, Maker maker) {

        boolean fills(Dataset dataset) {
            return datasets.isEmpty() || datasets.contains(dataset.name());
        }
    }

    /** Makes a format from its options. */
    interface Maker {
        Format make(FormatContext context);
    }

    static Optional<Kind> named(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    /** All formats, by name. */
    public static Set<String> names() {
        return KINDS.keySet();
    }

    /** The options of a format that there is, in the order in which they are best read. */
    public static List<Option<?>> options(String format) {
        Kind kind = named(format).orElseThrow();
        List<Option<?>> options = new ArrayList<>(kind.options());
        if (kind.fills(Datasets.PRINT_JOBS)) {
            options.add(PersonalTexts.PRINTERS);
        }
        return options;
    }
}
