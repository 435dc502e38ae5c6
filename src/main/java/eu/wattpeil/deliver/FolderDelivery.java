package eu.wattpeil.deliver;

import eu.wattpeil.disk.Access;
import eu.wattpeil.disk.Disk;
import eu.wattpeil.report.Publisher.PublishedFile;
import eu.wattpeil.workspace.Delivery.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the files of an edition into a folder: {@code <month>/edition-<n>}, all of them at once by
 * one rename. What others put there stays, and nothing of it is replaced.
 */
final class FolderDelivery {

    private final Access access;

    /**
     * @param access who may read the files
     */
    FolderDelivery(Access access) {
        this.access = access;
    }

    /**
     * Puts them there; where they are there already, nothing happens.
     *
     * @throws DeliveryException where the folder is not there, or has others in their place
     */
    Path deliver(Folder folder, Issue issue, List<PublishedFile> files) throws IOException {
        if (!Files.isDirectory(folder.path())) {
            throw new DeliveryException(
                    "folder "
                            + folder.name()
                            + " is not there, expected one; is a share not mounted?");
        }
        String name = "edition-" + issue.edition();
        Path month = folder.path().resolve(issue.month().toString());
        Path target = month.resolve(name);
        if (Files.exists(target)) {
            requireSame(target, files);
            return target;
        }
        access.createFolders(month);
        Path draft = month.resolve("." + name + ".wattpeil");
        remove(draft);
        access.createFolders(draft);
        for (PublishedFile file : files) {
            Path copy = draft.resolve(file.name());
            access.createFile(copy);
            Files.write(copy, Files.readAllBytes(file.path()));
            Disk.local().sync(copy);
        }
        Disk.local().syncFolder(draft);
        Disk.local().move(draft, target);
        Disk.local().syncFolder(month);
        return target;
    }

    /** A run that was killed after the rename has done its work. */
    private static void requireSame(Path target, List<PublishedFile> files) throws IOException {
        for (PublishedFile file : files) {
            Path there = target.resolve(file.name());
            if (!Files.isRegularFile(there) || Files.mismatch(there, file.path()) >= 0) {
                throw new DeliveryException(
                        there
                                + " is "
                                + (Files.exists(there) ? "another file" : "not there")
                                + ", expected the file of the report or no folder "
                                + target.getFileName()
                                + "; move that folder away");
            }
        }
    }

    /** What is left of a run that was killed: only Wattpeil writes under this name. */
    private static void remove(Path draft) throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(draft);
    }
}
