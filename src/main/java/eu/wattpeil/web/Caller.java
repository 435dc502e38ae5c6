package eu.wattpeil.web;

import eu.wattpeil.workspace.PagesSettings.Proxy;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Who asks, as far as the connection tells, or the proxy at its other end. What anybody else says
 * of it is not listened to.
 *
 * @param address by which somebody who tries passwords is known again
 * @param isProxy whether it is one of the proxies
 * @param isPrivate whether nobody on the way can read what is said
 */
record Caller(String address, boolean isProxy, boolean isPrivate) {

    static Caller of(HttpServletRequest request, Optional<Proxy> proxy) {
        String peer = request.getRemoteAddr();
        InetAddress address = address(peer);
        boolean isProxy = proxy.filter(it -> it.addresses().contains(address)).isPresent();
        if (!isProxy) {
            return new Caller(peer, false, request.isSecure() || address.isLoopbackAddress());
        }
        boolean isPrivate =
                Collections.list(request.getHeaders("X-Forwarded-Proto")).equals(List.of("https"));
        return new Caller(forwardedFor(request).orElse(peer), true, isPrivate);
    }

    /** The last one of them: that is what the proxy itself has seen. */
    private static Optional<String> forwardedFor(HttpServletRequest request) {
        return Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .reduce((first, second) -> second)
                .map(it -> it.substring(it.lastIndexOf(',') + 1).strip())
                .filter(it -> !it.isEmpty());
    }

    /** Of a connection there are digits only, which nobody is asked about. */
    private static InetAddress address(String digits) {
        try {
            return InetAddress.getByName(digits);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(digits, impossible);
        }
    }
}
