package eu.wattpeil.serve;

import eu.wattpeil.operate.RunEvent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of a run as lines of JSON: how a run in a process of its own tells them to a server. */
public final class EventLines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EVENT = "event";
    private static final String BUSY = "busy";
    private static final String MESSAGE = "message";

    private static final Map<String, Class<?>> KINDS =
            Stream.of(RunEvent.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(Class::getSimpleName, kind -> kind));

    private EventLines() {}

    /** The line of an event. */
    public static String of(RunEvent event) {
        ObjectNode line = JSON.valueToTree(event);
        return line.put(EVENT, event.getClass().getSimpleName()).toString();
    }

    /** The line that tells that the workspace is in use. */
    public static String ofBusy(String message) {
        return JSON.createObjectNode().put(EVENT, BUSY).put(MESSAGE, message).toString();
    }

    /**
     * Reads a line.
     *
     * @return empty where it is none of an event
     * @throws BusyException where it tells that the workspace is in use
     */
    static Optional<RunEvent> read(String line) throws BusyException {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException other) {
            return Optional.empty();
        }
        if (!(node instanceof ObjectNode object) || !object.path(EVENT).isString()) {
            return Optional.empty();
        }
        String name = object.remove(EVENT).asString();
        if (name.equals(BUSY)) {
            throw new BusyException(object.path(MESSAGE).asString(""));
        }
        return Optional.ofNullable(KINDS.get(name))
                .map(kind -> (RunEvent) JSON.treeToValue(object, kind));
    }
}
