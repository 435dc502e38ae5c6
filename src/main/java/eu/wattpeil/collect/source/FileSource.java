package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Source;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a workspace that match one of some patterns; packed ones ({@code .gz}, {@code .zst},
 * {@code .zip}) are read in place.
 */
public final class FileSource implements Source {

    private final Path root;
    private final List<String> patterns;
    private final SeenFiles seen;

    /**
     * @param root the workspace
     * @param patterns in the notation of {@link FileSystems}' globs, relative to the workspace
     * @param seen what is known of files that have not changed
     */
    public FileSource(Path root, List<String> patterns, SeenFiles seen) {
        this.root = root;
        this.patterns = List.copyOf(patterns);
        this.seen = seen;
    }

    @Override
    public List<Document> documents() throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Path file : matchingFiles()) {
            String name = root.relativize(file).toString().replace('\\', '/');
            documents.addAll(new PackedFile(name, file, seen).documents());
        }
        return documents;
    }

    private TreeSet<Path> matchingFiles() throws IOException {
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
                    new Collector(matcher, files));
        }
        return files;
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
        private final TreeSet<Path> files;

        private Collector(PathMatcher matcher, TreeSet<Path> files) {
            this.matcher = matcher;
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && matcher.matches(root.relativize(file))) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
