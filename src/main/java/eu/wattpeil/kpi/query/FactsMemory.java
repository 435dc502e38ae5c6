package eu.wattpeil.kpi.query;

import eu.wattpeil.disk.MemoryFile;
import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.kpi.query.MeterFacts.UnknownMeter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the readings of a store said when they were asked last, with all that they were
 * asked of: the same question gets the same answer, and need not be asked again.
 */
final class FactsMemory {

    private static final String FILE = "meter-facts";

    /** Another one for each change of what is written. */
    private static final int FORMAT = 0x5750_4601;

    private final Optional<MemoryFile> file;

    private FactsMemory(Optional<MemoryFile> file) {
        this.file = file;
    }

    /** What is kept in a folder; nothing where there is none. */
    static FactsMemory in(Optional<Path> folder) {
        return new FactsMemory(folder.map(it -> new MemoryFile(it.resolve(FILE), FORMAT)));
    }

    /** Leaves nothing of what is kept. */
    void remove() throws IOException {
        if (file.isPresent()) {
            file.get().remove();
        }
    }

    /**
     * The answer to a question; empty where it was not the last one.
     *
     * @param question all that the answer depends on
     */
    Optional<MeterFacts> answer(byte[] question) {
        Answer answer = new Answer(question);
        file.ifPresent(it -> it.read(answer::read));
        return Optional.ofNullable(answer.facts);
    }

    /** Keeps the answer to a question, and no other. */
    void keep(byte[] question, MeterFacts facts) {
        file.ifPresent(it -> it.write(out -> write(question, facts, out)));
    }

    private static final class Answer {

        private final byte[] question;
        private @Nullable MeterFacts facts;

        private Answer(byte[] question) {
            this.question = question;
        }

        private void read(DataInputStream in) throws IOException {
            if (in.readInt() != question.length
                    || !Arrays.equals(in.readNBytes(question.length), question)) {
                return;
            }
            List<UnknownMeter> unknown = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                unknown.add(
                        new UnknownMeter(
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                in.readLong(),
                                instant(in),
                                instant(in)));
            }
            List<Conflict> conflicts = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                conflicts.add(
                        new Conflict(
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                MemoryFile.text(in),
                                in.readLong(),
                                instant(in),
                                instant(in)));
            }
            facts = new MeterFacts(unknown, conflicts);
        }
    }

    private static void write(byte[] question, MeterFacts facts, DataOutputStream out)
            throws IOException {
        out.writeInt(question.length);
        out.write(question);
        out.writeInt(facts.unknown().size());
        for (UnknownMeter meter : facts.unknown()) {
            MemoryFile.text(meter.definition(), out);
            MemoryFile.text(meter.meterKey(), out);
            MemoryFile.text(meter.quantity(), out);
            MemoryFile.text(meter.kind(), out);
            out.writeLong(meter.readings());
            instant(meter.firstAt(), out);
            instant(meter.lastAt(), out);
        }
        out.writeInt(facts.conflicts().size());
        for (Conflict conflict : facts.conflicts()) {
            MemoryFile.text(conflict.meterKey(), out);
            MemoryFile.text(conflict.quantity(), out);
            MemoryFile.text(conflict.kind(), out);
            MemoryFile.text(conflict.definition(), out);
            MemoryFile.text(conflict.otherDefinition(), out);
            out.writeLong(conflict.readings());
            instant(conflict.firstAt(), out);
            instant(conflict.lastAt(), out);
        }
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void instant(Instant instant, DataOutputStream out) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }
}
