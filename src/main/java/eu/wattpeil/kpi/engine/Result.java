package eu.wattpeil.kpi.engine;

import eu.wattpeil.workspace.Place;
import java.util.List;

/** What a goal, a measure or a baseline came to in a month, with all that it was read from. */
public sealed interface Result permits GoalResult, MeasureResult, BaselineResult {

    /** That of the goal, measure or baseline. */
    String id();

    /** Where the configuration says it. */
    Place place();

    /** The values of months and longer periods that it was read from, be they known or not. */
    List<ReadValue> readValues();

    /** The values of days that it was read from. */
    List<ReadDays> readDays();

    /** What it would be, were a value not known that it was read from. */
    Result without(ReadValue value);

    /** What it would be, were none of the days known that it was read from. */
    Result withoutDays();
}
