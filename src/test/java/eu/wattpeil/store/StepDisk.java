package eu.wattpeil.store;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The disk of this machine, which notes its steps and can fail at one of them. */
final class StepDisk implements Disk {

    private final Path root;
    private final List<String> steps = new ArrayList<>();
    private int stepsLeft = Integer.MAX_VALUE;
    private int stepsToPause = Integer.MAX_VALUE;
    private Runnable meanwhile = () -> {};

    private final Disk disk;

    StepDisk(Path root) {
        this(root, Disk.local());
    }

    StepDisk(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /** Looks at a store that a change was cut off in. */
    @FunctionalInterface
    interface AfterACut {
        void look(Path root, String cut) throws IOException;
    }

    /**
     * Has a store changed with the power cut after each step in turn, until the change is whole.
     *
     * @param filled makes the store in a folder
     * @param after sees each of them, cut or whole
     * @return how many steps the change has
     */
    static int cutEverywhere(
            Path folder, Function<Path, Store> filled, Consumer<Store> change, AfterACut after)
            throws IOException {
        boolean isWhole = false;
        int steps = 0;
        for (; !isWhole; steps++) {
            Path root = Files.createDirectory(folder.resolve("cut-" + steps));
            filled.apply(root).prepare();
            StepDisk disk = new StepDisk(root);
            disk.cutAfter(steps);
            try {
                change.accept(new Store(root, Origin.UNKNOWN, Access.OWNER, disk));
                isWhole = true;
            } catch (StoreException cut) {
                isWhole = false;
            }
            after.look(root, "cut after " + steps);
        }
        return steps;
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
        disk.sync(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step("sync folder", folder);
        disk.syncFolder(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move", to);
        disk.move(from, to);
    }

    @Override
    public void remove(Path path) throws IOException {
        step("remove", path);
        disk.remove(path);
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
