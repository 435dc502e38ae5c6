package eu.wattpeil.report.words;

import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Scope;
import java.util.HashMap;
import java.util.Map;

/** The names that readers know scopes by. */
public final class Scopes {

    private final Map<String, String> departments = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();
    private final String organisation;

    public Scopes(Organisation described) {
        organisation = described.name();
        for (Department department : described.departments()) {
            departments.put(department.departmentId(), department.name());
        }
        for (DeviceProfile profile : described.deviceProfiles()) {
            categories.put(profile.categoryId(), profile.name());
        }
    }

    /** The name where the workspace gives one, else the id. */
    public String name(Scope scope) {
        return switch (scope.kind()) {
            case Scope.ORGANISATION_KIND -> organisation;
            case Scope.DEPARTMENT_KIND -> departments.getOrDefault(scope.id(), scope.id());
            case Scope.CATEGORY_KIND -> categories.getOrDefault(scope.id(), scope.id());
            default -> scope.id();
        };
    }
}
