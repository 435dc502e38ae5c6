package eu.wattpeil.report.form;

import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.workspace.TextDirection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A month's report for machines, as {@link JsonReport} says, with the schema that it follows. */
public final class ReportJson implements Form {

    static final String NAME = "json";

    static final String FILE = "report.json";

    /**
     * A JSON Schema (draft 2020-12). Its id is a UUID: it is at no address but beside the report.
     */
    static final String SCHEMA = "report.schema.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<File> files(List<Locale> languages) {
        return List.of(File.forAll(FILE), File.forAll(SCHEMA));
    }

    @Override
    public byte[] render(Manuscript manuscript, File file) {
        return file.name().equals(FILE) ? manuscript.machines() : schema();
    }

    static byte[] schema() {
        try (InputStream schema = ReportJson.class.getResourceAsStream(SCHEMA)) {
            return Objects.requireNonNull(schema, SCHEMA).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(MonthlyReport report) {
        String json = MAPPER.writeValueAsString(JsonReport.of(report)).replace("\r\n", "\n");
        return TextDirection.escapedJson(json) + "\n";
    }
}
