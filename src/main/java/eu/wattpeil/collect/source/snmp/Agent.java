package eu.wattpeil.collect.source.snmp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcher;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.AssignableFromLong;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * The agent of one device, which is asked over UDP.
 *
 * <p>It has a socket and keys of its own, so that no device waits for another, and one that gives
 * wrong answers spoils no other's.
 */
final class Agent implements Closeable {

    private static final int OIDS_AT_ONCE = 12;
    private static final int ROWS_AT_ONCE = 20;
    private static final int FEW_ROWS = 4;

    /** Rows of a column above which a device is not believed. */
    static final int MOST_ROWS = 5_000;

    private static final OID USM_STATISTICS = new OID("1.3.6.1.6.3.15.1.1");

    private final Snmp snmp;
    private final Target<UdpAddress> target;
    private final boolean isV3;
    private final Patience patience;
    private final long deadlineNanos;

    private Agent(Snmp snmp, Target<UdpAddress> target, boolean isV3, Patience patience) {
        this.snmp = snmp;
        this.target = target;
        this.isV3 = isV3;
        this.patience = patience;
        deadlineNanos = System.nanoTime() + patience.most().toNanos();
    }

    /**
     * Opens a socket for the questions to a device, which is not asked yet.
     *
     * @throws DeviceException where its host is not known, or a secret is missing
     */
    static Agent open(String host, int port, Login login, Patience patience) throws IOException {
        UdpAddress address = new UdpAddress(resolved(host), port);
        MessageDispatcher dispatcher = new MessageDispatcherImpl();
        Target<UdpAddress> target;
        if (login instanceof Login.User user) {
            dispatcher.addMessageProcessingModel(model(user));
            target = userTarget(user, address);
        } else {
            dispatcher.addMessageProcessingModel(new MPv2c());
            Login.Community community = (Login.Community) login;
            target =
                    new CommunityTarget<>(
                            address, new OctetString(Login.required(community.place()).value()));
            target.setVersion(SnmpConstants.version2c);
        }
        target.setTimeout(patience.timeout().toMillis());
        target.setRetries(patience.retries());
        Snmp snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping());
        try {
            snmp.listen();
        } catch (IOException failure) {
            snmp.close();
            throw failure;
        }
        return new Agent(snmp, target, login instanceof Login.User, patience);
    }

    private static InetAddress resolved(String host) throws DeviceException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new DeviceException("is not found: its host has no address, expected one");
        }
    }

    private static MPv3 model(Login.User user) throws DeviceException {
        SecurityProtocols protocols =
                new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        OctetString engine = new OctetString(MPv3.createLocalEngineID());
        CounterSupport counters = new CounterSupport();
        USM usm = new USM(protocols, engine, 0, counters);
        usm.addUser(
                new UsmUser(
                        new OctetString(user.name()),
                        protocol(user.authentication()),
                        passphrase(user.authentication()),
                        protocol(user.privacy()),
                        passphrase(user.privacy())));
        SecurityModels models = SecurityModels.getCollection(new SecurityModel[] {usm});
        return new MPv3(engine.getValue(), null, protocols, models, counters);
    }

    @SuppressWarnings("NullAway") // SNMP4J says "none" so.
    private static OID protocol(Optional<Login.Protection> protection) {
        return protection.map(Login.Protection::id).orElse(null);
    }

    @SuppressWarnings("NullAway") // SNMP4J says "none" so.
    private static OctetString passphrase(Optional<Login.Protection> protection)
            throws DeviceException {
        if (protection.isEmpty()) {
            return null;
        }
        String secret = Login.required(protection.get().passphrase()).value();
        if (secret.length() < Login.SHORTEST_PASSPHRASE) {
            throw new DeviceException(
                    "is not asked: "
                            + protection.get().passphrase()
                            + " is too short, expected at least "
                            + Login.SHORTEST_PASSPHRASE
                            + " characters");
        }
        return new OctetString(secret);
    }

    private static UserTarget<UdpAddress> userTarget(Login.User user, UdpAddress address) {
        UserTarget<UdpAddress> target = new UserTarget<>();
        target.setAddress(address);
        target.setVersion(SnmpConstants.version3);
        target.setSecurityModel(SecurityModel.SECURITY_MODEL_USM);
        target.setSecurityName(new OctetString(user.name()));
        target.setSecurityLevel(
                user.privacy().isPresent()
                        ? SecurityLevel.AUTH_PRIV
                        : user.authentication().isPresent()
                                ? SecurityLevel.AUTH_NOPRIV
                                : SecurityLevel.NOAUTH_NOPRIV);
        return target;
    }

    /**
     * The values of scalars, by their identifiers; those that the device does not have are left
     * out.
     */
    Map<String, String> get(List<String> oids) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int from = 0; from < oids.size(); from += OIDS_AT_ONCE) {
            get(oids.subList(from, Math.min(oids.size(), from + OIDS_AT_ONCE)), values);
        }
        return values;
    }

    private void get(List<String> oids, Map<String, String> values) throws IOException {
        PDU request = request(PDU.GET);
        oids.forEach(oid -> request.add(new VariableBinding(new OID(oid))));
        PDU answer = ask(request);
        int error = answer.getErrorStatus();
        boolean isOfOne = error == PDU.tooBig || error == PDU.noSuchName || error == PDU.genErr;
        if (isOfOne && oids.size() > 1) {
            for (String oid : oids) {
                get(List.of(oid), values);
            }
            return;
        }
        if (error == PDU.noSuchName || error == PDU.genErr) {
            return;
        }
        requireNoError(error);
        for (VariableBinding binding : answer.getVariableBindings()) {
            text(binding.getVariable())
                    .ifPresent(value -> values.put(binding.getOid().toDottedString(), value));
        }
    }

    /**
     * The rows of a column, by their index, in order.
     *
     * @throws DeviceException where they do not end, or go round
     */
    Map<String, String> walk(String column) throws IOException {
        OID start = new OID(column);
        OID last = start;
        int atOnce = ROWS_AT_ONCE;
        Map<String, String> rows = new LinkedHashMap<>();
        while (true) {
            PDU request = request(PDU.GETBULK);
            request.setMaxRepetitions(atOnce);
            request.add(new VariableBinding(last));
            PDU answer = ask(request);
            if (answer.getErrorStatus() == PDU.tooBig && atOnce > FEW_ROWS) {
                atOnce = FEW_ROWS;
                continue;
            }
            if (answer.getErrorStatus() == PDU.noSuchName) {
                return rows;
            }
            requireNoError(answer.getErrorStatus());
            List<? extends VariableBinding> bindings = answer.getVariableBindings();
            for (VariableBinding binding : bindings) {
                OID oid = binding.getOid();
                if (!oid.startsWith(start) || binding.isException()) {
                    return rows;
                }
                if (oid.compareTo(last) <= 0) {
                    throw new DeviceException(
                            "gives the rows of a table in a wrong order, so that they would not"
                                    + " end, expected each after the one before; newer firmware may"
                                    + " help");
                }
                if (rows.size() >= MOST_ROWS) {
                    throw new DeviceException(
                            "gives more than " + MOST_ROWS + " rows of a table, expected fewer");
                }
                last = oid;
                String index = oid.toDottedString().substring(column.length() + 1);
                text(binding.getVariable()).ifPresent(value -> rows.put(index, value));
            }
            if (bindings.isEmpty()) {
                return rows;
            }
        }
    }

    private PDU request(int type) {
        PDU request = isV3 ? new ScopedPDU() : new PDU();
        request.setType(type);
        return request;
    }

    private PDU ask(PDU request) throws IOException {
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new DeviceException(
                    "takes longer than "
                            + patience.most().toSeconds()
                            + " s to give all that it is asked for, expected less");
        }
        ResponseEvent<UdpAddress> event = snmp.send(request, target);
        PDU answer = event == null ? null : event.getResponse();
        if (answer == null) {
            throw new DeviceException(silence());
        }
        if (answer.getType() == PDU.REPORT) {
            throw new DeviceException(refusal(answer));
        }
        return answer;
    }

    private String silence() {
        int times = patience.retries() + 1;
        return "gives no answer (asked "
                + (times == 1 ? "once" : times + " times")
                + ", "
                + patience.timeout().toMillis()
                + " ms each), expected one; is it on, does it have SNMP "
                + (isV3 ? "v3" : "v2c")
                + " on, may this machine ask it"
                + (isV3
                        ? ", and are the passphrases and protocols of authentication and privacy"
                                + " right? With wrong ones some are silent"
                        : ", and is the community right? With a wrong one it is silent");
    }

    /** RFC 3414, 5: the counters with which an agent says why it refuses. */
    private static String refusal(PDU report) {
        OID statistic = report.size() == 0 ? new OID() : report.get(0).getOid();
        int number =
                statistic.startsWith(USM_STATISTICS) && statistic.size() > USM_STATISTICS.size()
                        ? statistic.get(USM_STATISTICS.size())
                        : 0;
        return switch (number) {
            case 1 ->
                    "refuses the level of security (usmStatsUnsupportedSecLevels), expected"
                            + " authentication and privacy as its user has them";
            case 2 ->
                    "refuses the time (usmStatsNotInTimeWindows), expected that its clock and its"
                            + " count of starts go forward";
            case 3 ->
                    "does not know the user (usmStatsUnknownUserNames), expected the user as it is"
                            + " set up there";
            case 4 ->
                    "does not know its own engine (usmStatsUnknownEngineIDs), expected that it does";
            case 5 ->
                    "refuses the passphrase or protocol of authentication (usmStatsWrongDigests),"
                            + " expected those of its user";
            case 6 ->
                    "cannot decrypt what it is asked (usmStatsDecryptionErrors), expected the"
                            + " passphrase and protocol of privacy of its user";
            default -> "refuses to answer (a report), expected that the user may read";
        };
    }

    private static void requireNoError(int error) throws DeviceException {
        if (error == PDU.noError) {
            return;
        }
        boolean isOfRights = error == PDU.noAccess || error == PDU.authorizationError;
        throw new DeviceException(
                isOfRights
                        ? "does not let this login read what it is asked for, expected a right to"
                                + " read"
                        : "answers with the error "
                                + PDU.toErrorStatusText(error)
                                + ", expected values");
    }

    /** A value in words: numbers in decimal digits; empty where there is none. */
    private static Optional<String> text(Variable value) {
        if (value.isException() || value instanceof Null) {
            return Optional.empty();
        }
        if (value instanceof AssignableFromLong number) {
            return Optional.of(Long.toString(number.toLong()));
        }
        if (value instanceof OctetString octets) {
            String text = new String(octets.getValue(), StandardCharsets.UTF_8);
            return Optional.of(text.replaceAll("\\p{Cntrl}", " ").strip());
        }
        return Optional.of(value.toString());
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
