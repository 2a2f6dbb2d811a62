package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How far a partition of the receipts was read, and what became of its records: each read one was counted, repeated or refused.
 *
 * @param partition the partition
 * @param nextOffset the offset that is read next
 * @param read how many records were read
 * @param counted how many receipts were counted, those without a registration among them
 * @param repeated how many had been counted before
 * @param refused how many became dead letters
 * @param otherCategory how many receipts, repeated ones among them, name a category that the catalogue does not know
 * @param version which statement of the partition this is
 */
record ReadingProgress(
        int partition,
        long nextOffset,
        long read,
        long counted,
        long repeated,
        long refused,
        long otherCategory,
        Version version) {
    /** A progress as bytes. */
    public static final class Format implements ValueFormat<ReadingProgress> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<ReadingProgress> type() {
            return ReadingProgress.class;
        }

        @Override
        public void write(ReadingProgress progress, DataOutput out) throws IOException {
            out.writeInt(progress.partition);
            out.writeLong(progress.nextOffset);
            out.writeLong(progress.read);
            out.writeLong(progress.counted);
            out.writeLong(progress.repeated);
            out.writeLong(progress.refused);
            out.writeLong(progress.otherCategory);
            out.writeLong(progress.version.packed());
        }

        @Override
        public ReadingProgress read(int version, DataInput in) throws IOException {
            return new ReadingProgress(
                    in.readInt(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    in.readLong(),
                    Version.unpacked(in.readLong()));
        }
    }
}
