package eu.wattpeil.web;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which browsers may ask for the pages. A page of somebody else, whose name was made
 * to lead to this machine, is not among them: it could read along otherwise.
 */
final class AllowedHosts {

    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;

    AllowedHosts(Set<String> others) {
        names =
                Stream.concat(OF_THIS_MACHINE.stream(), others.stream())
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    /**
     * @param host of a request, which may end with a port
     */
    boolean contains(String host) {
        return names.contains(host.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT));
    }
}
