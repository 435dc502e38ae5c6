package eu.wattpeil.collect.source.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server that gives the readings of a day, and goes wrong as the file {@code fault} of its folder
 * says: a process of its own, so that it can be killed. What it is asked stands in the file {@code
 * heads}.
 */
final class FaultProgram {

    static final char[] PASSWORD = "changeit".toCharArray();

    private static final Path FAULT = Path.of("fault");
    private static final Path HEADS = Path.of("heads");
    private static final Pattern DAY = Pattern.compile("day=([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final int READINGS = 96;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int SECOND_MS = 1000;
    private static final int HANG_MS = 120 * SECOND_MS;

    private FaultProgram() {}

    /** What goes wrong, and at which requests: those that have a text in their first line. */
    private record Fault(String name, String argument, String at) {

        private static Fault now() throws IOException {
            if (Files.notExists(FAULT)) {
                return new Fault("none", "", "");
            }
            String[] words = Files.readString(FAULT).split("\\|", -1);
            return new Fault(words[0], words[1], words[2]);
        }
    }

    /**
     * Serves until it is killed.
     *
     * @param arguments the port, and for TLS a file with its key
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket server =
                arguments.length > 1 ? encrypted(port, Path.of(arguments[1])) : open(port)) {
            while (true) {
                Socket socket = server.accept();
                new Thread(() -> serve(socket)).start();
            }
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    private static ServerSocket encrypted(int port, Path key)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(key)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory()
                .createServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    private static void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            in.mark(1);
            if (in.read() == TLS_HANDSHAKE) {
                head(400, "Content-Length: 0", socket.getOutputStream());
                return;
            }
            in.reset();
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
                head.append(line).append('\n');
                line = in.readLine();
            }
            String asked = head.toString().lines().findFirst().orElse("");
            if (!asked.isEmpty()) {
                note(head + "\n");
                Fault fault = Fault.now();
                answer(asked, asked.contains(fault.at()) ? fault.name() : "none", fault, socket);
            }
        } catch (IOException | InterruptedException gone) {
            // Who asks has gone away.
        }
    }

    private static synchronized void note(String head) throws IOException {
        Files.writeString(HEADS, head, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void answer(String asked, String fault, Fault more, Socket socket)
            throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        byte[] body = readings(asked);
        byte[] half = Arrays.copyOf(body, body.length / 2);
        switch (fault) {
            case "none" -> {
                head(200, "Content-Length: " + body.length, out);
                out.write(body);
            }
            case "hang" -> Thread.sleep(HANG_MS);
            case "stall" -> {
                head(200, "Content-Length: " + body.length, out);
                out.write(half);
                out.flush();
                Thread.sleep(HANG_MS);
            }
            case "trickle" -> {
                head(200, "Content-Length: " + body.length, out);
                for (byte one : body) {
                    out.write(one);
                    out.flush();
                    Thread.sleep(SECOND_MS);
                }
            }
            case "status" -> head(Integer.parseInt(more.argument()), "Content-Length: 0", out);
            case "status-once" -> {
                Files.delete(FAULT);
                head(Integer.parseInt(more.argument()), "Content-Length: 0", out);
            }
            case "busy" -> head(429, "Content-Length: 0\r\nRetry-After: " + more.argument(), out);
            case "busy-once" -> {
                Files.delete(FAULT);
                head(429, "Content-Length: 0\r\nRetry-After: " + more.argument(), out);
            }
            case "cut" -> {
                head(200, "Content-Length: " + body.length, out);
                out.write(half);
            }
            case "cut-in-a-chunk" -> {
                head(200, "Transfer-Encoding: chunked", out);
                out.write((Integer.toHexString(body.length) + "\r\n").getBytes(UTF_8));
                out.write(half);
            }
            case "cut-between-chunks" -> {
                head(200, "Transfer-Encoding: chunked", out);
                out.write((Integer.toHexString(half.length) + "\r\n").getBytes(UTF_8));
                out.write(half);
                out.write("\r\n".getBytes(UTF_8));
            }
            case "cut-gzip" -> {
                byte[] packed = gzip(body);
                head(200, "Content-Encoding: gzip\r\nContent-Length: " + packed.length / 2, out);
                out.write(packed, 0, packed.length / 2);
            }
            case "endless" -> {
                head(200, "Transfer-Encoding: chunked", out);
                while (true) {
                    out.write("4\r\n0;0\n\r\n".repeat(1000).getBytes(UTF_8));
                }
            }
            case "lead-on" -> head(302, "Content-Length: 0\r\nLocation: " + more.argument(), out);
            case "page" -> {
                byte[] page = "\n<!doctype html>\n<html><form>Log in".getBytes(UTF_8);
                head(200, "Content-Type: text/csv\r\nContent-Length: " + page.length, out);
                out.write(page);
            }
            case "reset" -> socket.setSoLinger(true, 0);
            case "reset-in-the-answer" -> {
                head(200, "Content-Length: " + body.length, out);
                out.write(half);
                out.flush();
                Thread.sleep(SECOND_MS / 5);
                socket.setSoLinger(true, 0);
            }
            default -> throw new IllegalArgumentException(fault);
        }
        out.flush();
    }

    private static void head(int status, String fields, OutputStream out) throws IOException {
        out.write(
                ("HTTP/1.1 " + status + " x\r\nConnection: close\r\n" + fields + "\r\n\r\n")
                        .getBytes(ISO_8859_1));
    }

    /** A register at each quarter of an hour of the day that is asked for. */
    private static byte[] readings(String asked) {
        Matcher day = DAY.matcher(asked);
        String date = day.find() ? day.group(1) : "2026-03-01";
        StringBuilder text = new StringBuilder("Meter;Time;kWh\n");
        for (int quarter = 0; quarter < READINGS; quarter++) {
            text.append(
                    "UPS1;%sT%02d:%02d:00Z;%d.5\n"
                            .formatted(date, quarter / 4, quarter % 4 * 15, quarter));
        }
        return text.toString().getBytes(UTF_8);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
