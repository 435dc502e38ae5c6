package eu.wattpeil.store.remote;

/**
 * A file of the store as it stands in the remote.
 *
 * @param path below the root of the store
 * @param bytes its size
 * @param checksum CRC-32C of its bytes
 * @param commit number of the head that named it first: with the path it is the object's name
 */
public record RemoteFile(String path, long bytes, long checksum, long commit) {

    /** The folder of all files. */
    static final String FOLDER = "data";

    /** The name of the object that has its bytes, which never has others. */
    public String object() {
        return object(commit, path);
    }

    static String object(long commit, String path) {
        return FOLDER + "/" + Head.digits(commit) + "/" + path;
    }

    /** Whether the bytes of another one are the same, wherever they stand. */
    public boolean isSameAs(RemoteFile other) {
        return bytes == other.bytes && checksum == other.checksum;
    }

    /** As a line of a head. */
    String line() {
        return commit + " " + bytes + " " + Long.toHexString(checksum) + " " + path;
    }

    static RemoteFile parse(String line) {
        String[] parts = line.split(" ", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Cannot read file of head: " + line);
        }
        return new RemoteFile(
                parts[3],
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2], 16),
                Long.parseLong(parts[0]));
    }
}
