package eu.wattpeil.web;

import eu.wattpeil.workspace.FileRights;
import eu.wattpeil.workspace.PagesSettings.CertificateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.net.jsse.PEMFile;

/** Looks at a certificate before browsers do. */
final class CertificateCheck {

    private static final byte[] ANYTHING = {1, 2, 3};

    private CertificateCheck() {}

    /** Why browsers would not take it, in a sentence; empty where they may. */
    static Optional<String> fault(CertificateFiles files, Clock clock) {
        String chain = "certificate: file " + files.chain();
        String key = "key: file " + files.key();
        if (FileRights.isOpenToOthers(files.key())) {
            return Optional.of(
                    key
                            + " can be read by other accounts, expected only by that of Wattpeil"
                            + " (chmod 600)");
        }
        List<X509Certificate> certificates =
                read(files.chain()).map(PEMFile::getCertificates).orElse(List.of());
        if (certificates.isEmpty()) {
            return Optional.of(chain + " cannot be read, expected a certificate in PEM");
        }
        Optional<PrivateKey> privateKey = read(files.key()).map(PEMFile::getPrivateKey);
        if (privateKey.isEmpty()) {
            return Optional.of(key + " cannot be read, expected a key without a password in PEM");
        }
        X509Certificate own = certificates.get(0);
        if (!isPair(privateKey.get(), own.getPublicKey())) {
            return Optional.of(key + " is not that of the certificate, expected its own");
        }
        if (own.getNotAfter().toInstant().isBefore(clock.instant())) {
            return Optional.of(
                    chain
                            + " is valid until "
                            + own.getNotAfter().toInstant()
                            + ", expected one that is valid now");
        }
        return Optional.empty();
    }

    private static Optional<PEMFile> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new PEMFile(file.toString(), in, null, null));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPair(PrivateKey key, PublicKey certified) {
        try {
            Signature signature = Signature.getInstance(algorithm(key));
            signature.initSign(key);
            signature.update(ANYTHING);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(ANYTHING);
            return signature.verify(signed);
        } catch (GeneralSecurityException others) {
            return false;
        }
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm().toUpperCase(Locale.ROOT)) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
