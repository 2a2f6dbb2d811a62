package dev.pennant.jobs.air;

import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * A value of core as the numbers that it writes, which take a tenth of its room. It never changes, so that state hands it out without a copy.
 *
 * @param format number of the format in which core wrote it
 * @param numbers what a {@link NumberWriter} wrote; never changed
 */
@SuppressWarnings("ArrayRecordComponent")
record Packed(int format, byte[] numbers) {
    /** In which core writes at present. */
    static final int PRESENT_FORMAT = 1;

    private static final int USUAL_LENGTH = 512;

    /** Packs what core writes. */
    static Packed of(Consumer<NumberWriter> value) {
        NumberWriter out = new NumberWriter(USUAL_LENGTH);
        value.accept(out);
        return new Packed(PRESENT_FORMAT, out.copy());
    }

    /** What core reads it from. */
    NumberReader read() {
        if (format != PRESENT_FORMAT) {
            throw new IllegalStateException("numbers of format " + format + " are not known to this build");
        }
        return new NumberReader(numbers);
    }

    static void write(Packed packed, DataOutput out) throws IOException {
        out.writeByte(packed == null ? 0 : packed.format);
        if (packed != null) {
            out.writeInt(packed.numbers.length);
            out.write(packed.numbers);
        }
    }

    /** Null where null was written. */
    static Packed read(DataInput in) throws IOException {
        int format = in.readByte();
        if (format == 0) {
            return null;
        }
        byte[] numbers = new byte[in.readInt()];
        in.readFully(numbers);
        return new Packed(format, numbers);
    }

    /** A packed value as bytes. */
    public static final class Format implements ValueFormat<Packed> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<Packed> type() {
            return Packed.class;
        }

        @Override
        public void write(Packed value, DataOutput out) throws IOException {
            Packed.write(value, out);
        }

        @Override
        public Packed read(int version, DataInput in) throws IOException {
            return Packed.read(in);
        }
    }
}
