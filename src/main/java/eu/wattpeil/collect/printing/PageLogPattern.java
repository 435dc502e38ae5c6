package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.bytes.LogLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A {@code PageLogFormat} of cupsd.conf: fields and what stands between them.
 *
 * <p>{@code %p} is the printer, {@code %u} the user, {@code %j} the job number, {@code %T} the
 * time, {@code %P} the page number, {@code %C} the copies of it, {@code %{name}} an attribute of
 * the job and {@code %%} a percent sign (CUPS, {@code cupsdLogPage} in scheduler/log.c).
 *
 * @param parts in order
 */
record PageLogPattern(List<Part> parts) {

    private static final String QUOTE = "\"";

    /** What a part of a line holds. */
    enum Field {
        PRINTER("%p"),
        USER("%u"),
        JOB("%j"),
        TIME("%T"),
        PAGE("%P"),
        COUNT("%C"),
        IMPRESSIONS("%{job-impressions-completed}"),
        SHEETS("%{job-media-sheets-completed}"),
        COPIES("%{copies}"),
        BILLING("%{job-billing}"),
        MEDIA("%{media}"),
        SIDES("%{sides}"),
        /** Any other attribute: it is not looked at. */
        OTHER(""),
        /** A text that stands in every line. */
        LITERAL("");

        private final String letters;

        Field(String letters) {
            this.letters = letters;
        }

        private static Field of(String letters) {
            for (Field field : values()) {
                if (!field.letters.isEmpty() && field.letters.equals(letters)) {
                    return field;
                }
            }
            return OTHER;
        }
    }

    /**
     * A field, or a text between fields.
     *
     * @param text of a literal; empty for a field
     */
    record Part(Field field, String text) {}

    PageLogPattern {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a format; quotes around all of it are no part of it, for the lines may or may not have
     * them.
     *
     * @throws IllegalArgumentException where it does not say what a job needs
     */
    static PageLogPattern of(String format) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        String plain = unquoted(format.strip());
        for (int at = 0; at < plain.length(); at++) {
            if (plain.charAt(at) != '%') {
                literal.append(plain.charAt(at));
                continue;
            }
            int end = plain.startsWith("{", at + 1) ? plain.indexOf('}', at) : at + 1;
            if (end < 0 || end >= plain.length()) {
                throw new IllegalArgumentException(format);
            }
            String letters = plain.substring(at, end + 1);
            at = end;
            if (letters.equals("%%")) {
                literal.append('%');
                continue;
            }
            Field field = Field.of(letters);
            if (field == Field.OTHER && !letters.startsWith("%{")) {
                throw new IllegalArgumentException(format);
            }
            addLiteral(parts, literal);
            parts.add(new Part(field, ""));
        }
        addLiteral(parts, literal);
        PageLogPattern pattern = new PageLogPattern(parts);
        if (pattern.lack().isPresent()) {
            throw new IllegalArgumentException(format);
        }
        return pattern;
    }

    static String unquoted(String text) {
        boolean isQuoted = text.length() > 1 && text.startsWith(QUOTE) && text.endsWith(QUOTE);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }

    private static void addLiteral(List<Part> parts, StringBuilder literal) {
        if (!literal.isEmpty()) {
            parts.add(new Part(Field.LITERAL, LogLines.bytewise(literal.toString())));
            literal.setLength(0);
        }
    }

    boolean has(Field field) {
        return parts.stream().anyMatch(part -> part.field() == field);
    }

    /** What it does not tell of a job, but must; or a field that comes twice, or at once. */
    private Optional<String> lack() {
        Set<String> missing = new TreeSet<>();
        for (Field field : List.of(Field.PRINTER, Field.JOB, Field.TIME)) {
            if (!has(field)) {
                missing.add(field.letters.toLowerCase(Locale.ROOT));
            }
        }
        if (!has(Field.IMPRESSIONS) && !(has(Field.PAGE) && has(Field.COUNT))) {
            missing.add(Field.IMPRESSIONS.letters);
        }
        for (int i = 1; i < parts.size(); i++) {
            boolean isApart =
                    parts.get(i).field() == Field.LITERAL
                            || parts.get(i - 1).field() == Field.LITERAL;
            if (!isApart) {
                missing.add("a sign between fields");
            }
        }
        return missing.stream().findFirst();
    }
}
