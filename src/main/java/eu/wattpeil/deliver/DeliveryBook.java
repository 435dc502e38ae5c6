package eu.wattpeil.deliver;

import eu.wattpeil.deliver.DeliveryRecord.Outcome;
import eu.wattpeil.deliver.DeliveryRecord.State;
import eu.wattpeil.store.Store;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was delivered, kept in the store: {@code _deliveries/<delivery>/<month>.json}. No address
 * stands there, only hashes of them with a key that is not in the store.
 */
final class DeliveryBook {

    private static final String FOLDER = "_deliveries/";
    private static final String FIRST_MONTH = "first_month";
    private static final String EDITION = "edition";
    private static final String CORRECTS = "corrects";
    private static final String NOTED_AT = "noted_at";
    private static final String STATE = "state";
    private static final String ATTEMPTS = "attempts";
    private static final String TRIED_AT = "tried_at";
    private static final String REASON = "reason";
    private static final String KEY = "key";
    private static final String RECIPIENTS = "recipients";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Store store;

    DeliveryBook(Store store) {
        this.store = store;
    }

    /** The month that a delivery began with; empty for a new one. */
    Optional<YearMonth> firstMonth(String deliveryId) {
        String file = startFile(deliveryId);
        try {
            return store.readText(file)
                    .map(text -> YearMonth.parse(required(parse(text, file), FIRST_MONTH, file)));
        } catch (DateTimeException noMonth) {
            throw damaged(file);
        }
    }

    void noteFirstMonth(String deliveryId, YearMonth month) {
        ObjectNode start = JSON.createObjectNode().put(FIRST_MONTH, month.toString());
        store.writeText(startFile(deliveryId), JSON.writeValueAsString(start) + "\n");
        store.remote().commit();
    }

    /**
     * What was done for a month; empty before it was noted.
     *
     * @throws DeliveryException where that cannot be read: then nobody knows who has got it
     */
    Optional<DeliveryRecord> find(String deliveryId, YearMonth month) {
        String file = file(deliveryId, month);
        return store.readText(file).map(text -> record(parse(text, file), file));
    }

    void save(String deliveryId, YearMonth month, DeliveryRecord record) {
        ObjectNode node = JSON.createObjectNode();
        node.put(EDITION, record.edition());
        node.put(CORRECTS, record.corrects());
        node.put(NOTED_AT, record.notedAt().toString());
        node.put(STATE, code(record.state()));
        node.put(ATTEMPTS, record.attempts());
        record.triedAt().ifPresent(at -> node.put(TRIED_AT, at.toString()));
        node.put(REASON, record.reason());
        node.put(KEY, record.keyId());
        ObjectNode recipients = node.putObject(RECIPIENTS);
        record.recipients().forEach((hash, outcome) -> recipients.put(hash, code(outcome)));
        store.writeText(file(deliveryId, month), JSON.writeValueAsString(node) + "\n");
        // Another host must not send again what this one has noted and perhaps sent.
        store.remote().commit();
    }

    private DeliveryRecord record(JsonNode node, String file) {
        try {
            SortedMap<String, Outcome> recipients = new TreeMap<>();
            node.path(RECIPIENTS)
                    .properties()
                    .forEach(
                            it ->
                                    recipients.put(
                                            it.getKey(),
                                            Outcome.valueOf(constant(it.getValue().asString()))));
            return new DeliveryRecord(
                    node.path(EDITION).asInt(),
                    node.path(CORRECTS).asBoolean(),
                    Instant.parse(required(node, NOTED_AT, file)),
                    State.valueOf(constant(required(node, STATE, file))),
                    node.path(ATTEMPTS).asInt(),
                    Optional.of(node.path(TRIED_AT).asString(""))
                            .filter(it -> !it.isEmpty())
                            .map(Instant::parse),
                    node.path(REASON).asString(""),
                    node.path(KEY).asString(""),
                    recipients);
        } catch (IllegalArgumentException | DateTimeException | JacksonException odd) {
            throw damaged(file);
        }
    }

    private JsonNode parse(String text, String file) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException damaged) {
            throw damaged(file);
        }
    }

    private String required(JsonNode node, String field, String file) {
        String text = node.path(field).asString("");
        if (text.isEmpty()) {
            throw damaged(file);
        }
        return text;
    }

    private DeliveryException damaged(String file) {
        return new DeliveryException(
                store.root().resolve(file)
                        + " is damaged, expected what was delivered; restore it from a backup, or"
                        + " remove it, and it is delivered as if it never was");
    }

    private static String startFile(String deliveryId) {
        return FOLDER + deliveryId + "/start.json";
    }

    private static String file(String deliveryId, YearMonth month) {
        return FOLDER + deliveryId + "/" + month + ".json";
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
