package eu.wattpeil.collect.xml;

import eu.wattpeil.collect.tree.Nodes;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an XML text as nodes below one without a name, and their attributes as nodes
 * whose names begin with @. Names are local: prefixes and namespaces are not looked at. A document
 * type is never read.
 */
final class XmlNodes implements Nodes {

    private static final int MAX_NESTING = 500;
    private static final Damage NONE = new Damage("", "", false);

    private final XmlText text;
    private final XMLStreamReader reader;
    private boolean isStarted;
    private boolean isInside;
    private int depth;
    private int attribute;
    private int attributes;
    private boolean isInAttribute;
    private boolean isSkipped;
    private boolean isLost;
    private boolean isAtEnd;
    private String name = "";
    private Event last = Event.CLOSE;
    private Damage damage = NONE;

    /** The nodes of a text, which is closed with them. */
    XmlNodes(Reader in) throws IOException {
        text = new XmlText(in);
        try {
            reader = factory().createXMLStreamReader(text);
        } catch (XMLStreamException broken) {
            throw failure(broken);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private static IOException failure(XMLStreamException broken) {
        return broken.getNestedException() instanceof IOException unreadable
                ? unreadable
                : new IOException(broken);
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
        if (isAtEnd) {
            return Event.END;
        }
        if (!isStarted) {
            isStarted = true;
            return Event.OPEN;
        }
        if (isInAttribute) {
            isInAttribute = last == Event.OPEN;
            attribute += isInAttribute ? 0 : 1;
            return isInAttribute ? Event.TEXT : Event.CLOSE;
        }
        if (attribute < attributes) {
            isInAttribute = true;
            name = "@" + local(reader.getAttributeLocalName(attribute));
            return Event.OPEN;
        }
        if (isSkipped) {
            isSkipped = false;
            return Event.CLOSE;
        }
        try {
            return ofElement();
        } catch (XMLStreamException broken) {
            return broken(damage(broken));
        }
    }

    private Event ofElement() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isInside) {
                        return begin();
                    }
                    isInside = true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    isAtEnd = depth == 0;
                    depth--;
                    return Event.CLOSE;
                }
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    if (depth > 0) {
                        return Event.TEXT;
                    }
                    if (!reader.isWhiteSpace()) {
                        return broken(new Damage("elements of XML", "text", false));
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return broken(
                            new Damage("XML without entities of its own", "one" + place(), false));
                }
                default -> {}
            }
        }
        isAtEnd = true;
        return Event.END;
    }

    private Event begin() {
        depth++;
        if (depth > MAX_NESTING) {
            return broken(
                    new Damage(
                            "XML of at most " + MAX_NESTING + " levels", "more" + place(), false));
        }
        attribute = 0;
        attributes = reader.getAttributeCount();
        name = local(reader.getLocalName());
        return Event.OPEN;
    }

    private Event broken(Damage found) {
        damage = found;
        isAtEnd = true;
        return Event.BROKEN;
    }

    /** In words of our own: those of the parser quote the text. */
    private Damage damage(XMLStreamException broken) throws IOException {
        Throwable cause = broken.getNestedException();
        if (cause instanceof XmlText.TooMuchTextException) {
            return new Damage(
                    "at most " + XmlText.MAX_RUN + " characters between two tags",
                    "more" + place(),
                    false);
        }
        if (cause instanceof IOException unreadable) {
            throw unreadable;
        }
        if (text.hasDocumentType()) {
            return new Damage("XML without a document type (DTD)", "one", false);
        }
        return text.isAtEnd()
                ? new Damage("XML up to its end", "a document that is cut off", true)
                : new Damage("XML up to its end", "something else" + place(), false);
    }

    private String place() {
        return " in line " + reader.getLocation().getLineNumber();
    }

    @Override
    public String name() {
        return name;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public int index() {
        return -1;
    }

    @Override
    public boolean isNested() {
        return depth == 0;
    }

    @Override
    public boolean isAttribute() {
        return isInAttribute;
    }

    @Override
    public @Nullable String attribute(String name) {
        for (int i = 0; i < attributes && !isInAttribute; i++) {
            if (local(reader.getAttributeLocalName(i)).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    @Override
    public String text() {
        return isInAttribute ? reader.getAttributeValue(attribute) : reader.getText();
    }

    @Override
    public void skip() throws IOException {
        if (isInAttribute || depth == 0) {
            return;
        }
        int outer = depth - 1;
        Event event = Event.OPEN;
        while (depth > outer && event != Event.BROKEN) {
            attribute = attributes;
            event = following();
        }
        attribute = attributes;
        isSkipped = event == Event.CLOSE;
        isLost = event == Event.BROKEN;
    }

    @Override
    public long line() {
        return 0;
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
