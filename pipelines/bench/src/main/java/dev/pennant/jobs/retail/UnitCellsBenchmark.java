package dev.pennant.jobs.retail;

import dev.pennant.core.retail.CellWriter;
import dev.pennant.jobs.flink.ValueType;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to send a unit's cells over Flink's network, by the cell. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class UnitCellsBenchmark {
    private static final int CELLS = 100;

    private final TypeSerializer<UnitCells> serializer =
            ValueType.of(new UnitCells.Format()).createSerializer(new SerializerConfigImpl());
    private final DataOutputSerializer out = new DataOutputSerializer(4096);
    private final DataInputDeserializer in = new DataInputDeserializer();
    private final UnitCells cells = new UnitCells();

    /** Fills the holder. */
    @Setup
    public void fill() {
        CellWriter writer = new CellWriter();
        for (int cell = 0; cell < CELLS; cell++) {
            writer.add(cell % 20, 180_000 + cell / 20, true, 3, 30_000, 0);
        }
        cells.hold(writer);
    }

    /** Writes and reads. */
    @Benchmark
    @OperationsPerInvocation(CELLS)
    public Object writeAndRead() throws IOException {
        out.clear();
        serializer.serialize(cells, out);
        in.setBuffer(out.getSharedBuffer(), 0, out.length());
        return serializer.deserialize(in);
    }
}
