package eu.wattpeil.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The goals that laws and agreements set, as files in {@code jobs/goals}: an entry {@code template:
 * NAME} of {@code config/goals.yaml} stands for all goals of one. What is the organisation's own,
 * such as what was used in the year of reference, stands below the id of its goal.
 */
final class GoalTemplates {

    private static final String FOLDER = "jobs/goals";
    private static final String TEMPLATE = "template";

    private final Problems problems;
    private final WorkspaceFiles files;
    private final Map<String, Section> templates = new TreeMap<>();

    GoalTemplates(WorkspaceFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** The entry itself, or the goals of the template that it takes. */
    List<Section> goals(Section entry) {
        if (!entry.has(TEMPLATE)) {
            return List.of(entry);
        }
        if (templates.isEmpty()) {
            templates.putAll(files.sections(FOLDER, problems));
        }
        String name = entry.text(TEMPLATE);
        Section template = templates.get(name);
        if (template == null) {
            entry.problem(
                    TEMPLATE,
                    "template is \"" + name + "\"" + Spelling.hint(name, templates.keySet()));
            return List.of();
        }
        List<Section> goals = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section goal : template.sections("goals")) {
            String id = goal.text("id");
            ids.add(id);
            goals.add(entry.has(id) ? entry.section(id).over(goal) : goal);
        }
        template.rejectUnknownKeys();
        ids.forEach(entry::has);
        entry.rejectUnknownKeys();
        return goals;
    }
}
