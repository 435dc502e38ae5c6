package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that {@code config/} and {@code jobs/} of a workspace say, validated.
 *
 * @param root the folder that holds {@code config/} and {@code jobs/}, absolute
 * @param modelFiles the SQL files of {@code jobs/models}: the packaged ones, with the workspace's
 *     own in their place or beside them
 */
public record Workspace(
        Path root,
        Settings settings,
        List<Meter> meters,
        List<MeterEvent> events,
        List<Department> departments,
        List<Headcount> headcounts,
        List<DeviceProfile> deviceProfiles,
        List<Factor> factors,
        List<Goal> goals,
        List<Measure> measures,
        List<Definition> definitions,
        List<Report> reports,
        List<ModelFile> modelFiles) {}
