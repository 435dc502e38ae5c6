package eu.wattpeil.collect.printing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of an event that say something of a job, by the names of their elements without
 * namespaces.
 *
 * @param kind the element below {@code UserData}, such as {@code DocumentPrinted}; empty for none
 * @param texts of such elements, and {@code SystemTime}; of a name that is there twice the first
 * @param isOfPrinting whether the print service logged it
 */
record EventElement(String kind, Map<String, String> texts, boolean isOfPrinting) {

    private static final String PROVIDER = "Microsoft-Windows-PrintService";
    private static final Set<String> WANTED =
            Set.of("Computer", "Param1", "Param3", "Param5", "Param8", "JobId", "Copies");

    String text(String name) {
        return texts.getOrDefault(name, "").strip();
    }

    /**
     * What events are read by, one for each reading thread: no document type, and nothing from
     * outside, for an event has neither.
     */
    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /**
     * The events of a text in which nothing stands between them.
     *
     * @throws XMLStreamException where one is no XML
     */
    static List<EventElement> all(XMLInputFactory factory, String events)
            throws XMLStreamException {
        List<EventElement> all = new ArrayList<>();
        XMLStreamReader xml =
                factory.createXMLStreamReader(new StringReader("<Events>" + events + "</Events>"));
        try {
            xml.nextTag();
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                all.add(read(xml));
            }
            return all;
        } finally {
            xml.close();
        }
    }

    private static EventElement read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> texts = new HashMap<>();
        String kind = "";
        String parent = "";
        boolean isOfPrinting = false;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (WANTED.contains(name)) {
                    texts.putIfAbsent(name, xml.getElementText());
                    continue;
                }
                depth++;
                kind = parent.equals("UserData") && kind.isEmpty() ? name : kind;
                parent = name;
                if (name.equals("Provider")) {
                    isOfPrinting |= PROVIDER.equals(xml.getAttributeValue(null, "Name"));
                } else if (name.equals("TimeCreated")) {
                    String time = xml.getAttributeValue(null, "SystemTime");
                    texts.putIfAbsent("SystemTime", time == null ? "" : time);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new XMLStreamException("the end within an event");
            }
        }
        return new EventElement(kind, texts, isOfPrinting);
    }
}
