package eu.wattpeil.kpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.workspace.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelMemoryTest {

    private static final List<String> KEY = List.of("bound", "select 1 as value");

    @TempDir private Path folder;

    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void asksOnceWithinAProcess() {
        HashMap<String, List<String>> process = new HashMap<>();

        assertThat(ask(new ModelMemory(file(), process))).containsExactly("INTEGER\tvalue");
        assertThat(ask(new ModelMemory(file(), process))).containsExactly("INTEGER\tvalue");

        assertThat(questions).hasValue(1);
    }

    @Test
    void remembersInItsFileFromOneProcessToTheNext() {
        ModelMemory first = fresh();
        ask(first);
        first.save();

        assertThat(ask(fresh())).containsExactly("INTEGER\tvalue");

        assertThat(questions).hasValue(1);
    }

    @Test
    void remembersFactsOfAnyCharacters() {
        List<String> facts = List.of("", "a\tb", "c\nd\r\u2028", "\\n \\", "é");
        List<String> key = List.of("bound", "select 2");
        ModelMemory first = fresh();
        first.of(key, () -> facts);
        first.of(List.of("none"), List::of);
        first.save();

        ModelMemory second = fresh();
        assertThat(second.of(key, List::of)).isEqualTo(facts);
        assertThat(second.of(List.of("none"), () -> facts)).isEmpty();
    }

    @Test
    void forgetsWhatIsNoLongerAskedFor() throws IOException {
        ModelMemory first = fresh();
        ask(first);
        first.of(List.of("bound", "select 2 as other"), () -> List.of("INTEGER\tother"));
        first.save();

        ModelMemory second = fresh();
        ask(second);
        second.save();

        assertThat(Files.readString(file())).contains("value").doesNotContain("other");
    }

    @Test
    void isNothingWhereItsFileIsDamaged() throws IOException {
        ModelMemory first = fresh();
        ask(first);
        first.save();
        Files.writeString(file(), Files.readString(file()).replace("INTEGER", "VARCHAR"));

        assertThat(ask(fresh())).containsExactly("INTEGER\tvalue");

        assertThat(questions).hasValue(2);
    }

    @Test
    void isNothingWhereItsFileIsOfAnotherVersion() throws IOException {
        ModelMemory first = fresh();
        ask(first);
        first.save();
        Files.writeString(
                file(),
                Files.readString(file()).replaceFirst("checked-models \\S+", "checked-models 0.0"));

        ask(fresh());

        assertThat(questions).hasValue(2);
    }

    @Test
    void keepsNothingWhereItsFolderIsNotThere() {
        ModelMemory memory =
                new ModelMemory(folder.resolve("absent/checked-models"), new HashMap<>());
        ask(memory);

        memory.save();

        assertThat(folder.resolve("absent")).doesNotExist();
    }

    @Test
    void doesNotRememberARefusal() {
        ModelMemory memory = fresh();
        assertThatThrownBy(
                        () ->
                                memory.of(
                                        KEY,
                                        () -> {
                                            throw new IllegalStateException("refused");
                                        }))
                .hasMessage("refused");

        assertThat(ask(memory)).containsExactly("INTEGER\tvalue");
    }

    /** The reader's text is the same; what it reads has lost a column. */
    @Test
    void aModelIsCheckedAgainOnceOneThatItReadsHasOtherColumns() {
        assertThat(Models.problems(Models.all())).isEmpty();
        ModelFile renamed =
                Models.intermediate(
                        Models.ROOMS.name(), Models.ROOMS.sql().replace("energy_kwh", "energy"));

        List<String> problems =
                Models.problems(
                        Stream.of(Models.STAGING, Models.ENERGY, renamed, Models.KPI).toList());

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith(Models.KPI.file())
                .contains("energy_kwh");
    }

    private ModelMemory fresh() {
        return new ModelMemory(file(), new HashMap<>());
    }

    private List<String> ask(ModelMemory memory) {
        return memory.of(
                KEY,
                () -> {
                    questions.incrementAndGet();
                    return List.of("INTEGER\tvalue");
                });
    }

    private Path file() {
        return folder.resolve("checked-models");
    }
}
