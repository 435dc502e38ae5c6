package eu.wattpeil.collect;

import eu.wattpeil.workspace.Section;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/** What sources of tests are made from. */
public final class TestSource {

    private TestSource() {}

    /** Of data that is nobody's, in Brussels, with no environment. */
    public static SourceContext context(Path root, Section section) {
        return new SourceContext(section, false, root, ZoneId.of("Europe/Brussels"), Map.of());
    }
}
