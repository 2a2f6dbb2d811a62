package dev.pennant.jobs.retail;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.packed.NumberReader;
import dev.pennant.core.packed.NumberWriter;
import dev.pennant.core.retail.SeenReceipts;
import dev.pennant.jobs.retail.source.ReceiptBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What is known of one partition of the receipts: how far it was read, what became of its records, and which receipts of its stores were counted.
 *
 * <p>As bytes it travels in a union list, so that whoever reads the partition next finds it. Copies of different ages may be in one checkpoint; as
 * counts and sets only grow, the greatest and the union are right.
 */
final class PartitionReading {
    /** The first byte of every copy; raised whenever {@link #write} changes. */
    private static final int FORMAT = 1;

    private final int partition;
    private long nextOffset;
    private long read;
    private long counted;
    private long repeated;
    private long refused;
    private long otherCategory;
    private long statements;
    private boolean changed;

    /** The stores that this run has numbered, as numbers. */
    private int[] stores = new int[64];

    private int storeCount;

    /** Receipts of the stores that this run has not met yet, as they were written. */
    private final Map<String, byte[]> unmet = new HashMap<>();

    PartitionReading(int partition) {
        this.partition = partition;
    }

    /** Takes over a copy that was written. */
    void unite(byte[] copy) throws IOException {
        DataInput in = read(copy);
        in.readInt();
        nextOffset = Math.max(nextOffset, in.readLong());
        read = Math.max(read, in.readLong());
        counted = Math.max(counted, in.readLong());
        repeated = Math.max(repeated, in.readLong());
        refused = Math.max(refused, in.readLong());
        otherCategory = Math.max(otherCategory, in.readLong());
        int count = in.readInt();
        for (int store = 0; store < count; store++) {
            String storeId = in.readUTF();
            byte[] numbers = new byte[in.readInt()];
            in.readFully(numbers);
            byte[] known = unmet.get(storeId);
            unmet.put(storeId, known == null ? numbers : united(known, numbers));
        }
    }

    /** The partition of a copy that was written. */
    static int partitionOf(byte[] copy) throws IOException {
        return read(copy).readInt();
    }

    /** Meets a store in this run: what was counted of it before is known again. */
    void meet(int store, String storeId, SeenReceipts seen) {
        if (storeCount == stores.length) {
            stores = Arrays.copyOf(stores, 2 * storeCount);
        }
        stores[storeCount++] = store;
        byte[] known = unmet.remove(storeId);
        if (known != null) {
            seen.unite(store, new NumberReader(known));
        }
    }

    /** Notes what became of a batch. */
    void took(ReceiptBatch batch, int countedOfBatch) {
        int rows = batch.endRow() - batch.firstRow();
        changed = true;
        nextOffset = batch.nextOffset();
        read += batch.records();
        counted += countedOfBatch;
        repeated += rows - countedOfBatch;
        refused += batch.refused().size();
        otherCategory += batch.otherCategory();
    }

    /** States how far the partition was read, unless that was stated before. */
    Optional<ReadingProgress> progress(long epoch) {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        Version version = new Version(epoch, statements++);
        return Optional.of(
                new ReadingProgress(partition, nextOffset, read, counted, repeated, refused, otherCategory, version));
    }

    /** Writes everything, so that {@link #unite} takes it over. */
    byte[] write(SeenReceipts seen, IntFunction<String> idOf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * (storeCount + unmet.size()) + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(FORMAT);
        out.writeInt(partition);
        out.writeLong(nextOffset);
        out.writeLong(read);
        out.writeLong(counted);
        out.writeLong(repeated);
        out.writeLong(refused);
        out.writeLong(otherCategory);
        out.writeInt(storeCount + unmet.size());
        NumberWriter numbers = new NumberWriter(64);
        for (int store = 0; store < storeCount; store++) {
            numbers.clear();
            seen.write(stores[store], numbers);
            writeStore(idOf.apply(stores[store]), numbers.bytes(), numbers.length(), out);
        }
        for (Map.Entry<String, byte[]> store : unmet.entrySet()) {
            writeStore(store.getKey(), store.getValue(), store.getValue().length, out);
        }
        return bytes.toByteArray();
    }

    private static DataInput read(byte[] copy) throws IOException {
        DataInput in = new DataInputStream(new ByteArrayInputStream(copy));
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException(
                    "a partition's receipts were written in format " + format + ", this build reads only " + FORMAT);
        }
        return in;
    }

    private static byte[] united(byte[] one, byte[] other) {
        if (Arrays.equals(one, other)) {
            return one;
        }
        SeenReceipts both = new SeenReceipts();
        both.ensureStores(1);
        both.unite(0, new NumberReader(one));
        both.unite(0, new NumberReader(other));
        NumberWriter union = new NumberWriter(one.length + other.length);
        both.write(0, union);
        return union.copy();
    }

    private static void writeStore(String storeId, byte[] numbers, int length, DataOutputStream out)
            throws IOException {
        out.writeUTF(storeId);
        out.writeInt(length);
        out.write(numbers, 0, length);
    }
}
