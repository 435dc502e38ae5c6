package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What went wrong on the way, in words of ours: those of the libraries name hosts. */
final class Failures {

    private static final int MOST_CAUSES = 10;

    private Failures() {}

    /** An answer cannot be written: it is not the origin that fails. */
    static final class Unwritable extends IOException {

        private static final long serialVersionUID = 1L;

        private final IOException reason;

        Unwritable(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** What to throw instead; what may go well another time is a {@link RetryableException}. */
    static IOException named(IOException failure, Limits limits) {
        if (failure instanceof Unwritable unwritable) {
            return unwritable.reason;
        }
        if (failure instanceof FetchException
                || failure instanceof RefusedException
                || failure instanceof RetryableException
                || failure instanceof InterruptedIOException) {
            return failure;
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return again("accepts no connection within " + limits.connect() + " (connect-timeout)");
        }
        if (failure instanceof HttpTimeoutException) {
            return again("gives no answer within " + limits.read() + " (read-timeout)");
        }
        if (has(failure, UnresolvedAddressException.class)) {
            return again("has a name that is not known in this network");
        }
        if (failure instanceof ConnectException) {
            return again("accepts no connection");
        }
        if (failure instanceof SSLException) {
            return new FetchException(ofTls(failure));
        }
        return again("breaks the connection off before the answer is whole");
    }

    private static RetryableException again(String message) {
        return new RetryableException(message, Optional.empty());
    }

    private static String ofTls(IOException failure) {
        if (has(failure, CertificateExpiredException.class)
                || has(failure, CertificateNotYetValidException.class)) {
            return "shows a certificate that is not valid today";
        }
        if (has(failure, CertPathBuilderException.class)) {
            return "shows a certificate of no authority that is trusted, expected one;"
                    + " trust: FILE names the certificates, in PEM, of an authority of your own";
        }
        if (has(failure, CertificateException.class)) {
            return "shows a certificate that is not for its name, expected one that is";
        }
        return "agrees on no encryption (TLS)";
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        int causes = 0;
        for (Throwable cause = failure; cause != null && causes++ < MOST_CAUSES; ) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
