package eu.wattpeil.collect.suggest;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The names in a JSON or XML text, each with those around it: {@code data/result/values}. Lists are
 * passed over, attributes are names like {@code @unit}, and namespaces do not count.
 */
final class Paths {

    private static final int MOST = 10_000;

    private final Set<String> found = new HashSet<>();

    private Paths() {}

    /** Those of a text, as far as it goes; none where it is neither. */
    static Set<String> of(String text) {
        Paths paths = new Paths();
        String beginning = text.stripLeading();
        if (beginning.startsWith("{") || beginning.startsWith("[")) {
            paths.readJson(beginning);
        } else if (beginning.startsWith("<")) {
            paths.readXml(beginning);
        }
        return paths.found;
    }

    private void readJson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            while (token != null && found.size() < MOST) {
                if (token == JsonToken.PROPERTY_NAME) {
                    found.add(path(parser.streamReadContext()));
                }
                token = parser.nextToken();
            }
        } catch (JacksonException cut) {
            // What was found until there counts.
        }
    }

    private static String path(@Nullable TokenStreamContext at) {
        Deque<String> names = new ArrayDeque<>();
        for (TokenStreamContext around = at; around != null; around = around.getParent()) {
            if (around.inObject()) {
                names.addFirst(String.valueOf(around.currentName()));
            }
        }
        return String.join("/", names);
    }

    private void readXml(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Deque<String> open = new ArrayDeque<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext() && found.size() < MOST) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    open.addLast(reader.getLocalName());
                    String path = String.join("/", open);
                    found.add(path);
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        found.add(path + "/@" + reader.getAttributeLocalName(i));
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.removeLast();
                }
            }
        } catch (XMLStreamException cut) {
            // What was found until there counts.
        }
    }
}
