package eu.wattpeil.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * A file of {@code config/} or {@code jobs/}: the workspace's own, or one that comes with Wattpeil.
 */
public final class WorkspaceFile {

    private final String path;
    private final String place;
    private final Resource content;

    WorkspaceFile(String path, String place, Resource content) {
        this.path = path;
        this.place = place;
        this.content = content;
    }

    /** The path in a workspace, with forward slashes, whether it stands there or not. */
    public String path() {
        return path;
    }

    /** Where it really stands, for messages: {@code packaged/…} for what comes with Wattpeil. */
    public String place() {
        return place;
    }

    /** The bytes as they are. */
    public byte[] bytes() {
        try (InputStream input = content.getInputStream()) {
            return input.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read file: " + place, unreadable);
        }
    }

    /** The text, which must be UTF-8; a byte-order mark is dropped. */
    public String text() {
        try {
            return decoded();
        } catch (CharacterCodingException notUtf8) {
            throw new UncheckedIOException("Cannot read file as UTF-8: " + place, notUtf8);
        }
    }

    /** The text; empty, with a problem, where it is not UTF-8. */
    public Optional<String> text(Problems problems) {
        try {
            return Optional.of(decoded());
        } catch (CharacterCodingException notUtf8) {
            problems.add(place, firstLineOfOther(), "this is not UTF-8, expected UTF-8 text");
            return Optional.empty();
        }
    }

    /** The first line with bytes that are not UTF-8. */
    private int firstLineOfOther() {
        byte[] bytes = bytes();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8
                .newDecoder()
                .decode(input, CharBuffer.allocate(bytes.length + 1), true);
        int line = 1;
        for (int i = 0; i < input.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** The file's name without folders and ending. */
    String name() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.lastIndexOf('.'));
    }

    private String decoded() throws CharacterCodingException {
        String text =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
