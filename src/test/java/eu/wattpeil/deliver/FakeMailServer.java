package eu.wattpeil.deliver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that answers as it is told: RFC 5321 as far as a client needs it, RFC 3207 where it
 * has a key.
 */
public final class FakeMailServer implements AutoCloseable {

    public static final String PASSWORD = "changeit";

    /** Instead of an answer: ends the connection. */
    public static final String HANG_UP = "";

    /** Instead of an answer: breaks the connection, as a firewall does. */
    public static final String RESET = "reset";

    private static final String END = ".";

    private final ServerSocket socket;
    private final Optional<SSLContext> encryption;
    private final Map<String, String> answers = Collections.synchronizedMap(new HashMap<>());
    private volatile Runnable atTheEnd = () -> {};
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    /** A mail that it has taken. */
    public record Received(String to, String text, boolean isEncrypted) {}

    private FakeMailServer(int port, Optional<SSLContext> encryption) throws IOException {
        this.encryption = encryption;
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** On a port that is free. */
    public static FakeMailServer start() throws IOException {
        return new FakeMailServer(0, Optional.empty());
    }

    public static FakeMailServer startAt(int port) throws IOException {
        return new FakeMailServer(port, Optional.empty());
    }

    /** One that offers STARTTLS with a key in PKCS 12. */
    static FakeMailServer start(Path key) throws Exception {
        return new FakeMailServer(0, Optional.of(context(key)));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /**
     * What it answers to commands that begin so, or to {@code .}, the end of a mail; {@link
     * #HANG_UP} for no answer.
     */
    public void answer(String command, String answer) {
        answers.put(command, answer);
    }

    /** From now on as a server usually does. */
    public void answerAsUsual() {
        answers.clear();
    }

    /** Is run between the end of a mail and the answer to it. */
    public void atTheEndOfEach(Runnable action) {
        atTheEnd = action;
    }

    /** What it has taken, in order: also mails whose end it gave no answer to. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** To whom, in order. */
    public List<String> recipients() {
        return received().stream().map(Received::to).toList();
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client, false);
            } catch (IOException | IllegalStateException gone) {
                continue;
            }
        }
    }

    private void talk(Socket client, boolean isEncrypted) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (!isEncrypted) {
            say(client, "220 fake ESMTP");
        }
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            if (line.startsWith("RCPT TO:")) {
                to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
            Optional<String> told = told(line);
            if (told.isPresent()) {
                if (endsWith(client, told.get())) {
                    return;
                }
                say(client, told.get());
            } else if (line.startsWith("EHLO")) {
                boolean isOffered = encryption.isPresent() && !isEncrypted;
                say(client, "250-fake\r\n" + (isOffered ? "250 STARTTLS" : "250 8BITMIME"));
            } else if (line.equals("STARTTLS")) {
                say(client, "220 go ahead");
                try (SSLSocket secure = secure(client)) {
                    talk(secure, true);
                }
                return;
            } else if (line.equals("DATA")) {
                say(client, "354 go ahead");
                String text = text(in);
                Optional<String> answer = told(END);
                boolean isEnd = answer.isPresent() && endsWith(client, answer.get());
                if (answer.isEmpty() || isEnd) {
                    received.add(new Received(to, text, isEncrypted));
                }
                atTheEnd.run();
                if (isEnd) {
                    return;
                }
                say(client, answer.orElse("250 2.0.0 taken"));
            } else if (line.equals("QUIT")) {
                say(client, "221 bye");
                return;
            } else {
                say(client, "250 2.1.0 fine");
            }
        }
    }

    private static boolean endsWith(Socket client, String answer) throws IOException {
        if (answer.equals(RESET)) {
            client.setSoLinger(true, 0);
        }
        return answer.equals(RESET) || answer.equals(HANG_UP);
    }

    private Optional<String> told(String line) {
        synchronized (answers) {
            return answers.entrySet().stream()
                    .filter(it -> line.startsWith(it.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    /** A mail to its end; one that is broken off is none. */
    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); ; line = in.readLine()) {
            if (line == null) {
                throw new IOException("broken off");
            }
            if (line.equals(END)) {
                return text.toString();
            }
            text.append(line.startsWith(END) ? line.substring(1) : line).append("\r\n");
        }
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private SSLSocket secure(Socket client) throws IOException {
        SSLSocket secure =
                (SSLSocket)
                        encryption
                                .orElseThrow()
                                .getSocketFactory()
                                .createSocket(client, null, client.getPort(), true);
        secure.setUseClientMode(false);
        return secure;
    }

    private static SSLContext context(Path key) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(key)) {
            store.load(in, PASSWORD.toCharArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
