package eu.wattpeil.collect.snmp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a device said when it was asked once: a line of JSON.
 *
 * @param at when its answer came
 * @param target the device's alias; neither its host nor its address
 * @param kind its kind, a file of {@code jobs/snmp}
 * @param uptimeHundredths {@code sysUpTime}: hundredths of a second since its agent started
 * @param values as the device gave them, by the name of the object and, of a table, the row's index
 */
public record Poll(
        Instant at, String target, String kind, long uptimeHundredths, Map<String, String> values) {

    /** What an alias may be: it becomes part of a meter's key. */
    public static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Of times beyond these, microseconds cannot be counted. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,19})");

    /** The line, without its end. */
    public String line() {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", at.toString());
        line.put("target", target);
        line.put("kind", kind);
        line.put("uptime", uptimeHundredths);
        ObjectNode given = line.putObject("values");
        values.forEach(
                (name, value) -> {
                    if (WHOLE.matcher(value).matches()) {
                        given.put(name, new BigInteger(value));
                    } else {
                        given.put(name, value);
                    }
                });
        return JSON.writeValueAsString(line);
    }

    /** The poll of a line; empty where it is none. */
    public static Optional<Poll> of(byte[] line) {
        try (JsonParser parser = JSON.createParser(new String(line, StandardCharsets.UTF_8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, String> said = new HashMap<>();
            Map<String, String> values = new LinkedHashMap<>();
            boolean hasValues = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("values") && value == JsonToken.START_OBJECT) {
                    hasValues = true;
                    putValues(parser, values);
                } else {
                    said.put(name, text(parser));
                }
            }
            boolean isWhole =
                    parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return isWhole && hasValues ? poll(said, values) : Optional.empty();
        } catch (JacksonException | DateTimeException notAPoll) {
            return Optional.empty();
        }
    }

    private static void putValues(JsonParser parser, Map<String, String> values) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            values.put(name, text(parser));
        }
    }

    private static Optional<Poll> poll(Map<String, String> said, Map<String, String> values) {
        String target = said.getOrDefault("target", "");
        Instant at = Instant.parse(said.getOrDefault("at", ""));
        String uptime = said.getOrDefault("uptime", "");
        boolean isPoll =
                ALIAS.matcher(target).matches()
                        && at.isAfter(FIRST)
                        && at.isBefore(LAST)
                        && said.containsKey("kind");
        return isPoll
                ? Optional.of(
                        new Poll(
                                at,
                                target,
                                said.getOrDefault("kind", ""),
                                uptime.matches("[0-9]{1,18}") ? Long.parseLong(uptime) : 0,
                                values))
                : Optional.empty();
    }

    /**
     * The value at which a parser stands: a number as it is written, where it is a whole one; of
     * anything else that is no text, none.
     */
    private static String text(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getString();
        }
        parser.skipChildren();
        return "";
    }
}
