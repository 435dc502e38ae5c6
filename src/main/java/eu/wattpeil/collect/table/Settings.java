package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.Length;
import eu.wattpeil.collect.value.NumberSigns;
import eu.wattpeil.store.Dataset;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a definition, read and checked.
 *
 * @param delimiter empty where it is to be found
 * @param skipLines lines before the header; empty where the header is to be found
 * @param interval how long the intervals are; empty where the values are of no intervals, or the
 *     document says start and end
 * @param isStartStamped whether {@code measured_at} in the document is the start of the interval
 * @param missing texts that stand for no value
 * @param ignoreRowsWithout columns of the document without which a row is passed over
 * @param only per column of the document the texts of the rows to read
 */
public record Settings(
        Dataset dataset,
        Optional<Character> delimiter,
        NumberSigns signs,
        Charset charset,
        Optional<Integer> skipLines,
        boolean hasHeader,
        ZoneId zone,
        Optional<Length> interval,
        boolean isStartStamped,
        RepeatedHour.Mode repeatedHour,
        List<String> missing,
        List<ColumnRef> ignoreRowsWithout,
        Map<ColumnRef, Set<String>> only,
        Optional<WideLayout> wide,
        List<Mapping> mappings) {

    /** Every column of the document that the definition names. */
    public List<ColumnRef> columns() {
        List<ColumnRef> columns = new ArrayList<>();
        for (Mapping mapping : mappings) {
            if (mapping.source() instanceof Mapping.Fields fields) {
                columns.addAll(fields.columns());
            }
        }
        columns.addAll(ignoreRowsWithout);
        columns.addAll(only.keySet());
        wide.flatMap(WideLayout::first).ifPresent(columns::add);
        return columns.stream().distinct().toList();
    }
}
