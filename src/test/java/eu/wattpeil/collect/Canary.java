package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** The word that stands for a person in documents of tests, and where it must not be. */
final class Canary {

    private static final String WORD = ExamPaper.CANARY.toLowerCase(Locale.ROOT);

    private Canary() {}

    /** Whether the bytes hold the word in whatever case, of one byte a letter or of two. */
    static boolean isIn(byte[] bytes) {
        return isIn(new String(bytes, ISO_8859_1).replace("\0", ""));
    }

    /** Whether the text holds the word in whatever case. */
    static boolean isIn(String text) {
        return text.toLowerCase(Locale.ROOT).contains(WORD);
    }

    /**
     * Neither a name nor a byte of a file below a folder holds the word, nor, as Parquet is packed,
     * a row of it.
     */
    static void assertNotBelow(Path folder, String what) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            assertThat(files).as(what).isNotEmpty();
            for (Path file : files) {
                assertThat(isIn(folder.relativize(file).toString())).as(what).isFalse();
                assertThat(isIn(Files.readAllBytes(file))).as("%s, %s", what, file).isFalse();
                if (file.toString().endsWith(".parquet")) {
                    assertNotInRows(file, what);
                }
            }
        }
    }

    private static void assertNotInRows(Path file, String what) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            for (PageReadStore group = reader.readNextRowGroup();
                    group != null;
                    group = reader.readNextRowGroup()) {
                RecordReader<Group> rows =
                        new ColumnIOFactory()
                                .getColumnIO(schema)
                                .getRecordReader(group, new GroupRecordConverter(schema));
                for (long i = 0; i < group.getRowCount(); i++) {
                    String row = rows.read().toString();
                    assertThat(isIn(row)).as("%s, %s: %s", what, file, row).isFalse();
                }
            }
        }
    }
}
