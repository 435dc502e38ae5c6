package eu.wattpeil.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody in but those who read, and lets browsers do no more than show. */
final class Guard extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    /** Published files say for themselves what they need. */
    private static final String POLICY_OF_FILES = "frame-ancestors 'none'";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /**
     * By which the page of all figures, a file that knows of no server, sees that this one explains
     * values.
     */
    private static final String EXPLAINS = "wattpeil-explain";

    private final AllowedHosts hosts;

    Guard(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isFile = request.getRequestURI().startsWith(PagesConfiguration.REPORTS);
        response.setHeader("Content-Security-Policy", isFile ? POLICY_OF_FILES : POLICY);
        if (isFile) {
            response.setHeader("Server-Timing", EXPLAINS);
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        String host = request.getHeader("Host");
        if (host == null || !hosts.contains(host)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
