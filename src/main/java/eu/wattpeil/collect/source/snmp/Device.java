package eu.wattpeil.collect.source.snmp;

import eu.wattpeil.collect.snmp.DeviceKind;
import eu.wattpeil.collect.snmp.DeviceObject;
import eu.wattpeil.collect.snmp.Poll;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A device that is asked.
 *
 * @param alias its name in everything that is written; host and port stay here
 */
public record Device(String alias, String host, int port, DeviceKind kind, Login login) {

    private static final String UPTIME = "1.3.6.1.2.1.1.3.0";

    /**
     * Asks once for all objects of its kind.
     *
     * @param hasOutlets whether for those of its outlets, too
     * @throws DeviceException where it does not give them all
     */
    public Poll poll(Patience patience, boolean hasOutlets, Clock clock) throws IOException {
        List<DeviceObject> objects =
                kind.objects().values().stream()
                        .filter(object -> hasOutlets || !object.isOfOutlet())
                        .toList();
        try (Agent agent = Agent.open(host, port, login, patience)) {
            List<String> scalars = new ArrayList<>(List.of(UPTIME));
            objects.stream()
                    .filter(object -> object.index().isEmpty())
                    .forEach(object -> scalars.add(object.oid()));
            Map<String, String> given = agent.get(scalars);
            long uptime = uptime(given);
            Map<String, String> values = new LinkedHashMap<>();
            Map<String, Map<String, String>> columns = new HashMap<>();
            for (DeviceObject object : objects) {
                if (object.index().isEmpty()) {
                    String value = given.get(object.oid());
                    if (value != null) {
                        values.put(object.valueName(""), value);
                    }
                } else {
                    Map<String, String> rows = columns.get(object.oid());
                    if (rows == null) {
                        rows = agent.walk(object.oid());
                        columns.put(object.oid(), rows);
                    }
                    put(object, rows, values);
                }
            }
            if (values.isEmpty()) {
                throw new DeviceException(
                        "gives no object of the kind "
                                + kind.name()
                                + ", expected one at least; wattpeil ask HOST tells of which"
                                + " kind it is");
            }
            if (uptime(agent.get(List.of(UPTIME))) < uptime) {
                throw new DeviceException(
                        "started anew while it was asked, so that its values do not belong"
                                + " together; the next run asks again");
            }
            return new Poll(
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    alias,
                    kind.name(),
                    uptime,
                    values);
        }
    }

    private static void put(
            DeviceObject object, Map<String, String> rows, Map<String, String> values) {
        rows.forEach(
                (index, value) -> {
                    if (object.index().filter(it -> it.matches(index)).isPresent()) {
                        values.put(object.valueName(index), value);
                    }
                });
    }

    private static long uptime(Map<String, String> given) {
        return Long.parseLong(given.getOrDefault(UPTIME, "0"));
    }

    /** Without the host, which belongs in no message. */
    @Override
    public String toString() {
        return alias + " (" + kind.name() + ")";
    }
}
