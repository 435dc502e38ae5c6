package eu.wattpeil.collect;

import eu.wattpeil.workspace.Definition;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * The definitions of a workspace, ready to run.
 *
 * @param all by name
 */
public record Intakes(List<Intake> all) {

    public Intakes {
        all = List.copyOf(all);
    }

    /** Makes the formats; what is wrong in a definition is noted. */
    public static Intakes of(Workspace workspace, Problems problems) {
        List<Intake> intakes = new ArrayList<>();
        Pseudonym pseudonym = new Pseudonym(workspace.settings().pseudonymKey());
        PresetCheck.check(workspace, pseudonym, problems);
        for (Definition definition : workspace.definitions()) {
            Intake.of(workspace, definition, pseudonym, problems).ifPresent(intakes::add);
        }
        return new Intakes(intakes);
    }

    /** The definition of that name. */
    Intake named(String name) {
        return all.stream().filter(intake -> intake.name().equals(name)).findFirst().orElseThrow();
    }
}
