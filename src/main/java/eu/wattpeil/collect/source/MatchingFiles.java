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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a workspace that match one of some patterns; packed ones and archives are read in
 * place.
 */
final class MatchingFiles {

    private static final int FEW = 3;

    /** A pattern with a name that begins with a dot. */
    private static final Pattern HIDDEN = Pattern.compile("(^|[/{,])\\.");

    private final Path root;
    private final List<String> patterns;
    private final Duration settled;
    private final SeenFiles seen;

    /**
     * @param root the workspace
     * @param patterns in the notation of {@link FileSystems}' globs, relative to the workspace;
     *     {@code **}{@code /} also stands for no folder, and hidden files and folders match only
     *     where a pattern has the dot that they begin with
     * @param settled how long a file must not have changed
     * @param seen what is known of files that have not changed
     */
    MatchingFiles(Path root, List<String> patterns, Duration settled, SeenFiles seen) {
        this.settled = settled;
        this.root = root;
        this.patterns = List.copyOf(patterns);
        this.seen = seen;
    }

    /** The documents in them. What cannot be looked at leaves the others alone. */
    Found look() throws IOException {
        Map<Path, Unreadable> unreadable = new TreeMap<>();
        List<String> unsettled = new ArrayList<>();
        List<Path> files = settled(matching(unreadable), unsettled);
        return look(files, unreadable, unsettled, PackedFile::documents);
    }

    /**
     * The documents in the last few that changed, the newest first; large ones as {@link
     * PackedFile#documentsInHaste} has them.
     */
    Found lookAtNewest() throws IOException {
        Map<Path, Unreadable> unreadable = new TreeMap<>();
        Map<Path, FileTime> times = new HashMap<>();
        List<String> unsettled = new ArrayList<>();
        for (Path file : settled(matching(unreadable), unsettled)) {
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
        return look(newest, unreadable, unsettled, PackedFile::documentsInHaste);
    }

    @FunctionalInterface
    private interface Look {
        List<Document> documents(PackedFile file) throws IOException;
    }

    /**
     * Those that have not changed for long enough. A time of change that lies further ahead than
     * that comes of a clock that was set, and must not hide a file for good.
     */
    private List<Path> settled(Set<Path> files, List<String> unsettled) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            try {
                Duration age =
                        Duration.between(
                                Files.getLastModifiedTime(file).toInstant(),
                                seen.clock().instant());
                if (age.abs().compareTo(settled) < 0) {
                    unsettled.add(place(file));
                } else {
                    found.add(file);
                }
            } catch (NoSuchFileException gone) {
                // It was there when the folder was listed.
            }
        }
        return found;
    }

    private Found look(
            Collection<Path> files,
            Map<Path, Unreadable> unreadable,
            List<String> unsettled,
            Look look) {
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
        return new Found(documents, List.copyOf(unreadable.values()), unsettled);
    }

    private Set<Path> matching(Map<Path, Unreadable> unreadable) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        for (String pattern : patterns) {
            Path start = root.resolve(fixedPrefix(pattern)).normalize();
            if (!Files.isDirectory(start)) {
                continue;
            }
            List<PathMatcher> matchers = new ArrayList<>();
            addMatchers(pattern, 0, matchers);
            PathMatcher matcher = path -> matchers.stream().anyMatch(each -> each.matches(path));
            // An inbox is often a link to a share.
            Files.walkFileTree(
                    start,
                    Set.of(FileVisitOption.FOLLOW_LINKS),
                    depth(pattern),
                    new Collector(
                            start, HIDDEN.matcher(pattern).find(), matcher, files, unreadable));
        }
        return files;
    }

    /** A matcher for each choice of folders that may be none. */
    private static void addMatchers(String pattern, int from, List<PathMatcher> matchers) {
        int any = pattern.indexOf("**/", from);
        if (any < 0) {
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + pattern));
            return;
        }
        addMatchers(pattern, any + 1, matchers);
        if (any == 0 || pattern.charAt(any - 1) == '/') {
            addMatchers(pattern.substring(0, any) + pattern.substring(any + 3), any, matchers);
        }
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

        private final Path start;
        private final boolean isHiddenMeant;
        private final PathMatcher matcher;
        private final Set<Path> files;
        private final Map<Path, Unreadable> unreadable;

        private Collector(
                Path start,
                boolean isHiddenMeant,
                PathMatcher matcher,
                Set<Path> files,
                Map<Path, Unreadable> unreadable) {
            this.start = start;
            this.isHiddenMeant = isHiddenMeant;
            this.matcher = matcher;
            this.files = files;
            this.unreadable = unreadable;
        }

        /** What others have begun to write is often hidden, and so is what they throw away. */
        private boolean isPassedOver(Path path) {
            return !isHiddenMeant
                    && !path.equals(start)
                    && path.getFileName().toString().startsWith(".");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isPassedOver(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile() || isPassedOver(file)) {
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
