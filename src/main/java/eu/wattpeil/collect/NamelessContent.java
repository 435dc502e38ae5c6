package eu.wattpeil.collect;

import eu.wattpeil.collect.bytes.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The content of a document whose name is not to be written.
 *
 * @param name that it has
 * @param names give what may be written
 */
record NamelessContent(Content content, String name, ToldNames names) implements Content {

    @Override
    public InputStream open() throws IOException {
        return content.open();
    }

    @Override
    public Optional<Stretch> stretch() {
        return content.stretch();
    }

    @Override
    public Optional<Outline> knownOutline() {
        return content.knownOutline();
    }

    @Override
    public boolean looksAsFound() throws IOException {
        return content.looksAsFound();
    }

    @Override
    public Optional<String> damage() {
        return content.damage();
    }

    @Override
    public Optional<String> givenName() throws IOException {
        return content.givenName().or(() -> Optional.of(name));
    }

    @Override
    public List<Document> anew() throws IOException {
        return content.anew().stream().map(names::of).toList();
    }
}
