package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Unreadable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of a workspace that match one of some patterns; packed ones ({@code .gz}, {@code .zst},
 * {@code .zip}) are read in place.
 */
final class MatchingFiles {

    private static final int FEW = 3;

    private final Path root;
    private final List<String> patterns;
    private final SeenFiles seen;

    /**
     * @param root the workspace
     * @param patterns in the notation of {@link FileSystems}' globs, relative to the workspace
     * @param seen what is known of files that have not changed
     */
    MatchingFiles(Path root, List<String> patterns, SeenFiles seen) {
        this.root = root;
        this.patterns = List.copyOf(patterns);
        this.seen = seen;
    }

    /** The documents in them. What cannot be looked at leaves the others alone. */
    Found look() throws IOException {
        Map<Path, Unreadable> unreadable = new TreeMap<>();
        return look(matching(unreadable), unreadable, PackedFile::documents);
    }

    /**
     * The documents in the last few that changed, the newest first; large ones as {@link
     * PackedFile#documentsInHaste} has them.
     */
    Found lookAtNewest() throws IOException {
        Map<Path, Unreadable> unreadable = new TreeMap<>();
        Map<Path, FileTime> times = new HashMap<>();
        for (Path file : matching(unreadable)) {
            try {
                times.put(file, Files.getLastModifiedTime(file));
            } catch (NoSuchFileException gone) {
                // It was there when the folder was listed.
            }
        }
        List<Path> newest =
                times.keySet().stream()
                        .sorted(
                                Comparator.comparing((Path file) -> times.get(file))
                                        .thenComparing(Comparator.naturalOrder())
                                        .reversed())
                        .limit(FEW)
                        .toList();
        return look(newest, unreadable, PackedFile::documentsInHaste);
    }

    @FunctionalInterface
    private interface Look {
        List<Document> documents(PackedFile file) throws IOException;
    }

    private Found look(Collection<Path> files, Map<Path, Unreadable> unreadable, Look look) {
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            try {
                documents.addAll(look.documents(new PackedFile(place(file), file, seen)));
            } catch (NoSuchFileException gone) {
                // It was there when the folder was listed.
            } catch (IOException failure) {
                unreadable.put(file, Unreadable.of(place(file), failure));
            }
        }
        return new Found(documents, List.copyOf(unreadable.values()));
    }

    private Set<Path> matching(Map<Path, Unreadable> unreadable) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        for (String pattern : patterns) {
            Path start = root.resolve(fixedPrefix(pattern)).normalize();
            if (!Files.isDirectory(start)) {
                continue;
            }
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            // An inbox is often a link to a share.
            Files.walkFileTree(
                    start,
                    Set.of(FileVisitOption.FOLLOW_LINKS),
                    depth(pattern),
                    new Collector(matcher, files, unreadable));
        }
        return files;
    }

    private String place(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The folders of a pattern before its first wildcard. */
    private static String fixedPrefix(String pattern) {
        int wildcard = 0;
        while (wildcard < pattern.length() && "*?[{\\".indexOf(pattern.charAt(wildcard)) < 0) {
            wildcard++;
        }
        int slash = pattern.lastIndexOf('/', wildcard);
        return slash < 0 ? "" : pattern.substring(0, slash);
    }

    /**
     * How many folders below the fixed ones a pattern can reach; an archive deeper down is not
     * walked.
     */
    private static int depth(String pattern) {
        if (pattern.contains("**")) {
            return Integer.MAX_VALUE;
        }
        String open = pattern.substring(fixedPrefix(pattern).length());
        return 1 + (int) open.chars().filter(letter -> letter == '/').count();
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final PathMatcher matcher;
        private final Set<Path> files;
        private final Map<Path, Unreadable> unreadable;

        private Collector(PathMatcher matcher, Set<Path> files, Map<Path, Unreadable> unreadable) {
            this.matcher = matcher;
            this.files = files;
            this.unreadable = unreadable;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                return FileVisitResult.CONTINUE;
            }
            String place = place(file);
            String printable = place.replaceAll("\\p{Cntrl}", "?");
            if (!printable.equals(place) && matcher.matches(Path.of(printable))) {
                unreadable.put(
                        file,
                        new Unreadable(
                                printable, "has a control character in its name, expected none"));
            } else if (matcher.matches(root.relativize(file))) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        /** A folder that cannot be listed, or a link back to one. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!(failure instanceof NoSuchFileException)) {
                unreadable.put(file, Unreadable.of(place(file), failure));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                unreadable.put(folder, Unreadable.of(place(folder), failure));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
