package eu.wattpeil.collect.table;

import eu.wattpeil.collect.value.Length;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import java.util.List;
import java.util.Optional;

/**
 * How a row becomes a record.
 *
 * @param conditions rows of which kind do
 * @param interval how long the intervals are; empty where the values are of no intervals, or the
 *     document says start and end
 * @param mappings one for each column of the dataset that is filled
 */
record RecordSettings(RowConditions conditions, Optional<Length> interval, List<Mapping> mappings) {

    /** Whether a document has the columns without which there is no such record. */
    boolean isIn(Header header) {
        return mappings.stream()
                .filter(mapping -> mapping.isOptional() && mapping.column().isRequired())
                .allMatch(mapping -> mapping.isIn(header));
    }

    /** How the times of the rows are written; empty where the table has none. */
    Optional<Mapping> time(Dataset dataset) {
        return mappings.stream()
                .filter(mapping -> mapping.column().name().equals(dataset.timeColumn()))
                .filter(mapping -> mapping.column().type() == ColumnType.TIMESTAMP)
                .filter(mapping -> mapping.source() instanceof Mapping.Fields)
                .findFirst();
    }
}
