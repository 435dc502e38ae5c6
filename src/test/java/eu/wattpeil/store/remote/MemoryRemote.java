package eu.wattpeil.store.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** An object store of a test, whose processes can be killed between any two of their requests. */
public final class MemoryRemote {

    public static final String NAME = "s3a://bucket/store";

    /** What stands there. */
    public final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean isBeating;

    /** The process is gone: no code of it runs any more. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A process that works with it. */
    public final class Process {

        private long left;
        private boolean isLastDone;
        private boolean isKilled;
        private boolean isCutOff;

        private Process(long requests, boolean isLastDone) {
            this.left = requests;
            this.isLastDone = isLastDone;
        }

        public boolean isKilled() {
            return isKilled;
        }

        /** From now on no request of it arrives, and it goes on. */
        public void cutOff(boolean isSo) {
            isCutOff = isSo;
        }

        public RemoteStore store() {
            return new RemoteStore(new Folder(this), NAME, Duration.ofSeconds(60), new FakeTicks());
        }

        /** Whether a request is done; the last one may be, and nobody is told. */
        private synchronized boolean begin(String name) throws IOException {
            if (isKilled && !name.startsWith("beats/")) {
                throw new Killed();
            }
            if (isKilled || isCutOff) {
                throw new IOException("cut off");
            }
            if (name.startsWith("beats/") || --left > 0) {
                return true;
            }
            isKilled = true;
            return isLastDone;
        }

        private void end() {
            if (isKilled) {
                throw new Killed();
            }
        }
    }

    public Process process() {
        return new Process(Long.MAX_VALUE, false);
    }

    /**
     * One that is killed at a request that changes something.
     *
     * @param isLastDone whether that one arrives all the same
     */
    public Process killedAt(long request, boolean isLastDone) {
        return new Process(request, isLastDone);
    }

    /** The content of each file of the last head, by path. */
    public Map<String, byte[]> content() {
        Map<String, byte[]> found = new TreeMap<>();
        head().files().values().forEach(it -> found.put(it.path(), objects.get(it.object())));
        return found;
    }

    public Head head() {
        return process().store().head();
    }

    /** Time flies for who waits in a test, so that signs of life must, too. */
    public void beatWhileOthersWait(boolean isSo) {
        isBeating = isSo;
    }

    private final class FakeTicks implements Ticks {
        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public void sleep(Duration duration) {
            long now = nanos.addAndGet(duration.toNanos());
            if (isBeating) {
                objects.put("beats/000000000001-" + now, new byte[0]);
            }
        }
    }

    private final class Folder implements RemoteFolder {

        private final Process process;

        Folder(Process process) {
            this.process = process;
        }

        private void change(String name, Runnable change) throws IOException {
            if (process.begin(name)) {
                change.run();
            }
            if (!name.startsWith("beats/")) {
                process.end();
            }
        }

        @Override
        public Optional<byte[]> read(String name) {
            process.end();
            return Optional.ofNullable(objects.get(name));
        }

        @Override
        public boolean create(String name, byte[] bytes) throws IOException {
            boolean[] isNew = {false};
            change(name, () -> isNew[0] = objects.putIfAbsent(name, bytes) == null);
            return isNew[0];
        }

        @Override
        public void upload(String name, Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            change(name, () -> objects.put(name, bytes));
        }

        @Override
        public void download(String name, Path file) throws IOException {
            process.end();
            byte[] bytes = objects.get(name);
            if (bytes == null) {
                throw new FileNotFoundException(name);
            }
            Files.write(file, bytes);
        }

        @Override
        public Map<String, Long> list(String folder) {
            process.end();
            Map<String, Long> found = new TreeMap<>();
            objects.subMap(folder + "/", folder + "0")
                    .forEach((name, bytes) -> found.put(name, (long) bytes.length));
            return found;
        }

        @Override
        public void delete(String name) throws IOException {
            change(name, () -> objects.remove(name));
        }

        @Override
        public void close() {}
    }
}
