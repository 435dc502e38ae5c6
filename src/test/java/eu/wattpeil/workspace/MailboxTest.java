package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @Test
    void readsAnAddressWithAndWithoutAName() {
        assertThat(Mailbox.of(" Jan.de-Vries+energy@waterdam.example "))
                .contains(new Mailbox("", "Jan.de-Vries+energy@waterdam.example"));
        assertThat(Mailbox.of("Jan de Vriès <jan@waterdam.example>"))
                .contains(new Mailbox("Jan de Vriès", "jan@waterdam.example"));
        assertThat(Mailbox.of("\"Vries, Jan de\" <jan@waterdam.example>"))
                .contains(new Mailbox("Vries, Jan de", "jan@waterdam.example"));
    }

    @Test
    void writesADomainOfOtherLettersInAscii() {
        assertThat(Mailbox.of("jan@wåterdam.example"))
                .contains(new Mailbox("", "jan@xn--wterdam-exa.example"));
    }

    @Test
    void neverPrintsItself() {
        assertThat(new Mailbox("Jan", "jan@waterdam.example")).hasToString("(mailbox)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jan",
                "jan@",
                "@waterdam.example",
                "jan@waterdam.example, els@waterdam.example",
                "jan@waterdam.example\r\nBcc: eve@evil.example",
                "Jan\r\nBcc: eve@evil.example <jan@waterdam.example>",
                "Jan\u2028x <jan@waterdam.example>",
                "Jan <jan@waterdam.example\r\n>",
                "Jan <jan@waterdam.example> <els@waterdam.example>",
                "jan de vries@waterdam.example",
                "\"jan@x\"@waterdam.example",
                "jan..vries@waterdam.example",
                "jän@waterdam.example",
                "jan@-waterdam.example",
                "jan@waterdam.example."
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(Mailbox.of(text)).isEmpty();
    }
}
