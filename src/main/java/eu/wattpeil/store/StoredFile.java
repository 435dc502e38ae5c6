package eu.wattpeil.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of a document's rows, as it was when it was written.
 *
 * @param file below the root of the store
 * @param bytes its size
 * @param checksum CRC-32C of its bytes
 */
public record StoredFile(String file, long bytes, long checksum) {

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,18} [0-9a-f]{1,8}");

    /** The file as one line: {@code file bytes checksum}. */
    public String text() {
        return file + " " + bytes + " " + Long.toHexString(checksum);
    }

    /** Files as the ledger keeps them: a line each. */
    public static String text(List<StoredFile> files) {
        return files.stream().map(StoredFile::text).collect(Collectors.joining("\n"));
    }

    /**
     * Files as the ledger has kept them.
     *
     * @throws IllegalArgumentException where a line is none of {@link #text()}
     */
    public static List<StoredFile> parse(String text) {
        List<StoredFile> files = new ArrayList<>();
        for (String line : text.lines().toList()) {
            // A name may have blanks; a pattern would go back over each of thousands of lines.
            int checksum = line.lastIndexOf(' ') + 1;
            int bytes = line.lastIndexOf(' ', checksum - 2) + 1;
            boolean isRight =
                    bytes > 1 && NUMBERS.matcher(line).region(bytes, line.length()).matches();
            if (!isRight) {
                throw new IllegalArgumentException("Cannot read stored file: " + line);
            }
            files.add(
                    new StoredFile(
                            line.substring(0, bytes - 1),
                            Long.parseLong(line, bytes, checksum - 1, 10),
                            Long.parseLong(line, checksum, line.length(), 16)));
        }
        return files;
    }
}
