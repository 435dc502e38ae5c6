package eu.wattpeil.disk;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The disks of this machine, by the operating system's own calls. */
enum LocalDisk implements Disk {
    INSTANCE;

    private static final boolean IS_WINDOWS = File.separatorChar == '\\';

    @Override
    public void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Windows opens no folder and needs no such call: NTFS keeps a journal of names. */
    @Override
    public void syncFolder(Path folder) throws IOException {
        if (IS_WINDOWS) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void remove(Path path) throws IOException {
        Files.deleteIfExists(path);
    }
}
