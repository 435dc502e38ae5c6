package eu.wattpeil.workspace;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code config/recognised-measures.csv}: what the organisation itself says of a measure
 * of a list that a law names, in one room.
 *
 * @param roomId the room
 * @param measure the code of the measure in the list
 * @param applies whether its conditions are met; empty leaves that to what is measured and recorded
 * @param isTaken whether it was taken; empty leaves that to what is recorded of the room
 * @param validFrom the first day on which this holds, in the organisation's zone
 * @param validTo the last day; empty until the next row of the measure begins
 * @param document what shows it; empty for none
 * @param documentedOn the day of that document
 */
public record RecordedMeasure(
        String roomId,
        String measure,
        Optional<Boolean> applies,
        Optional<Boolean> isTaken,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String document,
        Optional<LocalDate> documentedOn) {

    public RecordedMeasure {
        Validity.require(validFrom, validTo);
        if (applies.isEmpty() && isTaken.isEmpty()) {
            throw new IllegalArgumentException(
                    "applies and taken are empty, expected yes or no in one of them");
        }
        if (documentedOn.isPresent() && document.isEmpty()) {
            throw new IllegalArgumentException(
                    "document is empty, expected the document of " + documentedOn.get());
        }
    }
}
