package eu.wattpeil.collect.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has landed, by the name of what was asked for. An answer of several pages is there when its
 * first one is, for that is put down last.
 */
public final class Answers {

    private static final Pattern NAME =
            Pattern.compile("(.+?)(\\.p([0-9]+))?(\\.(?:csv|gz|html|json|txt|xlsx|xml|zip|zst))?");

    private final Landing landing;
    private final Set<String> whole = new HashSet<>();
    private final List<String> files;

    private Answers(Landing landing, List<String> files) {
        this.landing = landing;
        this.files = new ArrayList<>(files);
    }

    /** What has landed so far. */
    public static Answers of(Landing landing) throws IOException {
        Answers answers = new Answers(landing, landing.names());
        for (String file : answers.files) {
            Matcher name = matcher(file);
            if (name.group(2) == null) {
                answers.whole.add(name.group(1));
            }
        }
        answers.whole.addAll(landing.empty());
        return answers;
    }

    /** Whether the answer of that name is there, as a whole. */
    public boolean has(String name) {
        return whole.contains(name);
    }

    /** Notes that the origin has nothing under that name. */
    public void empty(String name) throws IOException {
        landing.landEmpty(name);
    }

    /** Begins to put an answer down; the caller closes. */
    public Pages begin(String name) {
        return new Pages(name);
    }

    /** Removes answers whose name begins so, but the one of that name: it took their place. */
    public void removeReplaced(String beginning, String name) throws IOException {
        for (String file : List.copyOf(files)) {
            if (file.startsWith(beginning) && !matcher(file).group(1).equals(name)) {
                landing.remove(file);
                files.remove(file);
            }
        }
    }

    /** What was asked for, by the name of a file that answers it. */
    static String nameOf(String file) {
        return matcher(file).group(1);
    }

    private static Matcher matcher(String file) {
        Matcher name = NAME.matcher(file);
        if (!name.matches()) {
            throw new IllegalArgumentException(file);
        }
        return name;
    }

    /**
     * Tells by the first bytes of a page what its file is to end in; empty for nothing. It throws
     * where they are not what was asked for.
     */
    @FunctionalInterface
    public interface Ending {
        String of(byte[] head) throws FetchException;
    }

    /** The pages of an answer, none of which is there before all are. */
    public final class Pages implements Closeable {

        private final String name;
        private final List<Landing.Draft> drafts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();

        private Pages(String name) {
            this.name = name;
        }

        /** Writes a page; where that fails it can be written again. It gives the file so far. */
        public Path add(Landing.Answer answer, Ending ending) throws IOException {
            String page = drafts.isEmpty() ? "" : ".p" + (drafts.size() + 1);
            Landing.Draft draft = landing.draft(name + page, answer);
            drafts.add(draft);
            names.add(name + page + ending.of(draft.head()));
            return draft.file();
        }

        /** Puts all of them down, over an older answer of the same name. */
        public void land() throws IOException {
            for (int page = drafts.size() - 1; page >= 0; page--) {
                drafts.get(page).land(names.get(page));
            }
            for (String file : List.copyOf(files)) {
                if (matcher(file).group(1).equals(name) && !names.contains(file)) {
                    landing.remove(file);
                    files.remove(file);
                }
            }
            names.stream().filter(file -> !files.contains(file)).forEach(files::add);
            whole.add(name);
            landing.removeEmpty(name);
        }

        @Override
        public void close() throws IOException {
            for (Landing.Draft draft : drafts) {
                draft.close();
            }
        }
    }
}
