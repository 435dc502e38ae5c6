package eu.wattpeil.workspace;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * From where the pages of a server can be reached and who may look at them, as {@code
 * config/pages.yaml} says.
 *
 * @param address that they listen at
 * @param passwords the file of those who have one; empty where none are asked for
 * @param metricsToken by which a program may read metrics and health, and nothing else
 * @param certificate by which they are encrypted; empty where they are not
 * @param proxy the web servers before them; empty for none
 * @param place of what is said about who may look
 */
public record PagesSettings(
        InetAddress address,
        Optional<Path> passwords,
        Optional<SecretPlace> metricsToken,
        Optional<CertificateFiles> certificate,
        Optional<Proxy> proxy,
        Place place) {

    /** For everybody on this machine, and nobody else. */
    public static final PagesSettings LOOPBACK =
            new PagesSettings(
                    InetAddress.getLoopbackAddress(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Place.of(PagesFile.PAGES));

    /**
     * A certificate.
     *
     * @param chain in PEM, its own certificate first
     * @param key in PEM
     */
    public record CertificateFiles(Path chain, Path key) {}

    /**
     * Web servers before the pages.
     *
     * @param addresses from which they ask
     * @param userHeader by which they say who is asking, since they know; empty where they do not
     */
    public record Proxy(Set<InetAddress> addresses, Optional<String> userHeader) {

        public Proxy {
            addresses = Set.copyOf(addresses);
        }
    }

    /**
     * Reads those of a workspace.
     *
     * @throws InvalidWorkspaceException where the file is wrong
     */
    public static PagesSettings of(Workspace workspace) {
        Problems problems = new Problems();
        PagesSettings settings =
                new PagesFile(workspace.files(), System.getenv(), problems).settings();
        problems.throwIfAny();
        return settings;
    }

    /** Whether only this machine reaches them. */
    public boolean isOfThisMachine() {
        return address.isLoopbackAddress();
    }

    /** Whether whoever reaches them may look. */
    public boolean isForEverybody() {
        return passwords.isEmpty() && userHeader().isEmpty();
    }

    /** By which a web server before them says who is asking. */
    public Optional<String> userHeader() {
        return proxy.flatMap(Proxy::userHeader);
    }
}
