package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * What a format is made from. A format notes what is wrong with its options in {@code
 * options.problems()} and asks for every key it knows; the caller names the unknown ones.
 *
 * @param options the {@code options} of the definition
 * @param dataset the table to fill
 * @param zone the organisation's zone, for local times
 * @param departmentIds the departments of the organisation
 * @param categories texts of inventories with the category of devices that they mean
 * @param files those of the workspace and of Wattpeil
 */
public record FormatContext(
        Section options,
        Dataset dataset,
        ZoneId zone,
        Set<String> departmentIds,
        Map<String, String> categories,
        WorkspaceFiles files) {

    public FormatContext {
        departmentIds = Set.copyOf(departmentIds);
        categories = Map.copyOf(categories);
    }

    /** Without categories that are known. */
    public FormatContext(Section options, Dataset dataset, ZoneId zone, Set<String> departmentIds) {
        this(options, dataset, zone, departmentIds, Map.of());
    }

    /** With the files that come with Wattpeil alone. */
    FormatContext(
            Section options,
            Dataset dataset,
            ZoneId zone,
            Set<String> departmentIds,
            Map<String, String> categories) {
        this(options, dataset, zone, departmentIds, categories, WorkspaceFiles.packaged());
    }
}
