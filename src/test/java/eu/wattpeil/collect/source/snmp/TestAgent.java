package eu.wattpeil.collect.source.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.Snmp;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.DefaultCounterListener;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * An agent on the loopback interface: v2c with the community {@code town}, v3 with the user {@code
 * wattpeil} (SHA-256, AES-128). What it has is put into it, and its faults are switched on.
 */
final class TestAgent implements CommandResponder, AutoCloseable {

    static final String COMMUNITY = "town";
    static final String USER = "wattpeil";
    static final String AUTHENTICATION = "authentication-of-the-town";
    static final String PRIVACY = "privacy-of-the-town";

    static final String UPTIME = "1.3.6.1.2.1.1.3.0";
    static final String OBJECT_ID = "1.3.6.1.2.1.1.2.0";

    final TreeMap<OID, Variable> objects = new TreeMap<>();
    final AtomicInteger requests = new AtomicInteger();

    /** Answers are given to so many requests; then it is silent. */
    volatile int mostAnswers = Integer.MAX_VALUE;

    /** The uptime falls to this after the first request. */
    volatile Optional<Long> uptimeLater = Optional.empty();

    /** It gives the same row for ever. */
    volatile boolean isGoingRound;

    /** It answers each request with this error. */
    volatile int error = PDU.noError;

    private final Snmp snmp;
    private final DefaultUdpTransportMapping transport;

    TestAgent() throws IOException {
        // As the agents of devices do: whom it does not believe it cannot answer in secret.
        SNMP4JSettings.setReportSecurityLevelStrategy(
                SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
        transport =
                new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), 0));
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        SecurityProtocols protocols =
                new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        CounterSupport counters = new CounterSupport();
        counters.addCounterListener(new DefaultCounterListener());
        OctetString engine = new OctetString(MPv3.createLocalEngineID());
        USM usm = new USM(protocols, engine, 1, counters);
        usm.addUser(
                new UsmUser(
                        new OctetString(USER),
                        AuthHMAC192SHA256.ID,
                        new OctetString(AUTHENTICATION),
                        PrivAES128.ID,
                        new OctetString(PRIVACY)));
        dispatcher.addMessageProcessingModel(
                new MPv3(
                        engine.getValue(),
                        null,
                        protocols,
                        SecurityModels.getCollection(new SecurityModel[] {usm}),
                        counters));
        snmp = new Snmp(dispatcher, transport);
        snmp.addCommandResponder(this);
        snmp.listen();
        put(UPTIME, new TimeTicks(4711));
    }

    int port() {
        return transport.getListenAddress().getPort();
    }

    TestAgent put(String oid, Variable value) {
        objects.put(new OID(oid), value);
        return this;
    }

    TestAgent put(String oid, long value) {
        return put(oid, new Gauge32(value));
    }

    TestAgent put(Map<String, Long> values) {
        values.forEach(this::put);
        return this;
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        PDU request = event.getPDU();
        boolean isOfTheTown =
                event.getMessageProcessingModel() == MPv3.ID
                        || COMMUNITY.equals(new String(event.getSecurityName()));
        if (request == null || !isOfTheTown || requests.incrementAndGet() > mostAnswers) {
            return;
        }
        PDU answer = (PDU) request.clone();
        answer.setType(PDU.RESPONSE);
        answer.clear();
        answer.setRequestID(request.getRequestID());
        answer.setErrorStatus(error);
        answer.setErrorIndex(error == PDU.noError ? 0 : 1);
        if (error != PDU.noError) {
            answer.addAll(request.getVariableBindings());
        } else if (request.getType() == PDU.GETBULK) {
            rows(request.get(0).getOid(), request.getMaxRepetitions(), answer);
        } else {
            for (VariableBinding binding : request.getVariableBindings()) {
                OID oid = binding.getOid();
                answer.add(new VariableBinding(oid, objects.getOrDefault(oid, Null.noSuchObject)));
            }
        }
        uptimeLater.ifPresent(later -> put(UPTIME, new TimeTicks(later)));
        event.setProcessed(true);
        StatusInformation status = new StatusInformation();
        try {
            snmp.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            answer,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            status);
        } catch (MessageException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void rows(OID after, int most, PDU answer) {
        OID last = after;
        for (int row = 0; row < most; row++) {
            Map.Entry<OID, Variable> next =
                    isGoingRound && !objects.tailMap(last, false).isEmpty()
                            ? objects.tailMap(new OID(UPTIME), false).firstEntry()
                            : objects.higherEntry(last);
            if (next == null) {
                answer.add(new VariableBinding(last, Null.endOfMibView));
                return;
            }
            answer.add(new VariableBinding(next.getKey(), next.getValue()));
            last = next.getKey();
        }
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
