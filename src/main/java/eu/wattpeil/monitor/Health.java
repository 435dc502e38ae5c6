package eu.wattpeil.monitor;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether all is well with a server.
 *
 * @param reasons why it is not; empty where it is
 */
public record Health(List<String> reasons) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Health {
        reasons = List.copyOf(reasons);
    }

    public boolean isUp() {
        return reasons.isEmpty();
    }

    /** As an object of JSON: {@code status}, which is {@code up} or {@code down}, and reasons. */
    public String json() {
        ObjectNode object = JSON.createObjectNode().put("status", isUp() ? "up" : "down");
        ArrayNode list = object.putArray("reasons");
        reasons.forEach(list::add);
        return object + "\n";
    }
}
