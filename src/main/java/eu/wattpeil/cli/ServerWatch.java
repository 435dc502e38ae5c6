package eu.wattpeil.cli;

import eu.wattpeil.operate.Stop;
import java.io.IOException;
import java.io.InputStream;

/** Stops a run whose server is gone: what the server holds open ends with it. */
final class ServerWatch {

    private ServerWatch() {}

    /**
     * @param server ends when the server does
     */
    static void begin(InputStream server, Stop stop) {
        Thread thread = new Thread(() -> awaitEnd(server, stop), "server-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd(InputStream server, Stop stop) {
        try {
            while (server.read() >= 0) {
                // Nothing is said to a run.
            }
        } catch (IOException ended) {
            // It is gone all the same.
        }
        stop.ask();
    }
}
