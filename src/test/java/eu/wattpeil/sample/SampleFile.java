package eu.wattpeil.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One text file of the sample, built line by line and packed with gzip. */
final class SampleFile {

    private final Charset charset;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();

    SampleFile(Charset charset, String lineEnd) {
        this.charset = charset;
        this.lineEnd = lineEnd;
    }

    void add(String line) {
        text.append(line).append(lineEnd);
    }

    /** The gzip header that the JDK writes holds neither a time nor a name. */
    void writeTo(Path path) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, packed(text.toString().getBytes(charset)));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": the file cannot be written", e);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new BestGzip(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
