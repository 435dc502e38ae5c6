package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Content;
import eu.wattpeil.collect.Document;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What is in a file, or in an entry of one. */
record FileContent(PackedFile file, SeenFiles.Entry entry) implements Content {

    @Override
    public InputStream open() throws IOException {
        return file.open(entry.number());
    }

    @Override
    public Optional<Stretch> stretch() {
        return file.packing() == Packing.NONE
                ? Optional.of((from, to) -> FileStretch.open(file.file(), from, to))
                : Optional.empty();
    }

    @Override
    public Optional<String> damage() {
        return Optional.of(entry.damage()).filter(damage -> !damage.isEmpty());
    }

    @Override
    public Optional<String> givenName() throws IOException {
        return entry.number() == SeenFiles.Entry.WHOLE
                ? Optional.empty()
                : Optional.of(file.name() + "!" + file.entryName(entry.number()));
    }

    @Override
    public List<Document> anew() throws IOException {
        return file.documentsAnew();
    }
}
