package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Which certificates are trusted, where it is not those that Java trusts. */
record Trust(String name, Path file) {

    /** Encryption that trusts the certificates of the file, and no others. */
    SSLContext context() throws FetchException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates()) {
                store.setCertificateEntry(Integer.toString(number++), certificate);
            }
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw unusable instanceof FetchException named ? named : unusable();
        }
    }

    private Collection<? extends Certificate> certificates()
            throws GeneralSecurityException, IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw unusable();
            }
            return found;
        }
    }

    /** What should be put right before it is needed; empty where nothing should. */
    Optional<String> concern() {
        try {
            context();
            return Optional.empty();
        } catch (FetchException unusable) {
            return Optional.ofNullable(unusable.getMessage());
        }
    }

    private FetchException unusable() {
        return new FetchException(
                "trust: file " + name + " cannot be read, expected certificates in PEM");
    }
}
