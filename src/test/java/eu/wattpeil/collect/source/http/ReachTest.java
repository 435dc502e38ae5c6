package eu.wattpeil.collect.source.http;

import static eu.wattpeil.collect.source.http.FakeServer.give;
import static eu.wattpeil.collect.source.http.FakeServer.leadOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, MACHINE",
        "127.8.8.8, MACHINE",
        "0.0.0.0, MACHINE",
        "0.1.2.3, MACHINE",
        "[::1], MACHINE",
        "[::], MACHINE",
        "[::ffff:127.0.0.1], MACHINE",
        "localhost, MACHINE",
        "224.0.0.1, MACHINE",
        "169.254.169.254, LINK",
        "[fe80::1], LINK",
        "10.1.2.3, SITE",
        "172.16.0.1, SITE",
        "192.168.1.1, SITE",
        "[::ffff:192.168.1.1], SITE",
        "100.64.0.1, SITE",
        "100.127.255.254, SITE",
        "[fd00:ec2::254], SITE",
        "[fec0::1], SITE",
        "100.63.255.255, WORLD",
        "100.128.0.1, WORLD",
        "172.32.0.1, WORLD",
        "93.184.216.34, WORLD",
        "[2a02::1], WORLD",
        "nobody.invalid, WORLD"
    })
    void tellsFromHowFarAwayAServerIsReached(String host, Reach reach) {
        assertThat(Reach.of(URI.create("http://" + host + ":8080/x"))).isEqualTo(reach);
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, 127.0.0.1, false",
        "93.184.216.34, 169.254.169.254, false",
        "93.184.216.34, 10.0.0.1, false",
        "93.184.216.34, 93.184.216.35, true",
        "10.0.0.1, localhost, false",
        "10.0.0.1, 169.254.169.254, false",
        "10.0.0.1, 192.168.0.1, true",
        "10.0.0.1, 93.184.216.34, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 10.0.0.1, true"
    })
    void letsNoServerLeadOnToANearerOne(String from, String to, boolean may) {
        assertThat(Reach.mayLead(URI.create("http://" + from + "/"), URI.create("http://" + to)))
                .isEqualTo(may);
    }

    @Test
    void asksNoServerOfThisMachineForOneOfTheNetwork() throws IOException {
        Optional<InetAddress> ofNetwork = ofNetwork();
        assumeTrue(ofNetwork.isPresent(), "an address in a network");
        HttpServer server = HttpServer.create(new InetSocketAddress(ofNetwork.get(), 0), 0);
        try (FakeServer inner = new FakeServer(exchange -> give(exchange, 200, "[2]"));
                FakeServer outer =
                        new FakeServer(
                                server, exchange -> leadOn(exchange, inner.url("/secrets")))) {
            String address =
                    "http://" + ofNetwork.get().getHostAddress() + ":" + outer.port() + "/";

            assertThat(FakeServer.bench(folder).failure("http: " + address, "retries: 0"))
                    .isEqualTo(
                            "the server: leads on to a server within this network, expected one as"
                                    + " far away as itself");
            assertThat(inner.asked()).isEmpty();
        }
    }

    private static Optional<InetAddress> ofNetwork() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> it instanceof Inet4Address)
                .filter(it -> Reach.of(it).compareTo(Reach.LINK) > 0)
                .findFirst();
    }
}
