package eu.wattpeil.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a delivery is told before it is tried. */
class DeliveryConcernsTest {

    @TempDir Path root;

    @Test
    void tellsWhatIsNotThere() throws IOException {
        assertThat(concerns())
                .containsExactly(
                        "config/delivery.yaml:1: file mail-password is missing or cannot be read,"
                                + " expected the password in it",
                        "config/delivery.yaml:1: trust: file "
                                + root.resolve("own.pem")
                                + " cannot be read, expected certificates in PEM",
                        "config/delivery.yaml:3: folder share is not there, expected one; is a"
                                + " share not mounted?");
    }

    @Test
    void tellsThatOthersCanReadThePassword() throws IOException {
        Path password = Files.writeString(root.resolve("mail-password"), "good word\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createDirectory(root.resolve("share"));

        assertThat(concerns().get(0))
                .isEqualTo(
                        "config/delivery.yaml:1: file mail-password can be read by other accounts,"
                                + " expected only by that of Wattpeil (chmod 600)");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        assertThat(concerns()).hasSize(1);
    }

    private List<String> concerns() throws IOException {
        return DeliveryConcerns.of(
                new DeliveryBench(root)
                        .with(
                                "smtp: {host: localhost, from: w@town.example, trust: own.pem,"
                                        + " user: w, password: {file: mail-password}}",
                                "deliveries:",
                                "  - {id: share, report: monthly, forms: [csv], folder: share}")
                        .workspace()
                        .deliveries());
    }
}
