package eu.wattpeil.collect;

import eu.wattpeil.workspace.Fingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What files may be called where their names, or those of the folders that they are in, are names
 * of hosts: the folder that the definition names, and a hash of what is below it.
 *
 * @param folders that the definition names, each with a slash at its end, or empty for the
 *     workspace; of a file in none of them the folder that it is in counts
 */
record ToldNames(List<String> folders) {

    private static final int DIGITS = 12;

    /** A place in an archive tells nobody. */
    private static final Pattern ENTRY = Pattern.compile("(.*?)(![0-9]+)?", Pattern.DOTALL);

    ToldNames {
        folders = List.copyOf(folders);
    }

    /** The name that may be told in place of another one. */
    String of(String name) {
        if (folders.contains(name + "/")) {
            return name;
        }
        String folder =
                folders.stream()
                        .filter(name::startsWith)
                        .max(Comparator.comparingInt(String::length))
                        .orElse(name.substring(0, name.lastIndexOf('/') + 1));
        Matcher below = ENTRY.matcher(name.substring(folder.length()));
        if (!below.matches()) {
            throw new IllegalStateException(name);
        }
        return folder
                + Fingerprint.of(below.group(1)).substring(0, DIGITS)
                + (below.group(2) == null ? "" : below.group(2));
    }

    Document of(Document document) {
        return new Document(
                of(document.name()),
                document.bytes(),
                document.sha256(),
                new NamelessContent(document.content(), document.name(), this));
    }

    Unreadable of(Unreadable unreadable) {
        return new Unreadable(of(unreadable.place()), unreadable.reason());
    }
}
