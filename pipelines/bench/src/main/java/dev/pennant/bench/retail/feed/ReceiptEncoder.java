package dev.pennant.bench.retail.feed;

import dev.pennant.schemas.event.RetailReceipt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.SchemaNormalization;

/**
 * Writes receipts as {@code EventCodec} does, byte for byte, from numbers: what is the same in every receipt of a store is written once. So a
 * generator is not what one waits for. Belongs to one thread.
 */
final class ReceiptEncoder {
    private static final int HEADER = 10;
    private static final int LARGEST = 256;
    private static final byte SYNTHETIC = 1;

    private final byte[][] beginnings;
    private final byte[][] categories;
    private final byte[] overTheCounter = text("store");
    private final byte[] online = text("online");
    private final byte[] buffer = new byte[LARGEST];

    /**
     * An encoder.
     *
     * @param stores whose receipts it writes
     * @param categories ids, each known by its place
     */
    ReceiptEncoder(Stores stores, List<String> categories) {
        long fingerprint = SchemaNormalization.parsingFingerprint64(RetailReceipt.getClassSchema());
        byte[] header = ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(fingerprint)
                .array();
        beginnings = new byte[stores.count()][];
        for (int store = 0; store < beginnings.length; store++) {
            beginnings[store] = joined(header, text(new String(stores.key(store), StandardCharsets.US_ASCII)));
        }
        this.categories = categories.stream().map(ReceiptEncoder::text).toArray(byte[][]::new);
    }

    byte[] encode(ReceiptValues receipt) {
        int at = put(beginnings[receipt.store], 0);
        at = putLong(receipt.number, at);
        at = putLong(receipt.soldAt, at);
        at = put(categories[receipt.category], at);
        at = putLong(receipt.amount, at);
        at = put(receipt.online ? online : overTheCounter, at);
        buffer[at++] = SYNTHETIC;
        return Arrays.copyOf(buffer, at);
    }

    private int put(byte[] bytes, int at) {
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        return at + bytes.length;
    }

    private int putLong(long number, int at) {
        return writeLong(buffer, at, number);
    }

    /** Avro's long: zigzag, then seven bits a byte. */
    private static int writeLong(byte[] bytes, int at, long number) {
        int position = at;
        long rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7FL) != 0) {
            bytes[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
        return position;
    }

    /** Avro's string: its length in bytes, then UTF-8. */
    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] length = new byte[Long.BYTES];
        return joined(Arrays.copyOf(length, writeLong(length, 0, bytes.length)), bytes);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
