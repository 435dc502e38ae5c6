package eu.wattpeil.collect.source.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * From how far away a server can be reached, the nearest first. A server of the world that leads on
 * to one of this network would have its answer fetched from behind the firewall.
 */
enum Reach {
    /** From this machine alone. */
    MACHINE,
    /** From the same cable; the addresses at which clouds tell a machine its secrets, too. */
    LINK,
    /** From within the organisation: private addresses (RFC 1918, 4193, 6598). */
    SITE,
    /** From anywhere. */
    WORLD;

    private static final int IPV4_BYTES = 4;

    /**
     * That of a server, or of the nearest one behind its name. A name that nobody knows here is one
     * of the world: to ask it fails, or a proxy knows it.
     */
    static Reach of(URI address) {
        String host = address.getHost().replaceAll("^\\[|]$", "");
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .map(Reach::of)
                    .min(Enum::compareTo)
                    .orElse(WORLD);
        } catch (UnknownHostException unknown) {
            return WORLD;
        }
    }

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        boolean isIpv4 = bytes.length == IPV4_BYTES;
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || isIpv4 && first == 0) {
            return MACHINE;
        }
        if (address.isLinkLocalAddress()) {
            return LINK;
        }
        boolean isShared = isIpv4 && first == 100 && (bytes[1] & 0xc0) == 64;
        boolean isUniqueLocal = !isIpv4 && (first & 0xfe) == 0xfc;
        return address.isSiteLocalAddress() || isShared || isUniqueLocal ? SITE : WORLD;
    }

    /** Whether what asks this server may be led on to that one. */
    static boolean mayLead(URI from, URI to) {
        return Addresses.isSameHost(from, to) || Reach.of(from).compareTo(Reach.of(to)) <= 0;
    }
}
