package eu.wattpeil.collect.source;

import eu.wattpeil.collect.Content;
import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.bytes.ByteRange;
import eu.wattpeil.collect.bytes.Outline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What is in a file, or in an entry of one.
 *
 * @param look of the file before it was read
 */
record FileContent(PackedFile file, SeenFiles.Entry entry, FileLook look) implements Content {

    @Override
    public InputStream open() throws IOException {
        return file.open(entry.number());
    }

    @Override
    public Optional<Stretch> stretch() {
        return file.packing() == Packing.NONE
                ? Optional.of((from, to) -> stretch(file.file(), from, to))
                : Optional.empty();
    }

    @Override
    public Optional<Outline> knownOutline() {
        return entry.outline();
    }

    @Override
    public boolean looksAsFound() throws IOException {
        return FileLook.of(file.file()).equals(look);
    }

    @Override
    public boolean isWholeFile() {
        return entry.number() == SeenFiles.Entry.WHOLE && entry.damage().isEmpty();
    }

    private static InputStream stretch(Path file, long from, long to) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(from);
        return new ByteRange(Channels.newInputStream(channel), to - from);
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
