package dev.pennant.jobs.indicator;

import dev.pennant.core.indicator.Coverage;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A coverage as bytes, for the formats of values that have one. */
public final class CoverageBytes {
    private CoverageBytes() {}

    /** Writes a coverage. */
    public static void write(Coverage coverage, DataOutput out) throws IOException {
        out.writeInt(coverage.reported());
        out.writeInt(coverage.expected());
        out.writeInt(coverage.enough());
        out.writeBoolean(coverage.over());
    }

    /** Reads what {@link #write} wrote. */
    public static Coverage read(DataInput in) throws IOException {
        return new Coverage(in.readInt(), in.readInt(), in.readInt(), in.readBoolean());
    }

    /** Reads what was written when always all were needed. */
    public static Coverage readFirst(DataInput in) throws IOException {
        return new Coverage(in.readInt(), in.readInt(), in.readBoolean());
    }
}
