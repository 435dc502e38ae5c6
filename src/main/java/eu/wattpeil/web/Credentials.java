package eu.wattpeil.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What somebody says of themselves; it never prints itself. */
record Credentials(String name, String password) {

    private static final String BASIC = "basic ";
    private static final int LONGEST = 1000;

    /** What a header {@code Authorization} says by RFC 7617, in UTF-8; empty for anything else. */
    static Optional<Credentials> of(String header) {
        if (header.length() > LONGEST || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        String text;
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        Credentials said = new Credentials(text.substring(0, colon), text.substring(colon + 1));
        return said.isAcceptable() ? Optional.of(said) : Optional.empty();
    }

    private boolean isAcceptable() {
        return PasswordFile.isName(name)
                && !password.isEmpty()
                && password.getBytes(StandardCharsets.UTF_8).length <= PasswordFile.LONGEST_BYTES;
    }

    @Override
    public String toString() {
        return "(somebody)";
    }
}
