package eu.wattpeil.collect.xml;

import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;

/**
 * The characters of an XML text within one element of our own, so that a text may have several
 * roots, or several documents one after the other. Their declarations become blanks.
 */
final class XmlText extends Reader {

    /** Between two tags there is no more than this. */
    static final int MAX_RUN = 1 << 24;

    private static final int HEAD = 1 << 14;
    private static final String BEFORE = "<all>";
    private static final String AFTER = "</all>";

    /** What the characters belong to, and what ends it. */
    private enum Part {
        CONTENT(""),
        COMMENT("-->"),
        CDATA("]]>"),
        INSTRUCTION("?>"),
        DECLARATION("?>");

        private final String end;

        Part(String end) {
            this.end = end;
        }
    }

    private final Reader in;
    private final char[] buffer = new char[HEAD];
    private int at;
    private int end;
    private boolean isSourceAtEnd;
    private Part part = Part.CONTENT;
    private String given = BEFORE;
    private boolean isAfterGiven;
    private int run;
    private boolean hasDocumentType;

    /** More text than an element of any use has. */
    static final class TooMuchTextException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    XmlText(Reader in) {
        this.in = in;
    }

    /** Whether there is nothing left of the text. */
    boolean isAtEnd() {
        return isAfterGiven;
    }

    /** Whether what was read has a document type, which is not read any further. */
    boolean hasDocumentType() {
        return hasDocumentType;
    }

    /**
     * Gives what is ahead of a comment, an instruction, a declaration, a document type or CDATA,
     * and of these no more than up to the next {@code >}: so none is behind that was not asked for.
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!given.isEmpty()) {
            int count = Math.min(length, given.length());
            given.getChars(0, count, target, offset);
            given = given.substring(count);
            return count;
        }
        if (isAfterGiven) {
            return -1;
        }
        if (!has(1)) {
            isAfterGiven = true;
            given = AFTER;
            return read(target, offset, length);
        }
        int count = part == Part.CONTENT ? giveContent(target, offset, length) : 0;
        return count > 0 ? count : giveTag(target, offset, length);
    }

    /** Gives elements and their texts; none where something else begins. */
    private int giveContent(char[] target, int offset, int length) throws IOException {
        int start = at;
        int stop = Math.min(end, at + length);
        int next = at;
        while (next < stop) {
            char c = buffer[next];
            if (c == '<'
                    && (next + 1 == end || buffer[next + 1] == '!' || buffer[next + 1] == '?')) {
                break;
            }
            count(c);
            next++;
        }
        at = next;
        System.arraycopy(buffer, start, target, offset, next - start);
        return next - start;
    }

    private int giveTag(char[] target, int offset, int length) throws IOException {
        int count = 0;
        boolean isTagEnd = false;
        while (count < length && !isTagEnd && has(1)) {
            if (part == Part.CONTENT) {
                begin();
            }
            char c = buffer[at];
            target[offset + count++] = part == Part.DECLARATION && c > ' ' ? ' ' : c;
            isTagEnd = c == '>';
            count(c);
            if (part != Part.CONTENT && isTagEnd && endsPart()) {
                part = Part.CONTENT;
            }
            at++;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void begin() throws IOException {
        if (buffer[at] != '<') {
            return;
        }
        if (isAhead("<!--")) {
            part = Part.COMMENT;
        } else if (isAhead("<![CDATA[")) {
            part = Part.CDATA;
        } else if (isAhead("<?xml") && has(6) && Character.isWhitespace(buffer[at + 5])) {
            part = Part.DECLARATION;
        } else if (isAhead("<?")) {
            part = Part.INSTRUCTION;
        } else if (isAhead("<!DOCTYPE")) {
            hasDocumentType = true;
        }
    }

    private boolean isAhead(String text) throws IOException {
        return has(text.length()) && text.contentEquals(CharBuffer.wrap(buffer, at, text.length()));
    }

    /** Whether the part ends with the character that was just read. */
    private boolean endsPart() {
        int start = at + 1 - part.end.length();
        return start >= 0 && new String(buffer, start, part.end.length()).equals(part.end);
    }

    private void count(char c) throws IOException {
        run = c == '<' || c == '>' ? 0 : run + 1;
        if (run > MAX_RUN) {
            throw new TooMuchTextException();
        }
    }

    /** Whether so many characters are there; the few before them stay in the buffer. */
    private boolean has(int count) throws IOException {
        if (end - at >= count) {
            return true;
        }
        int kept = Math.min(at, 3);
        System.arraycopy(buffer, at - kept, buffer, 0, end - at + kept);
        end = end - at + kept;
        at = kept;
        while (!isSourceAtEnd && end - at < count) {
            int more = in.read(buffer, end, buffer.length - end);
            isSourceAtEnd = more < 0;
            end += Math.max(0, more);
        }
        return end - at >= count;
    }
}
