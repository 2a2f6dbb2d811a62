package dev.pennant.jobs.kafka.fetch;

import dev.pennant.jobs.varint.Cursor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.BufferSupplier;

/**
 * The records of a batch, in the format Kafka has had since 0.11 (magic 2). Kafka's own classes make five objects of each, which takes longer than
 * to read and count a receipt.
 */
final class BatchRecords {
    /** The byte before a record's time, of which no version of the format makes use. */
    private static final int ATTRIBUTES = 1;

    private static final int FIRST_UNPACKED = 1 << 16;

    private final DefaultRecordBatch batch;
    private final boolean hasAppendTime;
    private final long baseTime;

    /** What is yet to be unpacked, or null. */
    private final InputStream packed;

    private byte[] bytes;
    private int at;
    private int end;
    private int left;
    private long nextOffset;

    /** @param start where the batch begins, which is a valid one */
    BatchRecords(RecordBatch batch, byte[] bytes, int start) {
        if (!(batch instanceof DefaultRecordBatch current)) {
            throw new UnsupportedVersionException(
                    "The records at offset " + batch.baseOffset() + " are in a format that only producers older than"
                            + " Kafka 0.11 write; send them again with a newer one");
        }
        this.batch = current;
        hasAppendTime = current.timestampType() == TimestampType.LOG_APPEND_TIME;
        baseTime = hasAppendTime ? current.maxTimestamp() : current.baseTimestamp();
        left = current.countOrNull();
        nextOffset = current.baseOffset();
        int from = start + DefaultRecordBatch.RECORD_BATCH_OVERHEAD;
        int behind = start + current.sizeInBytes();
        if (current.isCompressed()) {
            packed = current.recordInputStream(BufferSupplier.NO_CACHING);
            this.bytes = new byte[FIRST_UNPACKED + Cursor.MARGIN];
        } else {
            packed = null;
            boolean isLast = behind + Cursor.MARGIN > bytes.length;
            this.bytes = isLast ? Arrays.copyOfRange(bytes, from, behind + Cursor.MARGIN) : bytes;
            at = isLast ? 0 : from;
            end = isLast ? behind - from : behind;
        }
    }

    /** Whether some were not given yet. */
    boolean hasNext() {
        return left > 0;
    }

    /** The offset behind the records that were given. */
    long nextOffset() {
        return hasNext() ? nextOffset : batch.nextOffset();
    }

    /**
     * Gives the next ones to someone.
     *
     * @param from those before this offset are left out
     * @param most so many at the most, those left out included
     * @return how many that were, those left out included
     * @throws InvalidRecordException where they are not laid out as records are
     */
    int next(long from, int most, RecordVisitor visitor) {
        int wanted = Math.min(most, left);
        int given = giveUnpacked(from, wanted, visitor);
        while (given < wanted) {
            unpackMore();
            given += giveUnpacked(from, wanted - given, visitor);
        }
        left -= given;
        if (left == 0) {
            requireEnd();
        }
        return given;
    }

    /** Gives records as far as they are unpacked, and says how many. */
    private int giveUnpacked(long from, int most, RecordVisitor visitor) {
        byte[] bytes = this.bytes;
        int end = this.end;
        long baseOffset = batch.baseOffset();
        long offset = nextOffset - 1;
        int next = at;
        int given = 0;
        while (given < most) {
            Cursor fields = new Cursor(bytes, next, end);
            int length = fields.steadyInt();
            if (length > end - fields.at()) {
                break;
            }
            next = fields.at() + length;
            fields.skip(ATTRIBUTES);
            long later = fields.steadyNumber();
            offset = baseOffset + fields.steadyInt();
            int keyLength = orNull(fields.steadyInt());
            int key = fields.at();
            fields.skip(Math.max(keyLength, 0));
            int valueLength = orNull(fields.steadyInt());
            int value = fields.at();
            if ((length | (next - key - keyLength) | (next - value - valueLength)) < 0) {
                throw malformed(offset);
            }
            if (offset >= from) {
                long receivedAt = hasAppendTime ? baseTime : baseTime + later;
                visitor.take(offset, receivedAt, bytes, key, keyLength, value, valueLength);
            }
            given++;
        }
        at = next;
        nextOffset = offset + 1;
        return given;
    }

    private void requireEnd() {
        require(at == end && (packed == null || unpack(end, 1) == 0));
        leave();
    }

    /** Frees what unpacking takes, where not all were given. */
    void leave() {
        if (packed != null) {
            try {
                packed.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Any length below zero stands for null, as Kafka has it. */
    private static int orNull(int length) {
        return Math.max(length, RecordVisitor.NULL);
    }

    private void require(boolean wellFormed) {
        if (!wellFormed) {
            throw malformed(nextOffset);
        }
    }

    private static InvalidRecordException malformed(long offset) {
        return new InvalidRecordException("The record at offset " + offset + " is not laid out as one");
    }

    /** Unpacks more behind the bytes that were not read yet; in twice the room, where these take all there is. */
    private void unpackMore() {
        require(packed != null);
        int unread = end - at;
        byte[] room = unread < bytes.length - Cursor.MARGIN ? bytes : new byte[2 * unread + Cursor.MARGIN];
        System.arraycopy(bytes, at, room, 0, unread);
        bytes = room;
        at = 0;
        int read = unpack(unread, bytes.length - Cursor.MARGIN - unread);
        require(read > 0);
        end = unread + read;
        // A length that is cut off ends here, and is found to be longer than what there is.
        Arrays.fill(bytes, end, end + Cursor.MARGIN, (byte) 0);
    }

    private int unpack(int to, int most) {
        try {
            return packed.readNBytes(bytes, to, most);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
