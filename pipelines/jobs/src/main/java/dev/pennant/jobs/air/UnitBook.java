package dev.pennant.jobs.air;

import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What is known of a unit beside its days. It never changes; a changed one takes its place.
 *
 * @param version of what was last told of it
 * @param keptFrom the first calendar year of which hours can still change
 */
record UnitBook(Version version, int keptFrom) {
    /** Of which nothing is known. */
    static final UnitBook UNKNOWN = new UnitBook(new Version(0, 0), 0);

    /** A unit's book as bytes. */
    public static final class Format implements ValueFormat<UnitBook> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<UnitBook> type() {
            return UnitBook.class;
        }

        @Override
        public void write(UnitBook book, DataOutput out) throws IOException {
            out.writeLong(book.version.packed());
            out.writeInt(book.keptFrom);
        }

        @Override
        public UnitBook read(int version, DataInput in) throws IOException {
            return new UnitBook(Version.unpacked(in.readLong()), in.readInt());
        }
    }
}
