package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.net.URI;
import java.util.List;

/** What can be said of addresses, and made of them. */
final class Addresses {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private Addresses() {}

    /** An address with one more parameter in its query. */
    static URI with(URI address, String parameter, String value) {
        String sign = address.getRawQuery() == null ? "?" : "&";
        return URI.create(
                address + sign + Template.encoded(parameter) + "=" + Template.encoded(value));
    }

    static boolean hasParameter(URI address, String parameter) {
        String query = address.getRawQuery();
        return query != null
                && List.of(query.split("&")).stream()
                        .anyMatch(part -> part.startsWith(Template.encoded(parameter) + "="));
    }

    /** The address that a link leads to from another one. */
    static URI resolved(URI base, String link) throws FetchException {
        try {
            // java.net.URI takes the last folder of the path away from before a query alone.
            return link.startsWith("?")
                    ? URI.create(withoutQuery(base) + link)
                    : base.resolve(link);
        } catch (IllegalArgumentException unusable) {
            throw new FetchException("leads to what is no address");
        }
    }

    private static String withoutQuery(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    /** The path and query of an address, at the scheme, host and port of another one. */
    static URI at(URI host, URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(
                host.getScheme() + "://" + host.getRawAuthority() + address.getRawPath() + query);
    }

    static boolean isSameHost(URI address, URI other) {
        return address.getHost() != null && address.getHost().equalsIgnoreCase(other.getHost());
    }

    /** Whether what was given to one may be given to the other: one server, and no less secret. */
    static boolean isSameServer(URI from, URI to) {
        boolean isSame =
                from.getScheme().equalsIgnoreCase(to.getScheme()) && port(from) == port(to);
        boolean isSafer = port(from) == HTTP_PORT && port(to) == HTTPS_PORT && isHttps(to);
        return isSameHost(to, from) && (isSame || isSafer);
    }

    static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    static boolean isHttp(URI address) {
        return "http".equalsIgnoreCase(address.getScheme());
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return isHttps(address) ? HTTPS_PORT : HTTP_PORT;
    }
}
