package eu.wattpeil.collect.json;

import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.tree.Nodes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The values of a JSON text as nodes: numbers as they are written, null as a node without a text.
 *
 * <p>Borne are control characters within texts and the words NaN and Infinity, which some programs
 * write.
 */
final class JsonNodes implements Nodes {

    private static final int MAX_NESTING = 500;
    private static final int MAX_STRING = 1 << 24;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_RS_CONTROL_CHAR)
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_NESTING)
                                    .maxStringLength(MAX_STRING)
                                    .build())
                    .build();

    private static final Damage NONE = new Damage("", "", false);

    private final JsonText text;
    private JsonParser parser;
    private long firstLine = 1;
    private long roots;
    private Event last = Event.CLOSE;
    private String name = "";
    private int index = -1;
    private boolean isScalar;
    private boolean hasText;
    private boolean isLost;
    private boolean isAhead;
    private Damage damage = NONE;

    /** The nodes of a text, which is closed with them. */
    JsonNodes(TextDocument document) throws IOException {
        text = new JsonText(reader(document));
        parser = parser();
    }

    private static InputStreamReader reader(TextDocument document) {
        Charset charset = document.charset();
        return new InputStreamReader(
                document.stream(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private JsonParser parser() {
        firstLine = text.line();
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    /** A parser of a text, which bears what is borne here. */
    static JsonParser parser(String text) {
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    @Override
    public Event next() throws IOException {
        last = following();
        return last;
    }

    private Event following() throws IOException {
        if (isLost) {
            isLost = false;
            return Event.BROKEN;
        }
        if (last == Event.BROKEN && !resume()) {
            return Event.END;
        }
        if (isScalar && last == Event.OPEN && hasText) {
            return Event.TEXT;
        }
        if (isScalar) {
            isScalar = false;
            return Event.CLOSE;
        }
        try {
            JsonToken token = isAhead ? parser.currentToken() : parser.nextToken();
            isAhead = false;
            while (token == JsonToken.PROPERTY_NAME || token == null && nextRoot()) {
                token = parser.nextToken();
            }
            return token == null ? Event.END : event(token);
        } catch (JacksonException broken) {
            damage = damage(broken);
            return Event.BROKEN;
        }
    }

    private Event event(JsonToken token) {
        if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            countRoot();
            if (text.isByLines() && parser.streamReadContext().inRoot()) {
                // The rest of a broken line says that it is broken before its value counts.
                parser.nextToken();
                isAhead = true;
            }
            return Event.CLOSE;
        }
        isScalar = token.isScalarValue();
        hasText = isScalar && token != JsonToken.VALUE_NULL;
        TokenStreamContext context = parser.streamReadContext();
        TokenStreamContext parent = isScalar ? context : context.getParent();
        index = parent.inArray() ? parent.getCurrentIndex() : -1;
        String key = index < 0 ? parser.currentName() : "";
        name = key == null ? "" : key;
        return Event.OPEN;
    }

    private void countRoot() {
        roots += parser.streamReadContext().inRoot() ? 1 : 0;
    }

    /** Goes to the next line where each is read for itself; false after the last. */
    private boolean nextRoot() throws IOException {
        if (!text.isByLines() || !text.nextLine()) {
            return false;
        }
        parser = parser();
        return true;
    }

    /** Goes to where values can be read again, after one that was broken. */
    private boolean resume() throws IOException {
        isScalar = false;
        isAhead = false;
        boolean isFurther = text.isByLines() ? text.nextLine() : roots > 0 && text.nextValueLine();
        if (isFurther) {
            parser = parser();
        }
        return isFurther;
    }

    /** In words of our own: those of the parser quote the text. */
    private Damage damage(JacksonException broken) throws IOException {
        if (broken instanceof JacksonIOException unreadable) {
            throw unreadable.getCause();
        }
        boolean isCutOff = broken instanceof UnexpectedEndOfInputException;
        String what = text.isByLines() ? "a whole JSON value in the line" : "JSON up to its end";
        if (isCutOff) {
            String found = text.isByLines() ? "one that is cut off" : "a document that is cut off";
            return new Damage(what, found, !text.isByLines() || text.isAtEnd());
        }
        if (broken instanceof StreamConstraintsException) {
            return new Damage(
                    "JSON of at most "
                            + MAX_NESTING
                            + " levels, numbers of at most 1000 digits and texts of at most "
                            + MAX_STRING
                            + " characters",
                    "more" + place(),
                    false);
        }
        return new Damage(what, "something else" + place(), false);
    }

    private String place() {
        int column = parser.currentLocation().getColumnNr();
        return text.isByLines()
                ? " at character " + column
                : " in line "
                        + (firstLine + parser.currentLocation().getLineNr() - 1)
                        + " at character "
                        + column;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public boolean isNested() {
        return !isScalar;
    }

    @Override
    public boolean isAttribute() {
        return false;
    }

    @Override
    public @Nullable String attribute(String name) {
        return null;
    }

    @Override
    public @Nullable String text() throws IOException {
        try {
            return parser.getString();
        } catch (JacksonException broken) {
            damage = damage(broken);
            isLost = true;
            return null;
        }
    }

    @Override
    public void skip() throws IOException {
        if (isScalar) {
            hasText = false;
            return;
        }
        try {
            parser.skipChildren();
            // Its end was passed over too, and comes as that of a value without a text.
            countRoot();
            isScalar = true;
            hasText = false;
        } catch (JacksonException broken) {
            damage = damage(broken);
            isLost = true;
        }
    }

    @Override
    public long line() {
        return text.isByLines() ? text.line() : 0;
    }

    @Override
    public Damage damage() {
        return damage;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
