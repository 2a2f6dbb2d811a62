package dev.pennant.jobs.retail;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A change of the stores that a region counts.
 *
 * @param kind which of them
 * @param region code of a county or prefecture
 * @param day from which day on, of {@link dev.pennant.core.period.ReportingHour}
 * @param change by how many stores
 */
record RosterShare(Kind kind, String region, int day, int change) {
    /** Which stores a region counts. */
    enum Kind {
        /** Those on its roster. */
        EXPECTED,
        /** Those that have sold in a township, and in the same year in another one before. */
        COUNTED_AGAIN
    }

    /** Stores that join the roster, or leave it. */
    static RosterShare expected(String region, int day, int change) {
        return new RosterShare(Kind.EXPECTED, region, day, change);
    }

    /** Stores that one more township counts. */
    static RosterShare countedAgain(String region, int day, int change) {
        return new RosterShare(Kind.COUNTED_AGAIN, region, day, change);
    }

    /** A share as bytes. */
    public static final class Format implements ValueFormat<RosterShare> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<RosterShare> type() {
            return RosterShare.class;
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public void write(RosterShare share, DataOutput out) throws IOException {
            out.writeUTF(share.kind.name());
            out.writeUTF(share.region);
            out.writeInt(share.day);
            out.writeInt(share.change);
        }

        @Override
        public RosterShare read(int version, DataInput in) throws IOException {
            Kind kind = version > 1 ? Kind.valueOf(in.readUTF()) : Kind.EXPECTED;
            return new RosterShare(kind, in.readUTF(), in.readInt(), in.readInt());
        }
    }
}
