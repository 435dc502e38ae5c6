package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shipped: the jar, the libraries beside it, and the list of them within the jar. */
class BillOfMaterialsIT {

    private static final Path JAR = Path.of("target/wattpeil.jar");
    private static final Path LIBRARIES = Path.of("target/lib");

    /** By which a library may be passed on with a program under the Apache licence. */
    private static final Set<String> FREE =
            Set.of(
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "EPL 1.0",
                    "EPL-2.0",
                    "GNU Lesser General Public License",
                    "Go License",
                    "LGPL-2.1-or-later",
                    "MIT",
                    "Unicode-3.0");

    @Test
    void namesEveryLibraryThatIsShippedAndNoOther() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (JsonNode component : components()) {
            listed.add(component.path("name").asString() + "-" + version(component));
        }
        Set<String> shipped;
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            shipped =
                    files.map(it -> it.getFileName().toString().replaceFirst("\\.jar$", ""))
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(shipped).isNotEmpty().isEqualTo(listed);
    }

    @Test
    void everyLibraryMayBePassedOn() throws IOException {
        for (JsonNode component : components()) {
            assertThat(licences(component))
                    .as("licences of %s", component.path("purl").asString())
                    .containsAnyElementsOf(FREE);
        }
    }

    /** Built again from the same commit the jar has the same bytes; a time would be another. */
    @Test
    void noTimeOfTheBuildStandsInTheJar() throws IOException {
        assertThat(bill().path("metadata").has("timestamp")).isFalse();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Set<Long> times = new HashSet<>();
            jar.stream().map(JarEntry::getTime).forEach(times::add);
            assertThat(times).hasSize(1);
        }
    }

    private static List<JsonNode> components() throws IOException {
        List<JsonNode> components = new ArrayList<>();
        bill().path("components").forEach(components::add);
        return components;
    }

    private static JsonNode bill() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            JarEntry bill = jar.getJarEntry("META-INF/sbom/application.cdx.json");
            assumeTrue(bill != null, "a build that is online, as its licences are looked up");
            try (InputStream json = jar.getInputStream(bill)) {
                return new JsonMapper().readTree(json);
            }
        }
    }

    private static String version(JsonNode component) {
        return component.path("version").asString();
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            licences.add(licence.path("id").asString(licence.path("name").asString("")));
        }
        return licences;
    }
}
