package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Unreadable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a workspace that match one of some patterns; packed ones and archives are read in
 * place.
 */
final class MatchingFiles {

    private static final int FEW = 3;

    /** Folders of every workspace whose files are no documents, or those of another source. */
    private static final List<String> OWN = List.of("config", "jobs", Landing.ALL, Originals.ALL);

    /** A pattern with a name that begins with a dot. */
    private static final Pattern HIDDEN = Pattern.compile("(^|[/{,])\\.");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Path root;
    private final List<String> patterns;
    private final Duration settled;
    private final SeenFiles seen;
    private final Set<Path> own;

    /**
     * @param root the workspace
     * @param patterns in the notation of {@link FileSystems}' globs, relative to the workspace;
     *     {@code **}{@code /} also stands for no folder, and hidden files and folders match only
     *     where a pattern has the dot that they begin with
     * @param settled how long a file must not have changed
     * @param seen what is known of files that have not changed
     * @param written folders that Wattpeil itself writes; wildcards reach neither into those nor
     *     into others that are its own
     */
    MatchingFiles(
            Path root, List<String> patterns, Duration settled, SeenFiles seen, Set<Path> written) {
        this.settled = settled;
        this.root = root;
        this.patterns = List.copyOf(patterns);
        this.seen = seen;
        own = new HashSet<>(written);
        OWN.forEach(folder -> own.add(root.resolve(folder)));
    }

    /** The documents in them. What cannot be looked at leaves the others alone. */
    Found look() throws IOException {
        Map<Path, Unreadable> unreadable = new TreeMap<>();
        List<String> unsettled = new ArrayList<>();
        Set<String> absent = new TreeSet<>();
        List<Match> files = settled(matching(unreadable, absent), unsettled);
        return look(files, new Beside(unreadable, unsettled, absent), PackedFile::documents);
    }

    /**
     * The documents in the last few that changed, the newest first; large ones as {@link
     * PackedFile#documentsInHaste} has them.
     */
    Found lookAtNewest() throws IOException {
        Map<Path, Unreadable> unreadable = new TreeMap<>();
        List<String> unsettled = new ArrayList<>();
        Set<String> absent = new TreeSet<>();
        List<Match> newest =
                settled(matching(unreadable, absent), unsettled).stream()
                        .sorted(
                                Comparator.comparing(
                                                (Match it) -> it.attributes().lastModifiedTime())
                                        .thenComparing(Match::file)
                                        .reversed())
                        .limit(FEW)
                        .toList();
        return look(
                newest, new Beside(unreadable, unsettled, absent), PackedFile::documentsInHaste);
    }

    /** What there is beside files that can be read. */
    private record Beside(
            Map<Path, Unreadable> unreadable, List<String> unsettled, Set<String> absent) {}

    /**
     * A file that a pattern means, as it was when its folder was walked.
     *
     * @param place its name, relative to the workspace
     */
    private record Match(Path file, String place, BasicFileAttributes attributes) {}

    @FunctionalInterface
    private interface Look {
        List<Document> documents(PackedFile file, FileLook look) throws IOException;
    }

    /**
     * Those that have not changed for long enough. A time of change that lies further ahead than
     * that comes of a clock that was set, and must not hide a file for good.
     */
    private List<Match> settled(Collection<Match> files, List<String> unsettled) {
        List<Match> found = new ArrayList<>();
        for (Match file : files) {
            Duration age =
                    Duration.between(
                            file.attributes().lastModifiedTime().toInstant(),
                            seen.clock().instant());
            if (age.abs().compareTo(settled) < 0) {
                unsettled.add(file.place());
            } else {
                found.add(file);
            }
        }
        return found;
    }

    private Found look(Collection<Match> files, Beside beside, Look look) {
        List<Document> documents = new ArrayList<>();
        for (Match file : files) {
            try {
                documents.addAll(
                        look.documents(
                                new PackedFile(file.place(), file.file(), seen),
                                FileLook.of(file.attributes())));
            } catch (NoSuchFileException gone) {
                // It was there when the folder was listed.
            } catch (IOException failure) {
                beside.unreadable().put(file.file(), Unreadable.of(file.place(), failure));
            }
        }
        return new Found(
                documents,
                List.copyOf(beside.unreadable().values()),
                beside.unsettled(),
                List.copyOf(beside.absent()));
    }

    /** In order of their paths. */
    private Collection<Match> matching(Map<Path, Unreadable> unreadable, Set<String> absent)
            throws IOException {
        Map<Path, Match> files = new TreeMap<>();
        for (String pattern : patterns) {
            Path start = start(pattern);
            if (!Files.isDirectory(start)) {
                tellWhereThereIsNoFolder(start, unreadable, absent);
                continue;
            }
            // An inbox is often a link to a share.
            Files.walkFileTree(
                    start,
                    Set.of(FileVisitOption.FOLLOW_LINKS),
                    depth(pattern),
                    new Collector(start, pattern, files, unreadable));
        }
        return files.values();
    }

    /** The folder before the first wildcard; systems spell one accent in two ways. */
    private Path start(String pattern) throws IOException {
        String folder = fixedPrefix(pattern);
        try {
            return Stream.of(folder, composed(folder), Normalizer.normalize(folder, Form.NFD))
                    .map(spelt -> root.resolve(spelt).normalize())
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseGet(() -> root.resolve(folder).normalize());
        } catch (InvalidPathException unknown) {
            throw new IOException(
                    "the locale of this process has no letters for "
                            + folder
                            + ", expected one of UTF-8, such as LANG=C.UTF-8",
                    unknown);
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Form.NFC);
    }

    /** A link to what is not there is a share that is not mounted, rather than no files. */
    private void tellWhereThereIsNoFolder(
            Path start, Map<Path, Unreadable> unreadable, Set<String> absent) {
        Path at = root;
        for (Path step : root.relativize(start)) {
            at = at.resolve(step);
            if (Files.isSymbolicLink(at) && !Files.exists(at)) {
                unreadable.put(at, leadsNowhere(at));
                return;
            }
        }
        if (Files.exists(start)) {
            unreadable.put(start, new Unreadable(place(start), "is a file, expected a folder"));
        } else {
            absent.add(place(start));
        }
    }

    private Unreadable leadsNowhere(Path link) {
        return new Unreadable(
                place(link),
                "is a link to what is not there, expected a file or a folder; is a share not"
                        + " mounted?");
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
        return relative(root.relativize(file));
    }

    private static String relative(Path below) {
        return below.toString().replace('\\', '/');
    }

    /** The folders of a pattern before its first wildcard. */
    static String fixedPrefix(String pattern) {
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
        String prefix = fixedPrefix(pattern);
        int slashes =
                (int) pattern.substring(prefix.length()).chars().filter(it -> it == '/').count();
        return prefix.isEmpty() ? 1 + slashes : slashes;
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final Path start;
        private final boolean isHiddenMeant;
        private final int depth;
        private final List<PathMatcher> matchers = new ArrayList<>();
        private final Set<Object> ownKeys = new HashSet<>();
        private final Map<Path, Match> files;
        private final Map<Path, Unreadable> unreadable;

        private Collector(
                Path start,
                String pattern,
                Map<Path, Match> files,
                Map<Path, Unreadable> unreadable)
                throws IOException {
            this.start = start;
            this.files = files;
            this.unreadable = unreadable;
            isHiddenMeant = HIDDEN.matcher(pattern).find();
            depth = depth(pattern);
            addMatchers(MatchingFiles.composed(pattern), 0, matchers);
            for (Path folder : own) {
                if (Files.isDirectory(folder)) {
                    ownKeys.add(key(folder, attributes(folder)));
                }
            }
            ownKeys.remove(key(start, attributes(start)));
        }

        private static BasicFileAttributes attributes(Path folder) throws IOException {
            return Files.readAttributes(folder, BasicFileAttributes.class);
        }

        /** What tells a folder however it is reached. */
        private static Object key(Path folder, BasicFileAttributes attributes) {
            Object key = attributes.fileKey();
            return key == null ? folder.toAbsolutePath().normalize() : key;
        }

        private boolean matches(Path relative) {
            Path spelt = composed(relative);
            return matchers.stream().anyMatch(each -> each.matches(spelt));
        }

        /** Without a locale that has its letters, a name is what it is. */
        private static Path composed(Path path) {
            try {
                String spelt = path.toString();
                String composed = MatchingFiles.composed(spelt);
                return composed.equals(spelt) ? path : Path.of(composed);
            } catch (InvalidPathException ofTheLocale) {
                return path;
            }
        }

        /** What others have begun to write is often hidden, and so is what they throw away. */
        private boolean isPassedOver(Path path) {
            return !isHiddenMeant
                    && !path.equals(start)
                    && path.getFileName().toString().startsWith(".");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isPassedOver(folder) || ownKeys.contains(key(folder, attributes))
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isPassedOver(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() && mayBeMeant(file)) {
                unreadable.put(file, leadsNowhere(file));
            }
            if (!attributes.isRegularFile()) {
                return FileVisitResult.CONTINUE;
            }
            Path below = root.relativize(file);
            String place = relative(below);
            String printable = CONTROL.matcher(place).replaceAll("?");
            if (!printable.equals(place) && matches(Path.of(printable))) {
                unreadable.put(
                        file,
                        new Unreadable(
                                printable, "has a control character in its name, expected none"));
            } else if (matches(below)) {
                files.put(file, new Match(file, place, attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        /** As a file that matches, or as a folder with files that would. */
        private boolean mayBeMeant(Path link) {
            return start.relativize(link).getNameCount() < depth || matches(root.relativize(link));
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
