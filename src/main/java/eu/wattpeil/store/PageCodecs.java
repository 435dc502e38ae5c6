package eu.wattpeil.store;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopCodecs;

/**
 * Packs and unpacks the pages of Parquet files by Zstandard itself. Hadoop's layer above it parses
 * its configuration files first, which takes longer than all that a short command reads.
 */
final class PageCodecs implements CompressionCodecFactory {

    static final int LEVEL = 3;

    private final BytesInputCompressor packer;

    private PageCodecs(BytesInputCompressor packer) {
        this.packer = packer;
    }

    /**
     * Packs the pages of a table: those of series, of which there are most by far, in the way that
     * takes less time.
     */
    static PageCodecs of(Dataset table) {
        return new PageCodecs(table.isInSeries() ? new Packer() : new StreamPacker());
    }

    /** How files of a store are opened. */
    static ParquetReadOptions.Builder reading() {
        return ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Unpacking());
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return packer;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("files are written by this alone");
    }

    @Override
    public void release() {}

    private static byte[] bytes(BytesInput page) throws IOException {
        ByteBuffer view = page.toByteBuffer(HeapByteBufferAllocator.getInstance(), unused -> {});
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        return bytes;
    }

    /** As a whole: its size is known beforehand, so that tables are made for no larger one. */
    private static class Packer implements BytesInputCompressor {

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            return BytesInput.from(Zstd.compress(bytes(page), LEVEL));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }

    /**
     * As a stream that is flushed before its end, as Hadoop's layer has it: editions of earlier
     * versions are verified byte for byte.
     */
    private static final class StreamPacker extends Packer {

        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (ZstdOutputStreamNoFinalizer stream =
                    new ZstdOutputStreamNoFinalizer(packed, RecyclingBufferPool.INSTANCE, LEVEL)) {
                page.writeAllTo(stream);
                stream.flush();
            }
            return BytesInput.from(packed.toByteArray());
        }
    }

    /** Of files that were not written here, others too. */
    private static final class Unpacking implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("files are read by this alone");
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            return codec == CompressionCodecName.ZSTD
                    ? new Unpacker()
                    : HadoopCodecs.newFactory(new PlainParquetConfiguration(), 0)
                            .getDecompressor(codec);
        }

        @Override
        public void release() {}
    }

    private static final class Unpacker implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput page, int bytes) throws IOException {
            byte[] unpacked = Zstd.decompress(bytes(page), bytes);
            if (unpacked.length != bytes) {
                throw new IOException("a page is " + unpacked.length + " bytes, expected " + bytes);
            }
            return BytesInput.from(unpacked);
        }

        @Override
        public void decompress(ByteBuffer page, int packedBytes, ByteBuffer target, int bytes) {
            throw new UnsupportedOperationException("pages are read onto the heap");
        }

        @Override
        public void release() {}
    }
}
