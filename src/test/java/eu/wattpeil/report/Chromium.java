package eu.wattpeil.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser without a window and one page in it, spoken to in the protocol of its developer tools.
 * What it evaluates is not held by the rules that the page gives itself.
 */
public final class Chromium implements AutoCloseable {

    private static final long MOST_SECONDS = 60;
    private static final String LISTENING = "DevTools listening on ";
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /** The codes of keys that are no signs. */
    private static final Map<String, Integer> KEYS =
            Map.of("Tab", 9, "Enter", 13, "ArrowDown", 40, " ", 32);

    private static final JsonMapper JSON = new JsonMapper();

    private final Path profile = Files.createTempDirectory("wattpeil-chromium");
    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
    private String session = "";

    /**
     * Starts it.
     *
     * @throws org.opentest4j.TestAbortedException where there is none; a continuous integration is
     *     to have one
     */
    public static Chromium start() throws Exception {
        List<String> places = new ArrayList<>(PLACES);
        Optional.ofNullable(System.getenv("WATTPEIL_CHROMIUM")).ifPresent(it -> places.add(0, it));
        Optional<Path> program =
                places.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        String none = "there is none of " + String.join(", ", places);
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(none);
        }
        assumeTrue(program.isPresent(), "skipped: " + none);
        return new Chromium(program.orElseThrow());
    }

    private Chromium(Path program) throws Exception {
        process =
                new ProcessBuilder(
                                program.toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--hide-scrollbars",
                                "--no-first-run",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(URI.create(address()), new Answers())
                        .get(MOST_SECONDS, TimeUnit.SECONDS);
        String target =
                ask("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asString();
        session =
                ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                        .get("sessionId")
                        .asString();
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            ask(domain + ".enable", Map.of());
        }
    }

    /** Where it says that it listens; what it writes after that is read and dropped. */
    private String address() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread rest = new Thread(() -> lines.lines().forEach(it -> {}));
                rest.setDaemon(true);
                rest.start();
                return line.substring(LISTENING.length()).strip();
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the browser ended: " + said);
    }

    /** Shows what follows on a screen of this width, in a light or dark scheme. */
    public void screen(int width, int height, boolean isDark) throws Exception {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        Map<String, String> scheme =
                Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light");
        ask("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** Opens a file, and waits until it is there. */
    public void open(Path page) throws Exception {
        open(page.toUri());
    }

    /** Opens a place of a file anew, and waits until it is there. */
    void open(Path page, String place) throws Exception {
        open(URI.create("about:blank"));
        open(page.toUri() + "#" + place);
    }

    /** Opens an address, and waits until it is there. */
    public void open(URI address) throws Exception {
        open(address.toString());
    }

    private void open(String address) throws Exception {
        requests.clear();
        complaints.clear();
        loaded = new CompletableFuture<>();
        ask("Page.navigate", Map.of("url", address));
        loaded.get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    /** Lets what is opened from now on run its scripts, or not. */
    void allowScripts(boolean areAllowed) throws Exception {
        ask("Emulation.setScriptExecutionDisabled", Map.of("value", !areAllowed));
    }

    /** Presses a key: a sign, or one by its name such as Tab. */
    void press(String key) throws Exception {
        Map<String, Object> down = new LinkedHashMap<>(Map.of("type", "keyDown", "key", key));
        Integer code = KEYS.get(key);
        if (code != null) {
            down.put("windowsVirtualKeyCode", code);
            down.put("code", key.equals(" ") ? "Space" : key);
        }
        if (key.length() == 1) {
            down.put("text", key);
        } else if (key.equals("Enter")) {
            down.put("text", "\r");
        }
        ask("Input.dispatchKeyEvent", down);
        Map<String, Object> up = new LinkedHashMap<>(down);
        up.put("type", "keyUp");
        up.remove("text");
        ask("Input.dispatchKeyEvent", up);
    }

    /** Saves what pages give to be saved, without asking. */
    void saveInto(Path folder) throws Exception {
        ask(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** What an expression gives in the page, once that is settled. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                ask(
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "awaitPromise",
                                true,
                                "returnByValue",
                                true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** A picture of the top of the page, as wide as the screen. */
    byte[] picture(int width, int height) throws Exception {
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        JsonNode answer =
                ask(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "clip", clip, "captureBeyondViewport", true));
        return Base64.getDecoder().decode(answer.get("data").asString());
    }

    /** The addresses that were asked for since the page was opened, its own among them. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the browser complained of since the page was opened. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
        int id = last.incrementAndGet();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(JSON.writeValueAsString(message), true).get(MOST_SECONDS, TimeUnit.SECONDS);
        JsonNode told = answer.get(MOST_SECONDS, TimeUnit.SECONDS);
        if (told.has("error")) {
            throw new AssertionError(method + ": " + told.get("error"));
        }
        return told.get("result");
    }

    private void hear(JsonNode message) {
        if (message.has("id")) {
            Optional.ofNullable(asked.remove(message.get("id").asInt()))
                    .ifPresent(it -> it.complete(message));
            return;
        }
        JsonNode parameters = message.path("params");
        switch (message.path("method").asString("")) {
            case "Page.loadEventFired" -> loaded.complete(null);
            case "Network.requestWillBeSent" ->
                    requests.add(parameters.get("request").get("url").asString());
            case "Runtime.exceptionThrown" ->
                    complaints.add(parameters.get("exceptionDetails").toString());
            case "Log.entryAdded" -> complaints.add(parameters.get("entry").get("text").asString());
            default -> {}
        }
    }

    /** Puts messages together that come in parts. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                hear(JSON.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable fault) {
            asked.values().forEach(it -> it.completeExceptionally(fault));
        }
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        // What it has started writes into its folder for some time after it has ended.
        List<ProcessHandle> parts = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        for (ProcessHandle part : parts) {
            part.onExit().get(MOST_SECONDS, TimeUnit.SECONDS);
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
