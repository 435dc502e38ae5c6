package eu.wattpeil.collect.source.snmp;

import eu.wattpeil.collect.snmp.DeviceKind;
import eu.wattpeil.collect.snmp.DeviceKinds;
import eu.wattpeil.collect.snmp.Poll;
import eu.wattpeil.collect.snmp.PollPreview;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Of which kind a device is, found by asking it; nothing of it is kept.
 *
 * @param objectId its {@code sysObjectID}; empty where it does not say
 * @param description its {@code sysDescr}, for the screen alone: it may name a host
 * @param matches the kinds of which it gives anything, those that its {@code objectId} names first,
 *     without those that say no more than one before
 */
public record Inquiry(String objectId, String description, List<Match> matches) {

    private static final String DESCRIPTION = "1.3.6.1.2.1.1.1.0";
    private static final String OBJECT_ID = "1.3.6.1.2.1.1.2.0";

    public Inquiry {
        matches = List.copyOf(matches);
    }

    /**
     * A kind of which a device gives something.
     *
     * @param isNamed whether its {@code objectId} says so, too
     * @param preview what it gives
     */
    public record Match(DeviceKind kind, boolean isNamed, PollPreview preview) {}

    /**
     * Asks a device for the objects of all kinds.
     *
     * @param alias that it shall have
     * @throws DeviceException where it does not answer
     */
    public static Inquiry of(
            String alias, String host, int port, Login login, DeviceKinds kinds, Clock clock)
            throws IOException {
        Map<String, String> system;
        try (Agent agent = Agent.open(host, port, login, Patience.DEFAULT)) {
            system = agent.get(List.of(DESCRIPTION, OBJECT_ID));
        }
        String objectId = system.getOrDefault(OBJECT_ID, "");
        List<Match> matches = new ArrayList<>();
        for (DeviceKind kind : kinds.all()) {
            try {
                Poll poll =
                        new Device(alias, host, port, kind, login)
                                .poll(Patience.DEFAULT, false, clock);
                PollPreview preview = PollPreview.of(poll, kinds);
                if (!preview.lines().isEmpty()) {
                    matches.add(new Match(kind, kind.isSystem(objectId), preview));
                }
            } catch (DeviceException other) {
                // It is of another kind.
            }
        }
        matches.sort(Comparator.comparing(Match::isNamed).reversed());
        Set<List<String>> said = new HashSet<>();
        matches.removeIf(match -> !said.add(match.preview().lines()));
        return new Inquiry(objectId, system.getOrDefault(DESCRIPTION, ""), matches);
    }
}
