package eu.wattpeil.collect.source.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * An answer whose bytes have been read.
 *
 * @param address that gave it, after redirects
 */
record Exchange(URI address, int status, HttpHeaders headers) {

    static final int OK = 200;
    static final int NOTHING = 204;
    static final int PART = 206;

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    List<String> headers(String name) {
        return headers.allValues(name);
    }
}
