package eu.wattpeil.collect;

import eu.wattpeil.collect.source.FileSource;
import eu.wattpeil.workspace.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kinds of sources by the key that names them in a definition. One line here adds one. */
final class Sources {

    private static final Map<String, Maker> KINDS = new TreeMap<>(Map.of("files", FileSource::of));

    private Sources() {}

    /** Makes a source from the section {@code source} of a definition, and notes what is wrong. */
    @FunctionalInterface
    interface Maker {
        Source make(SourceContext context);
    }

    /** The source of a definition; empty where the section names none, which is noted. */
    static Optional<Source> of(SourceContext context) {
        Section section = context.section();
        List<String> named = KINDS.keySet().stream().filter(section::has).toList();
        Maker maker = named.size() == 1 ? KINDS.get(named.get(0)) : null;
        Optional<Source> source = Optional.empty();
        if (maker != null) {
            source = Optional.of(maker.make(context));
        } else if (named.isEmpty()) {
            section.text(String.join(" or ", KINDS.keySet()));
        } else {
            section.problem(
                    named.get(1),
                    "source has " + String.join(" and ", named) + ", expected one of them");
        }
        section.rejectUnknownKeys();
        return source;
    }
}
