package eu.wattpeil.web;

import eu.wattpeil.workspace.PagesSettings;
import eu.wattpeil.workspace.SecretPlace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in whom the proxy names, who says a password, and programs with the token of metrics; nobody
 * else sees anything. Who they are is kept nowhere.
 */
final class Doorkeeper extends OncePerRequestFilter {

    private static final String ASK = "Basic realm=\"Wattpeil\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer ";
    private static final int TOO_MANY_REQUESTS = 429;

    /** How long a password may wait until another one has been looked at. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Set<String> OF_PROGRAMS =
            Set.of(MonitorController.METRICS, MonitorController.HEALTH);

    private final PagesSettings settings;
    private final Optional<Passwords> passwords;
    private final Attempts attempts;

    /** One password is looked at at a time: to try many does not keep the machine busy. */
    private final Semaphore looking = new Semaphore(1);

    Doorkeeper(PagesSettings settings, Optional<Passwords> passwords, Attempts attempts) {
        this.settings = settings;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.of(request, settings.proxy());
        if (settings.isForEverybody() || isNamed(request, caller)) {
            chain.doFilter(request, response);
            return;
        }
        boolean isForToken =
                settings.metricsToken().isPresent()
                        && OF_PROGRAMS.contains(request.getRequestURI());
        if (!caller.isPrivate() || (passwords.isEmpty() && !isForToken)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (passwords.filter(it -> !it.isUsable()).isPresent()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            answer(request, response, chain, caller, isForToken);
        }
    }

    /** More than one name is none: somebody else has added to what the proxy says. */
    private boolean isNamed(HttpServletRequest request, Caller caller) {
        if (!caller.isProxy() || settings.userHeader().isEmpty()) {
            return false;
        }
        List<String> names = Collections.list(request.getHeaders(settings.userHeader().get()));
        return names.size() == 1 && !names.get(0).isBlank();
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Caller caller,
            boolean isForToken)
            throws ServletException, IOException {
        List<String> said = Collections.list(request.getHeaders("Authorization"));
        if (said.isEmpty()) {
            ask(response);
            return;
        }
        switch (verdict(said, caller, isForToken)) {
            case RIGHT -> chain.doFilter(request, response);
            case WRONG -> ask(response);
            case LATER -> {
                long seconds = attempts.wait(caller.address()).toSeconds() + 1;
                response.setHeader("Retry-After", Long.toString(seconds));
                response.sendError(TOO_MANY_REQUESTS);
            }
        }
    }

    private void ask(HttpServletResponse response) throws IOException {
        response.setHeader(
                "WWW-Authenticate", passwords.isPresent() ? ASK : "Bearer realm=\"Wattpeil\"");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** What becomes of one who says something of themselves. */
    private enum Verdict {
        RIGHT,
        WRONG,
        LATER
    }

    private Verdict verdict(List<String> said, Caller caller, boolean isForToken) {
        if (isWaiting(caller)) {
            return Verdict.LATER;
        }
        Optional<String> one = said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
        Optional<Credentials> credentials =
                passwords.isPresent() ? one.flatMap(Credentials::of) : Optional.empty();
        return (isForToken && one.filter(this::isToken).isPresent())
                        || credentials.filter(this::isRemembered).isPresent()
                ? Verdict.RIGHT
                : verdict(credentials, caller);
    }

    private Verdict verdict(Optional<Credentials> credentials, Caller caller) {
        if (!isMyTurn()) {
            return Verdict.LATER;
        }
        try {
            if (isWaiting(caller)) {
                return Verdict.LATER;
            }
            if (credentials.filter(this::isRight).isPresent()) {
                return Verdict.RIGHT;
            }
            attempts.failed(caller.address());
            return Verdict.WRONG;
        } finally {
            looking.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return looking.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isWaiting(Caller caller) {
        return !attempts.wait(caller.address()).isZero();
    }

    private boolean isRemembered(Credentials said) {
        return passwords.filter(it -> it.isRemembered(said)).isPresent();
    }

    private boolean isRight(Credentials said) {
        return passwords.filter(it -> it.isRight(said)).isPresent();
    }

    private boolean isToken(String header) {
        byte[] said = header.getBytes(StandardCharsets.UTF_8);
        return settings.metricsToken()
                .flatMap(SecretPlace::secret)
                .map(it -> (BEARER + it.value()).getBytes(StandardCharsets.UTF_8))
                .filter(it -> MessageDigest.isEqual(said, it))
                .isPresent();
    }
}
