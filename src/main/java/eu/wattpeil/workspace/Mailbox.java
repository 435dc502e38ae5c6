package eu.wattpeil.workspace;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where mail goes to or comes from. It is personal data, and never prints itself.
 *
 * @param name of who reads there; empty where it is not given
 * @param address in ASCII, as RFC 5321 writes it without quotes
 */
public record Mailbox(String name, String address) {

    /** How it is written, in words that finish "expected …". */
    static final String EXPECTED = "one such as jan@example.org or Jan <jan@example.org>";

    private static final int MOST_CHARACTERS = 254;
    private static final Pattern WITH_NAME =
            Pattern.compile("\\s*\"?([^<>\"\\p{Cc}\\p{Zl}\\p{Zp}]*?)\"?\\s*<([^<>]*)>\\s*");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

    /** What needs no quotes: no blank, line break, comma or bracket can be in it. */
    private static final Pattern ADDRESS =
            Pattern.compile(ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*");

    /** What a text says; empty where it is no address of mail. */
    static Optional<Mailbox> of(String text) {
        Matcher named = WITH_NAME.matcher(text);
        boolean hasName = named.matches();
        return ascii(hasName ? named.group(2) : text.strip())
                .map(address -> new Mailbox(hasName ? named.group(1) : "", address));
    }

    /** The domain of the address. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** The address as two ways of writing it have in common. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "(mailbox)";
    }

    /** Domains may have letters of any language; they travel in ASCII. */
    private static Optional<String> ascii(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || address.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            String text = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
            return Optional.of(text).filter(ADDRESS.asMatchPredicate());
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }
}
