package eu.wattpeil.store;

import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The disk of this machine, which notes its steps and can fail at one of them. */
final class StepDisk implements Disk {

    private final Path root;
    private final List<String> steps = new ArrayList<>();
    private int stepsLeft = Integer.MAX_VALUE;
    private int stepsToPause = Integer.MAX_VALUE;
    private Runnable meanwhile = () -> {};

    StepDisk(Path root) {
        this.root = root;
    }

    /** Makes each step after some more fail, as when the power is cut. */
    void cutAfter(int count) {
        stepsLeft = count;
    }

    /** After some more steps lets something happen, as if this process was paused meanwhile. */
    void pauseAfter(int count, Runnable what) {
        stepsToPause = count;
        meanwhile = what;
    }

    /** What was done: a verb and a path below the root. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    @Override
    public void sync(Path file) throws IOException {
        step("sync", file);
        Disk.local().sync(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step("sync folder", folder);
        Disk.local().syncFolder(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move", to);
        Disk.local().move(from, to);
    }

    @Override
    public void remove(Path path) throws IOException {
        step("remove", path);
        Disk.local().remove(path);
    }

    private synchronized void step(String verb, Path path) throws IOException {
        if (stepsLeft-- <= 0) {
            throw new IOException("the power was cut");
        }
        if (stepsToPause-- == 0) {
            meanwhile.run();
        }
        steps.add(verb + " " + root.relativize(path).toString().replace('\\', '/'));
    }
}
