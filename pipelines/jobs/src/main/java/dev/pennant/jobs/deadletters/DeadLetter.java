package dev.pennant.jobs.deadletters;

import dev.pennant.core.filing.Rejection;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record that could not be taken, whole, with the reason; it can be sent again.
 *
 * @param record the record as it came
 * @param reason what kind of fault it is, spelled as in {@link Rejection.Reason}
 * @param detail a sentence that says what is wrong
 * @param job the job that refused it
 * @param seenAt when
 */
public record DeadLetter(RawRecord record, String reason, String detail, String job, Instant seenAt) {
    private static final int LONGEST_DETAIL = 2000;

    /** Shortens a detail that quotes a hostile record at length; the record itself is kept whole. */
    public DeadLetter {
        if (detail.length() > LONGEST_DETAIL) {
            detail = detail.substring(0, LONGEST_DETAIL) + "…";
        }
    }

    /** A record with all that is wrong with it: the first fault is the reason, the detail names every one. */
    public static DeadLetter of(RawRecord record, List<Rejection> rejections, String job, Instant seenAt) {
        String detail = rejections.stream()
                .map(rejection -> rejection.column() + ": " + rejection.detail())
                .collect(Collectors.joining("; "));
        return new DeadLetter(record, rejections.get(0).reason().id(), detail, job, seenAt);
    }

    /** A dead letter as bytes. */
    public static final class Format implements ValueFormat<DeadLetter> {
        private static final long serialVersionUID = 1L;

        private final RawRecord.Format records = new RawRecord.Format();

        @Override
        public Class<DeadLetter> type() {
            return DeadLetter.class;
        }

        @Override
        public void write(DeadLetter letter, DataOutput out) throws IOException {
            records.write(letter.record, out);
            out.writeUTF(letter.reason);
            out.writeUTF(letter.detail);
            out.writeUTF(letter.job);
            out.writeLong(letter.seenAt.toEpochMilli());
        }

        @Override
        public DeadLetter read(int version, DataInput in) throws IOException {
            return new DeadLetter(
                    records.read(version, in),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()));
        }
    }
}
