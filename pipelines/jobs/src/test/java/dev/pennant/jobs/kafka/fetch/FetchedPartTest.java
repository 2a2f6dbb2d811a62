package dev.pennant.jobs.kafka.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.jobs.varint.Cursor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.message.FetchResponseData.AbortedTransaction;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.ControlRecordType;
import org.apache.kafka.common.record.DefaultRecordBatch;
import org.apache.kafka.common.record.EndTransactionMarker;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.ByteUtils;

/** Records are those that Kafka's own classes find in the same bytes. */
final class FetchedPartTest {
    private static final TopicPartition PARTITION = new TopicPartition("sold", 3);
    private static final int FIRST_RECORD = DefaultRecordBatch.RECORD_BATCH_OVERHEAD;
    private static final long EARLIER = 1_600_000_000_000L;

    @Property(tries = 500)
    void everyRecordIsSeenAsKafkaSeesIt(
            @ForAll("batches") @Size(min = 1, max = 5) List<SentBatch> batches,
            @ForAll @IntRange(max = 30) int from,
            @ForAll @IntRange(max = 80) int behind,
            @ForAll @IntRange(min = 1, max = 9) int most) {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        buffer.position(7);
        long offset = 5;
        for (SentBatch batch : batches) {
            offset = batch.write(buffer, offset) + batch.gap;
        }
        // What follows in an answer are other partitions, or nothing.
        byte[] answer = new byte[buffer.position() + behind];
        System.arraycopy(buffer.array(), 0, answer, 0, buffer.position());
        MemoryRecords records = MemoryRecords.readableRecords(
                ByteBuffer.wrap(answer, 7, buffer.position() - 7).slice());

        List<String> expected = new ArrayList<>();
        for (Record record : records.records()) {
            if (record.offset() >= from) {
                expected.add(told(record.offset(), record.timestamp(), text(record.key()), text(record.value())));
            }
        }
        assertThat(all(new FetchedPart(PARTITION, from, records, null), most)).isEqualTo(expected);
    }

    @Example
    void itStopsWhereverItIsToldAndGoesOn() {
        ByteBuffer buffer = ByteBuffer.allocate(1000);
        write(buffer, 4, RecordBatch.NO_PRODUCER_ID, "a", "b");
        write(buffer, 9, RecordBatch.NO_PRODUCER_ID, "c");
        FetchedPart part = part(buffer, 5, List.of());
        List<String> seen = new ArrayList<>();

        assertThat(part.next(1, into(seen))).isEqualTo(5);
        assertThat(seen).isEmpty();
        assertThat(part.next(1, into(seen))).isEqualTo(6);
        assertThat(seen).containsExactly("b");
        assertThat(part.hasNext()).isTrue();
        assertThat(part.next(1, into(seen))).isEqualTo(10);
        assertThat(seen).containsExactly("b", "c");
        assertThat(part.hasNext()).isFalse();
    }

    /** One producer's transaction is aborted, while another's goes on; then the first one's next is committed. */
    @Example
    void whatWasAbortedIsPassed() {
        ByteBuffer buffer = ByteBuffer.allocate(2000);
        write(buffer, 0, 71, "of one that was committed before");
        mark(buffer, 1, 71, ControlRecordType.COMMIT);
        write(buffer, 2, 71, "aborted");
        write(buffer, 3, 72, "of another");
        write(buffer, 4, RecordBatch.NO_PRODUCER_ID, "of none");
        write(buffer, 5, 71, "aborted too");
        mark(buffer, 6, 71, ControlRecordType.ABORT);
        write(buffer, 7, 71, "of the next");
        mark(buffer, 8, 71, ControlRecordType.COMMIT);
        mark(buffer, 9, 72, ControlRecordType.COMMIT);
        AbortedTransaction aborted = new AbortedTransaction().setProducerId(71).setFirstOffset(2);

        List<String> seen = new ArrayList<>();
        FetchedPart part = part(buffer, 0, List.of(aborted));
        long next = 0;
        while (part.hasNext()) {
            next = part.next(10, into(seen));
        }

        assertThat(seen).containsExactly("of one that was committed before", "of another", "of none", "of the next");
        assertThat(next).isEqualTo(10);
    }

    @Example
    void bytesThatAreNotThoseThatWereSentAreRefused() {
        ByteBuffer buffer = ByteBuffer.allocate(1000);
        write(buffer, 0, RecordBatch.NO_PRODUCER_ID, "a");
        buffer.array()[buffer.position() - 2] ^= 1;

        assertThatThrownBy(() -> part(buffer, 0, null).next(10, into(new ArrayList<>())))
                .isInstanceOf(CorruptRecordException.class);
    }

    /** Its own lengths are no longer than it: one record cannot show what stands in another, or in a header. */
    @Example
    void aRecordThatIsNotLaidOutAsOneIsRefused() {
        int length = FIRST_RECORD;
        int keyLength = FIRST_RECORD + 4;
        int valueLength = FIRST_RECORD + 5;

        assertThatThrownBy(() -> seenOf(changed(length, 2))).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> seenOf(changed(length, 1))).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> seenOf(changed(length, 16))).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> seenOf(changed(length, 0x7F))).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> seenOf(changed(keyLength, 0x7E))).isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> seenOf(changed(valueLength, 6))).isInstanceOf(InvalidRecordException.class);
    }

    @Example
    void anyLengthBelowZeroStandsForNull() {
        int keyLength = FIRST_RECORD + 4;
        int valueLength = FIRST_RECORD + 5;

        assertThat(seenOf(changed(keyLength, 3))).containsExactly("0 " + EARLIER + " null a");
        assertThat(seenOf(changed(valueLength, 5))).containsExactly("0 " + EARLIER + " null null");
    }

    /** Kafka takes the lowest 32 bits of the digits. */
    @Example
    void lengthsAreOfThirtyTwoBits() {
        byte[] five = {(byte) 0x8A, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x10};

        assertThat(new Cursor(Arrays.copyOf(five, 13), 0, 5).steadyInt()).isEqualTo(5);
        assertThat(ByteUtils.readVarint(ByteBuffer.wrap(five))).isEqualTo(5);
    }

    /** Packed batches are unpacked bit by bit, in as much room as a record takes. */
    @Example
    void largePackedBatchesAreSeenAsKafkaSeesThem() {
        List<SimpleRecord> sent = new ArrayList<>();
        for (int record = 0; record < 3000; record++) {
            sent.add(new SimpleRecord(
                    EARLIER, bytes("k" + record), new byte[record % 1000 == 999 ? 200_000 : record % 97]));
        }
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        new SentBatch(sent, CompressionType.ZSTD, TimestampType.CREATE_TIME, 0).write(buffer, 0);
        MemoryRecords records = records(buffer);

        List<String> seen = all(new FetchedPart(PARTITION, 0, records, null), 700);

        List<String> expected = new ArrayList<>();
        for (Record record : records.records()) {
            expected.add(told(record.offset(), record.timestamp(), text(record.key()), text(record.value())));
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Example
    void whatProducersOfOldWroteIsRefusedWithWhatToDo() {
        MemoryRecords records =
                MemoryRecords.withRecords(RecordBatch.MAGIC_VALUE_V1, Compression.NONE, new SimpleRecord(bytes("a")));

        assertThatThrownBy(() -> new FetchedPart(PARTITION, 0, records, null).next(10, into(new ArrayList<>())))
                .isInstanceOf(UnsupportedVersionException.class)
                .hasMessageContaining("send them again");
    }

    @Provide
    Arbitrary<List<SentBatch>> batches() {
        Arbitrary<byte[]> bytes =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(200).injectNull(0.2);
        Arbitrary<SimpleRecord> records = Combinators.combine(
                        Arbitraries.longs().between(0, Long.MAX_VALUE >> 1),
                        bytes,
                        bytes,
                        Arbitraries.integers().between(0, 2))
                .as((time, key, value, headers) -> new SimpleRecord(time, key, value, headers(headers)));
        return Combinators.combine(
                        records.list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.of(CompressionType.class),
                        Arbitraries.of(TimestampType.CREATE_TIME, TimestampType.LOG_APPEND_TIME),
                        Arbitraries.integers().between(0, 3))
                .as(SentBatch::new)
                .list();
    }

    private static Header[] headers(int count) {
        Header[] headers = new Header[count];
        for (int header = 0; header < count; header++) {
            headers[header] = new RecordHeader("h" + header, bytes("v"));
        }
        return headers;
    }

    private static void write(ByteBuffer buffer, long offset, long producer, String... values) {
        boolean transactional = producer != RecordBatch.NO_PRODUCER_ID;
        MemoryRecordsBuilder builder = MemoryRecords.builder(
                buffer,
                RecordBatch.CURRENT_MAGIC_VALUE,
                Compression.NONE,
                TimestampType.CREATE_TIME,
                offset,
                EARLIER,
                producer,
                (short) (transactional ? 0 : -1),
                transactional ? 0 : -1,
                transactional,
                0);
        for (String value : values) {
            builder.append(EARLIER, null, bytes(value));
        }
        builder.close();
    }

    private static void mark(ByteBuffer buffer, long offset, long producer, ControlRecordType type) {
        MemoryRecords.writeEndTransactionalMarker(
                buffer, offset, EARLIER, 0, producer, (short) 0, new EndTransactionMarker(type, 0));
    }

    /** A batch of one record without a key, of which one byte is another, with the sum that belongs to it. */
    private static ByteBuffer changed(int at, int other) {
        ByteBuffer buffer = ByteBuffer.allocate(200);
        write(buffer, 0, RecordBatch.NO_PRODUCER_ID, "a");
        buffer.put(at, (byte) other);
        CRC32C sum = new CRC32C();
        int summed = DefaultRecordBatch.CRC_OFFSET + Integer.BYTES;
        sum.update(buffer.array(), summed, buffer.position() - summed);
        return buffer.putInt(DefaultRecordBatch.CRC_OFFSET, (int) sum.getValue());
    }

    private static List<String> seenOf(ByteBuffer written) {
        return all(part(written, 0, null), 10);
    }

    private static FetchedPart part(ByteBuffer written, long from, List<AbortedTransaction> aborted) {
        return new FetchedPart(PARTITION, from, records(written), aborted);
    }

    private static MemoryRecords records(ByteBuffer written) {
        return MemoryRecords.readableRecords(written.duplicate().flip());
    }

    private static List<String> all(FetchedPart part, int most) {
        List<String> seen = new ArrayList<>();
        while (part.hasNext()) {
            part.next(most, (offset, receivedAt, bytes, key, keyLength, value, valueLength) -> {
                assertThat(bytes.length).isGreaterThanOrEqualTo(value + valueLength + Cursor.MARGIN);
                seen.add(told(offset, receivedAt, text(bytes, key, keyLength), text(bytes, value, valueLength)));
            });
        }
        return seen;
    }

    private static RecordVisitor into(List<String> values) {
        return (offset, receivedAt, bytes, key, keyLength, value, valueLength) ->
                values.add(new String(bytes, value, valueLength, StandardCharsets.UTF_8));
    }

    private static String told(long offset, long time, String key, String value) {
        return offset + " " + time + " " + key + " " + value;
    }

    private static String text(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return text(bytes, 0, bytes.length);
    }

    private static String text(byte[] bytes, int from, int length) {
        return length == RecordVisitor.NULL ? null : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * A batch that a producer sends.
     *
     * @param gap offsets that compaction left empty behind it
     */
    private record SentBatch(List<SimpleRecord> records, CompressionType compression, TimestampType times, int gap) {
        private long write(ByteBuffer buffer, long offset) {
            MemoryRecordsBuilder builder = MemoryRecords.builder(
                    buffer,
                    RecordBatch.CURRENT_MAGIC_VALUE,
                    Compression.of(compression).build(),
                    times,
                    offset,
                    EARLIER);
            records.forEach(builder::append);
            builder.close();
            return offset + records.size();
        }
    }
}
