package eu.wattpeil.report.words;

import eu.wattpeil.report.content.Organisation;
import eu.wattpeil.workspace.Department;
import eu.wattpeil.workspace.DeviceProfile;
import eu.wattpeil.workspace.Goal;
import eu.wattpeil.workspace.Measure;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.ScopeName;
import java.util.HashMap;
import java.util.Map;

/** The names that readers of a language know scopes by. */
public final class Scopes {

    private static final String GOAL = "goal";
    private static final String MEASURE = "measure";

    private final Words words;
    private final Map<Scope, String> names = new HashMap<>();

    public Scopes(Organisation described, Words words) {
        this.words = words;
        names.put(Scope.ORGANISATION, described.name());
        for (Department department : described.departments()) {
            name(Scope.DEPARTMENT_KIND, department.departmentId(), department.name());
        }
        for (DeviceProfile profile : described.deviceProfiles()) {
            name(Scope.CATEGORY_KIND, profile.categoryId(), translated(profile));
        }
        for (Goal goal : described.goals()) {
            name(GOAL, goal.goalId(), words.pick(goal.title()));
        }
        for (Measure measure : described.measures()) {
            name(MEASURE, measure.measureId(), words.pick(measure.title()));
        }
        for (ScopeName own : described.names()) {
            names.put(own.scope(), words.pick(own.name()));
        }
    }

    /** The name where the workspace or the language has one, else the id. */
    public String name(Scope scope) {
        String name = names.get(scope);
        return name == null ? words.find(scope.kind() + "." + scope.id()).orElse(scope.id()) : name;
    }

    private void name(String kind, String id, String name) {
        names.put(new Scope(kind, id), name);
    }

    /** Classes that come with Wattpeil have a word in each language; own names stay as they are. */
    private String translated(DeviceProfile profile) {
        String key = "category." + profile.categoryId();
        boolean isPackaged = words.inEnglish(key).filter(profile.name()::equals).isPresent();
        return isPackaged ? words.find(key).orElse(profile.name()) : profile.name();
    }
}
