package eu.wattpeil.cli;

import eu.wattpeil.disk.Disk;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * An archive of class data beside the jar: what Java makes of a class when it is loaded is read
 * from it and not made again. It may be deleted at any time, and is made by the first {@code run}
 * or {@code status} after that, where the folder of the jar can be written to.
 *
 * <p>Its name tells which Java and which jar it is of, and its checksum: Java itself looks whether
 * it is of exactly these classes, but breaks off on one that is damaged.
 */
final class ClassData {

    private static final String NAME = "class-data-";
    private static final String ENDING = ".jsa";
    private static final String DRAFT = ".tmp";

    /** One that does not fit is no news; what else Java warns of must not be among results. */
    private static final List<String> SILENT =
            List.of("-Xlog:disable", "-Xlog:all=warning,cds*=off,class+path*=off:stderr");

    private final Path jar;
    private final String prefix;
    private final Optional<Path> archive;

    private ClassData(Path jar, String prefix, Optional<Path> archive) {
        this.jar = jar;
        this.prefix = prefix;
        this.archive = archive;
    }

    /**
     * That of the jar that this process runs; empty where it runs otherwise, or by another Java.
     */
    static Optional<ClassData> ofThisProgram() {
        String classPath = System.getProperty("java.class.path", "");
        String machine = System.getProperty("java.vm.name", "");
        boolean isKnown = machine.contains("OpenJDK") || machine.contains("HotSpot");
        return isKnown && classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)
                ? of(Path.of(classPath))
                : Optional.empty();
    }

    /** That of a jar, as this Java would use it. */
    static Optional<ClassData> of(Path named) {
        Path jar = named.toAbsolutePath().normalize();
        try {
            List<String> all =
                    List.of(
                            System.getProperty("java.vm.version", ""),
                            System.getProperty("java.home", ""),
                            jar.toString(),
                            Files.getLastModifiedTime(jar).toString(),
                            Long.toString(Files.size(jar)));
            byte[] text = String.join("\n", all).getBytes(StandardCharsets.UTF_8);
            String prefix = NAME + checksum(ByteBuffer.wrap(text)) + "-";
            return Optional.of(new ClassData(jar, prefix, find(jar, prefix)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> find(Path jar, String prefix) throws IOException {
        for (Path found : named(jar, prefix + "*" + ENDING)) {
            if (isOfOwner(found, jar) && found.equals(finished(jar, prefix, found))) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The jar, absolute: under another path Java takes it for another one. */
    Path jar() {
        return jar;
    }

    /** The archive; empty where there is none that is whole and from the one whose the jar is. */
    Optional<Path> archive() {
        return archive;
    }

    /** Options of a Java process that uses it where it is there. */
    List<String> options() {
        List<String> options = new ArrayList<>(SILENT);
        if (archive.isPresent()) {
            options.add("-Xshare:auto");
            options.add("-XX:SharedArchiveFile=" + archive.get());
        }
        return options;
    }

    /**
     * Lets a process make it, and puts it in place.
     *
     * @param process runs with the options that it is given, and tells its exit code
     */
    OptionalInt make(Function<List<String>, OptionalInt> process) {
        List<String> options = new ArrayList<>(SILENT);
        if (!Files.isWritable(Disk.folderOf(jar))) {
            return process.apply(options);
        }
        Path draft = jar.resolveSibling(prefix + ProcessHandle.current().pid() + DRAFT);
        options.add("-XX:ArchiveClassesAtExit=" + draft);
        OptionalInt code = process.apply(options);
        try {
            if (Files.exists(draft) && isOfOwner(draft, jar)) {
                // Java leaves it as a file that nobody may write.
                draft.toFile().setWritable(true, true);
                Disk.local().sync(draft);
                Path finished = finished(jar, prefix, draft);
                Disk.local().move(draft, finished);
                removeOthers(finished);
            }
            Files.deleteIfExists(draft);
        } catch (IOException unwritable) {
            // The next one tries again.
        }
        return code;
    }

    /**
     * What is of this jar, or older than it: of one that it took the place of. Also drafts of this
     * jar whose process was killed.
     */
    private void removeOthers(Path kept) throws IOException {
        FileTime made = Files.getLastModifiedTime(jar);
        for (Path other : named(jar, NAME + "*")) {
            boolean isOfThis =
                    isPrefixed(other) && (other.toString().endsWith(ENDING) || isLeft(other));
            boolean isOlder = Files.getLastModifiedTime(other).compareTo(made) < 0;
            if (!other.equals(kept) && (isOfThis || isOlder)) {
                Files.deleteIfExists(other);
            }
        }
    }

    /** Whether it is a draft of a process that is gone. */
    private boolean isLeft(Path other) {
        String name = other.getFileName().toString().substring(prefix.length());
        return name.matches("[0-9]{1,18}" + Pattern.quote(DRAFT))
                && ProcessHandle.of(Long.parseLong(name.replace(DRAFT, ""))).isEmpty();
    }

    private boolean isPrefixed(Path other) {
        return other.getFileName().toString().startsWith(prefix);
    }

    private static List<Path> named(Path jar, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Disk.folderOf(jar), pattern)) {
            all.forEach(found::add);
        }
        return found;
    }

    /** Who may write into the folder, but not the jar, must not bring it classes. */
    private static boolean isOfOwner(Path file, Path jar) throws IOException {
        return Files.getOwner(file).equals(Files.getOwner(jar));
    }

    /** How a file is called as an archive that is whole. */
    private static Path finished(Path jar, String prefix, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return jar.resolveSibling(prefix + checksum(bytes) + ENDING);
        }
    }

    private static String checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
