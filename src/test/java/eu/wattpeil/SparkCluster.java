package eu.wattpeil;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A Spark cluster on the loopback address: a master and workers, each a process of its own. */
final class SparkCluster implements AutoCloseable {

    /** Where {@code mvn -f src/spark package} puts what a cluster is made of. */
    static final Path LIBRARIES = Path.of("target", "lib-spark").toAbsolutePath();

    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final Duration TO_LISTEN = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();
    private int workers;

    private SparkCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts one, of workers with one core each. */
    static SparkCluster start(Path folder, int workers) throws Exception {
        SparkCluster cluster = new SparkCluster(folder, freePort());
        Files.createDirectories(folder);
        // Workers take the libraries of what they start from there.
        Files.createSymbolicLink(folder.resolve("jars"), LIBRARIES);
        try {
            cluster.begin(
                    "org.apache.spark.deploy.master.Master",
                    List.of("--host", HOST, "--port", Integer.toString(cluster.port)));
            cluster.awaitMaster();
            for (int worker = 1; worker <= workers; worker++) {
                cluster.startWorker();
            }
            return cluster;
        } catch (Exception failure) {
            cluster.close();
            throw failure;
        }
    }

    /** One more, with one core. */
    void startWorker() throws IOException {
        workers++;
        begin(
                "org.apache.spark.deploy.worker.Worker",
                List.of(
                        "--host",
                        HOST,
                        "--cores",
                        "1",
                        "--memory",
                        "1g",
                        "--work-dir",
                        folderOfWorker(workers).toString(),
                        address()));
    }

    /** Kills the one that was started last, with what it works at. */
    void killWorker() {
        end(processes.remove(processes.size() - 1));
    }

    String address() {
        return "spark://" + HOST + ":" + port;
    }

    /** How many workers did something for a program. */
    long workersThatWorked() throws IOException {
        long count = 0;
        for (int worker = 1; worker <= workers; worker++) {
            try (Stream<Path> files = Files.walk(folderOfWorker(worker))) {
                if (files.anyMatch(it -> it.getFileName().toString().equals("stderr"))) {
                    count++;
                }
            }
        }
        return count;
    }

    @Override
    public void close() {
        processes.forEach(SparkCluster::end);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Path folderOfWorker(int worker) {
        return folder.resolve("worker-" + worker);
    }

    private void begin(String main, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                LIBRARIES.resolve("*").toString(),
                                main,
                                "--webui-port",
                                "0"));
        command.addAll(arguments);
        Path log = folder.resolve("log-" + workers + ".txt");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().put("SPARK_HOME", folder.toString());
        process.environment().put("SPARK_SCALA_VERSION", "2.13");
        process.environment().put("SPARK_LOCAL_IP", HOST);
        processes.add(process.start());
    }

    private void awaitMaster() throws Exception {
        long end = System.nanoTime() + TO_LISTEN.toNanos();
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(HOST, port), 1000);
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > end || !processes.get(0).isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("log-0.txt")), notYet);
                }
                Thread.sleep(100);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
