package eu.wattpeil.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Knows the passwords of a file, and follows it. A wrong name takes as long as a wrong password.
 * What was right is remembered, since a browser says it with each request, as long as the file
 * stays as it is; not as it was said, but so that only this process knows it again.
 */
final class Passwords {

    private static final String DIGEST = "HmacSHA256";
    private static final int MOST_REMEMBERED = 1000;

    /** Of nobody: made of a password that was thrown away. */
    private final String nobody = BCrypt.hashpw(random(), BCrypt.gensalt(12));

    private final Path file;
    private final Consumer<String> trouble;
    private final Set<String> remembered = new HashSet<>();
    private final SecretKeySpec key;
    private String stamp = "";
    private Optional<Map<String, String>> hashes = Optional.empty();

    /**
     * @param trouble is told, once, what is wrong with the file while it is used
     * @throws PasswordFile.UnusableException where it cannot be used at the beginning
     */
    Passwords(Path file, Consumer<String> trouble) {
        this.file = file;
        this.trouble = trouble;
        key = new SecretKeySpec(random().getBytes(StandardCharsets.UTF_8), DIGEST);
        stamp = stamp();
        hashes = Optional.of(PasswordFile.hashes(file));
    }

    /** Whether the file can be used; where it cannot, nobody has a password. */
    synchronized boolean isUsable() {
        follow();
        return hashes.isPresent();
    }

    /** Whether it was right a moment ago. */
    synchronized boolean isRemembered(Credentials said) {
        follow();
        return remembered.contains(digest(said));
    }

    /** Whether somebody has that password; takes some tenths of a second. */
    boolean isRight(Credentials said) {
        Optional<String> hash = hash(said.name());
        boolean isRight = BCrypt.checkpw(said.password(), hash.orElse(nobody)) && hash.isPresent();
        if (isRight) {
            remember(said, hash.get());
        }
        return isRight;
    }

    private synchronized Optional<String> hash(String name) {
        follow();
        return hashes.flatMap(it -> Optional.ofNullable(it.get(name)));
    }

    /** Only where the file is still the same: it may have changed meanwhile. */
    private synchronized void remember(Credentials said, String hash) {
        if (hash(said.name()).filter(hash::equals).isPresent()) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.add(digest(said));
        }
    }

    private void follow() {
        String now = stamp();
        if (now.equals(stamp)) {
            return;
        }
        stamp = now;
        remembered.clear();
        try {
            hashes = Optional.of(PasswordFile.hashes(file));
        } catch (PasswordFile.UnusableException unusable) {
            hashes = Optional.empty();
            trouble.accept(unusable.getMessage() + "; until then nobody can log in with one");
        }
    }

    private String stamp() {
        try {
            BasicFileAttributes it = Files.readAttributes(file, BasicFileAttributes.class);
            String rights =
                    file.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? Files.getPosixFilePermissions(file).toString()
                            : "";
            return it.size() + " " + it.lastModifiedTime() + " " + it.fileKey() + " " + rights;
        } catch (IOException gone) {
            return "none";
        }
    }

    private String digest(Credentials said) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            byte[] name = said.name().getBytes(StandardCharsets.UTF_8);
            mac.update(Integer.toString(name.length).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) ':');
            mac.update(name);
            mac.update(said.password().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
