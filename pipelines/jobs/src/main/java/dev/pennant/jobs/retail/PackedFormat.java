package dev.pennant.jobs.retail;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** State that core itself writes as numbers: how many bytes, then the bytes. */
abstract class PackedFormat<T> implements ValueFormat<T> {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_LENGTH = 1024;

    /** Writes the value. */
    protected abstract void pack(T value, NumberWriter out);

    /** Reads a value that {@link #pack} wrote in the given version of the format. */
    protected abstract T unpack(int version, NumberReader in);

    @Override
    public final boolean isImmutable() {
        return false;
    }

    @Override
    public final void write(T value, DataOutput out) throws IOException {
        NumberWriter numbers = new NumberWriter(USUAL_LENGTH);
        pack(value, numbers);
        out.writeInt(numbers.length());
        out.write(numbers.bytes(), 0, numbers.length());
    }

    @Override
    public final T read(int version, DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return unpack(version, new NumberReader(bytes));
    }
}
