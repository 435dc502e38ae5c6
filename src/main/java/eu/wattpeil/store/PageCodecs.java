package eu.wattpeil.store;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
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

    private static final int FIRST_BYTES = 1 << 17;

    /** More than the ends of a frame and of its blocks take. */
    private static final int FRAME_BYTES = 1 << 10;

    /** Making one takes longer than packing a page; there are as many as threads that write. */
    private static final Queue<Packing> IDLE = new ConcurrentLinkedQueue<>();

    /** How files of a store are opened. */
    static ParquetReadOptions.Builder reading() {
        return ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Unpacking());
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return new Packer();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("files are written by this alone");
    }

    @Override
    public void release() {}

    private static byte[] bytes(BytesInput page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) page.size());
        page.writeAllTo(bytes);
        return bytes.toByteArray();
    }

    private static final class Packer implements BytesInputCompressor {

        /**
         * As a stream that is flushed before its end, as Hadoop's layer has it: editions of earlier
         * versions are verified byte for byte.
         */
        @Override
        public BytesInput compress(BytesInput page) throws IOException {
            Packing packing = Optional.ofNullable(IDLE.poll()).orElseGet(Packing::new);
            BytesInput packed = BytesInput.from(packing.packed(bytes(page)));
            IDLE.add(packing);
            return packed;
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }

    /**
     * What Zstandard needs to pack a page, and can use for the next one. For one thread at a time.
     */
    private static final class Packing {

        private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
        private ByteBuffer packed = ByteBuffer.allocate(FIRST_BYTES);

        byte[] packed(byte[] page) {
            int most = (int) Zstd.compressBound(page.length) + FRAME_BYTES;
            if (packed.capacity() < most) {
                packed = ByteBuffer.allocate(most);
            }
            packed.clear();
            ByteBuffer source = ByteBuffer.wrap(page);
            context.reset();
            compress(source, EndDirective.CONTINUE);
            compress(source, EndDirective.FLUSH);
            compress(source, EndDirective.END);
            return Arrays.copyOf(packed.array(), packed.position());
        }

        private void compress(ByteBuffer source, EndDirective end) {
            boolean isDone;
            do {
                isDone = context.compressByteBufferStream(packed, source, end);
            } while (end == EndDirective.CONTINUE ? source.hasRemaining() : !isDone);
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
