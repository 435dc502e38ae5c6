package eu.wattpeil.web;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.failure.ExplainedException;
import eu.wattpeil.workspace.FileRights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Names with hashes of their passwords by bcrypt, a line each: {@code els:$2y$12$…}, as {@code
 * htpasswd -B} writes it. Lines that are empty or begin with {@code #} say nothing. No message has
 * a name or a hash in it.
 */
public final class PasswordFile {

    /** With fewer characters a password is found by trying. */
    public static final int SHORTEST = 12;

    /** What bcrypt takes of a password, in bytes; it would leave out the rest in silence. */
    public static final int LONGEST_BYTES = 72;

    private static final Pattern NAME = Pattern.compile("[^:\\p{Cntrl}]{1,100}");
    private static final Pattern HASH =
            Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");

    /** Some tenths of a second for each trial. */
    private static final int COST = 12;

    private static final int LEAST_COST = 10;
    private static final int MOST_COST = 15;
    private static final int MOST_BYTES = 1_000_000;

    private final Path file;
    private final List<String> lines;

    private PasswordFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = List.copyOf(lines);
    }

    /** The file cannot be used. */
    static final class UnusableException extends ExplainedException {

        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }

    /** What is in a file; nothing where it is not there. */
    public static PasswordFile at(Path file) throws IOException {
        return new PasswordFile(file, Files.exists(file) ? read(file) : List.of());
    }

    private static List<String> read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * The hashes by name.
     *
     * @throws UnusableException where the file is not there, other accounts may read it, or a line
     *     is wrong
     */
    static Map<String, String> hashes(Path file) {
        String place = "passwords: file " + file;
        List<String> lines;
        try {
            if (FileRights.isOpenToOthers(file)) {
                throw new UnusableException(
                        place
                                + " can be read by other accounts, expected only by that of Wattpeil"
                                + " (chmod 600)");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new UnusableException(place + " is larger than 1 MB, expected a line each");
            }
            lines = read(file);
        } catch (IOException unreadable) {
            throw new UnusableException(
                    place
                            + " is missing or cannot be read, expected names with passwords in it"
                            + " (wattpeil password NAME)");
        }
        Map<String, String> hashes = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line, hashes, place + ", line " + (i + 1));
            }
        }
        return Collections.unmodifiableMap(hashes);
    }

    private static void add(String line, Map<String, String> hashes, String place) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new UnusableException(place + ": this has no colon, expected NAME:HASH");
        }
        Matcher hash = HASH.matcher(line.substring(colon + 1));
        if (!hash.matches()) {
            throw new UnusableException(
                    place
                            + ": the hash is not one of bcrypt, expected one as wattpeil password or"
                            + " htpasswd -B makes it");
        }
        int cost = Integer.parseInt(hash.group(1));
        if (cost < LEAST_COST || cost > MOST_COST) {
            throw new UnusableException(
                    place
                            + ": the cost of the hash is "
                            + cost
                            + ", expected "
                            + LEAST_COST
                            + " to "
                            + MOST_COST
                            + " (htpasswd -B -C "
                            + COST
                            + ")");
        }
        if (hashes.put(line.substring(0, colon), hash.group()) != null) {
            throw new UnusableException(place + ": the name is there twice, expected it once");
        }
    }

    /** Whether a name can have a password. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.startsWith("#") && name.strip().equals(name);
    }

    public boolean has(String name) {
        return lines.stream().anyMatch(line -> isOf(line, name));
    }

    /** The same, and somebody with a password in it; another one where they had one. */
    public PasswordFile with(String name, String password) {
        String line = name + ":" + BCrypt.hashpw(password, BCrypt.gensalt(COST));
        List<String> others = new ArrayList<>(lines);
        if (has(name)) {
            others.replaceAll(it -> isOf(it, name) ? line : it);
        } else {
            others.add(line);
        }
        return new PasswordFile(file, others);
    }

    /** The same without somebody. */
    public PasswordFile without(String name) {
        return new PasswordFile(file, lines.stream().filter(line -> !isOf(line, name)).toList());
    }

    /** Writes it, for the account of this program alone. */
    public void write() throws IOException {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        Disk.local().replace(file, text.getBytes(StandardCharsets.UTF_8), Access.OWNER);
    }

    private static boolean isOf(String line, String name) {
        return line.startsWith(name + ":");
    }
}
