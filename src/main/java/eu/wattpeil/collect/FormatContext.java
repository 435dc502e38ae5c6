package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Section;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a format is made from. A format notes what is wrong with its options in {@code
 * options.problems()} and asks for every key it knows; the caller names the unknown ones.
 *
 * @param options the {@code options} of the definition
 * @param dataset the table to fill
 * @param zone the organisation's zone, for local times
 * @param departmentIds the departments of the organisation
 */
public record FormatContext(
        Section options, Dataset dataset, ZoneId zone, Set<String> departmentIds) {}
