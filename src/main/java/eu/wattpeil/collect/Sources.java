package eu.wattpeil.collect;

import eu.wattpeil.collect.source.FileSource;
import eu.wattpeil.collect.source.http.HttpSource;
import eu.wattpeil.collect.source.jdbc.JdbcSource;
import eu.wattpeil.collect.source.snmp.SnmpSource;
import eu.wattpeil.workspace.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of sources by the key that names them in a definition. One entry here adds one. */
public final class Sources {

    private static final Map<String, Kind> KINDS =
            Stream.of(
                            new Kind(
                                    "files",
                                    "files of the workspace, also packed as .gz or .zst, and in .zip or .tar",
                                    FileSource.OPTIONS,
                                    FileSource.EXAMPLE,
                                    FileSource::of),
                            new Kind(
                                    "http",
                                    "what servers answer over HTTP, page by page and day by day",
                                    HttpSource.OPTIONS,
                                    HttpSource.EXAMPLE,
                                    HttpSource::of),
                            new Kind(
                                    "jdbc",
                                    "what a database answers to a query, day by day",
                                    JdbcSource.OPTIONS,
                                    JdbcSource.EXAMPLE,
                                    JdbcSource::of),
                            new Kind(
                                    "snmp",
                                    "devices that are asked over SNMP at each run: UPS, rack PDUs,"
                                            + " printers",
                                    SnmpSource.OPTIONS,
                                    SnmpSource.EXAMPLE,
                                    SnmpSource::of))
                    .collect(
                            Collectors.toMap(
                                    Kind::name, Function.identity(), (a, b) -> b, TreeMap::new));

    private Sources() {}

    /**
     * A kind of source.
     *
     * @param name the key of its section that names it, which it must have
     * @param title where documents come from, in one line of English
     * @param options the keys of the section, this one among them
     * @param example a whole definition, in YAML
     * @param maker makes it from the section
     */
    record Kind(String name, String title, List<Option<?>> options, String example, Maker maker) {}

    /** Makes a source from the section {@code source} of a definition, and notes what is wrong. */
    @FunctionalInterface
    interface Maker {
        Source make(SourceContext context);
    }

    /** The kind of a name. */
    static Optional<Kind> named(String name) {
        return Optional.ofNullable(KINDS.get(name));
    }

    /** All kinds, by name. */
    public static Set<String> names() {
        return KINDS.keySet();
    }

    /** The source of a definition; empty where the section names none, which is noted. */
    static Optional<Source> of(SourceContext context) {
        Section section = context.section();
        List<String> named = names().stream().filter(section::has).toList();
        Optional<Source> source = Optional.empty();
        if (named.size() == 1) {
            source = named(named.get(0)).map(kind -> kind.maker().make(context));
        } else if (named.isEmpty()) {
            section.text(String.join(" or ", names()));
        } else {
            section.problem(
                    named.get(1),
                    "source has " + String.join(" and ", named) + ", expected one of them");
        }
        section.rejectUnknownKeys();
        return source;
    }
}
