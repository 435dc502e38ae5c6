package eu.wattpeil.collect.source.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.snmp.DeviceKinds;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.SecretPlace;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** A device shows of which kind it is, and what it gives. */
class InquiryTest {

    private static final DeviceKinds KINDS =
            DeviceKinds.read(WorkspaceFiles.packaged(), new Problems());

    @Test
    void theKindThatADeviceNamesComesFirst() throws IOException {
        try (TestAgent agent = new TestAgent()) {
            agent.put(TestAgent.OBJECT_ID, new OID("1.3.6.1.4.1.318.1.3.27"));
            agent.put("1.3.6.1.2.1.1.1.0", new OctetString("APC Smart-UPS"));
            agent.put("1.3.6.1.4.1.318.1.1.1.4.2.8.0", 412);
            agent.put("1.3.6.1.2.1.33.1.4.3.0", 1).put("1.3.6.1.2.1.33.1.4.4.1.4.1", 410);

            Inquiry inquiry = ask(agent, TestAgent.COMMUNITY);

            assertThat(inquiry.objectId()).isEqualTo("1.3.6.1.4.1.318.1.3.27");
            assertThat(inquiry.description()).isEqualTo("APC Smart-UPS");
            assertThat(inquiry.matches())
                    .extracting(match -> match.kind().name())
                    .containsExactly("apc-ups", "ups-mib");
            assertThat(inquiry.matches().get(0).preview().lines())
                    .containsExactly("ups-1-output  electricity power  412 W");
        }
    }

    @Test
    void countersOfAPrinterAreShown() throws IOException {
        try (TestAgent agent = new TestAgent()) {
            agent.put("1.3.6.1.2.1.43.10.2.1.3.1.1", 7);
            agent.put("1.3.6.1.2.1.43.10.2.1.4.1.1", 271871);

            Inquiry inquiry = ask(agent, TestAgent.COMMUNITY);

            assertThat(inquiry.matches().get(0).preview().lines())
                    .containsExactly("ups-1  impressions 271871");
        }
    }

    @Test
    void aKindThatSaysNoMoreThanOneBeforeIsNotNamed() throws IOException {
        try (TestAgent agent = new TestAgent()) {
            agent.put(TestAgent.OBJECT_ID, new OID("1.3.6.1.4.1.1347.41"));
            agent.put("1.3.6.1.2.1.43.10.2.1.3.1.1", 7);
            agent.put("1.3.6.1.2.1.43.10.2.1.4.1.1", 432951);
            agent.put("1.3.6.1.4.1.1347.42.3.1.2.1.1.1.2", 7);

            Inquiry inquiry = ask(agent, TestAgent.COMMUNITY);

            assertThat(inquiry.matches())
                    .extracting(match -> match.kind().name())
                    .containsExactly("printer-kyocera", "printer");
            assertThat(inquiry.matches().get(0).preview().lines())
                    .containsExactly("ups-1  impressions 432951  colour_impressions 7");
        }
    }

    @Test
    void aDeviceOfNoKindHasNoMatch() throws IOException {
        try (TestAgent agent = new TestAgent()) {
            assertThat(ask(agent, TestAgent.COMMUNITY).matches()).isEmpty();
        }
    }

    @Test
    void aSilentDeviceIsTold() throws IOException {
        try (TestAgent agent = new TestAgent()) {
            assertThatThrownBy(() -> ask(agent, "public"))
                    .isInstanceOf(DeviceException.class)
                    .hasMessageContaining("is the community right?");
        }
    }

    private static Inquiry ask(TestAgent agent, String community) throws IOException {
        Login login = new Login.Community(SecretPlace.variable("TOWN", Map.of("TOWN", community)));
        return Inquiry.of("ups-1", "localhost", agent.port(), login, KINDS, Clock.systemUTC());
    }
}
