package eu.wattpeil.report.content;

import eu.wattpeil.workspace.CsvDialect;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Factor;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.ScopeName;
import eu.wattpeil.workspace.Settings;
import eu.wattpeil.workspace.WorkingDays;
import eu.wattpeil.workspace.Workspace;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * The organisation that a report is about: what it is called, what it wants, and what it calls its
 * parts. No folder, no source and no secret of its workspace.
 *
 * @param languages of its readers, the main one first
 * @param minimumGroupSize people below which nothing is shown of a group
 * @param minimumCoverage share that must be known of a value, where its KPI asks for none
 * @param csv how its spreadsheets read text
 * @param names what its readers call its parts
 */
public record Organisation(
        String name,
        ZoneId zone,
        List<Locale> languages,
        int minimumGroupSize,
        double minimumCoverage,
        WorkingDays workingDays,
        List<Department> departments,
        List<DeviceProfile> deviceProfiles,
        List<Factor> factors,
        List<Goal> goals,
        List<Measure> measures,
        CsvDialect csv,
        List<ScopeName> names) {

    public Organisation {
        languages = List.copyOf(languages);
        departments = List.copyOf(departments);
        deviceProfiles = List.copyOf(deviceProfiles);
        factors = List.copyOf(factors);
        goals = List.copyOf(goals);
        measures = List.copyOf(measures);
        names = List.copyOf(names);
    }

    /** The organisation of a workspace. */
    public static Organisation of(Workspace workspace) {
        Settings settings = workspace.settings();
        return new Organisation(
                settings.organisationName(),
                settings.zone(),
                settings.languages(),
                settings.minimumGroupSize(),
                settings.minimumCoverage(),
                workspace.workingDays(),
                workspace.departments(),
                workspace.deviceProfiles(),
                workspace.factors(),
                workspace.goals(),
                workspace.measures(),
                settings.csv(),
                workspace.names());
    }
}
