package eu.wattpeil.collect;

import eu.wattpeil.workspace.Section;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a source is made from.
 *
 * @param section the {@code source} of a definition
 * @param dataset which its documents are to fill; empty for any
 * @param isPersonal whether its documents hold personal data
 * @param root the workspace, which paths in the section are relative to
 * @param zone of the organisation, for days that are asked for
 * @param environment the variables that may hold its secrets
 */
public record SourceContext(
        Section section,
        String dataset,
        boolean isPersonal,
        Path root,
        ZoneId zone,
        Map<String, String> environment) {

    public SourceContext {
        environment = Map.copyOf(environment);
    }

    /** Of documents for any dataset. */
    public SourceContext(
            Section section,
            boolean isPersonal,
            Path root,
            ZoneId zone,
            Map<String, String> environment) {
        this(section, "", isPersonal, root, zone, environment);
    }

    /** The same for a section within it. */
    public SourceContext within(Section part) {
        return new SourceContext(part, dataset, isPersonal, root, zone, environment);
    }
}
