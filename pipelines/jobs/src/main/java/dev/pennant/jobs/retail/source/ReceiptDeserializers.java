package dev.pennant.jobs.retail.source;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Kafka's consumer calls these two for every record, first with its key, then with its value, while both still are in the buffer they came
 * in from the network: there a receipt becomes a row, and the record's value only says which one. What is not plain stays as it is.
 * Neither is called for a key or a value that is null.
 */
final class ReceiptDeserializers {
    /** The most bytes between a record's key and its value: the length of the value. */
    private static final int LONGEST_LENGTH = 5;

    private final ReceiptDecoder decoder;

    /** The numbers of the rows as objects, made once instead of one a record. */
    private final Integer[] rows;

    private ReceiptColumns columns;
    private ByteBuffer latestKey;

    ReceiptDeserializers(ReceiptDecoder decoder, int mostRows) {
        this.decoder = decoder;
        this.rows = new Integer[mostRows];
        for (int row = 0; row < mostRows; row++) {
            rows[row] = row;
        }
    }

    /** Where the rows of the next poll go. */
    void fill(ReceiptColumns empty) {
        columns = empty;
    }

    /** The bytes of the key. */
    Deserializer<ByteBuffer> ofKeys() {
        return new InBuffer<>() {
            @Override
            public ByteBuffer deserialize(String topic, Headers headers, ByteBuffer data) {
                latestKey = data;
                return data;
            }
        };
    }

    /** The row as an {@link Integer}, or the bytes of what is not plain. */
    Deserializer<Object> ofValues() {
        return new InBuffer<>() {
            @Override
            public Object deserialize(String topic, Headers headers, ByteBuffer data) {
                int row = columns.count();
                boolean plain =
                        row < rows.length && isKeyOf(data, latestKey) && decoder.decode(latestKey, data, columns);
                return plain ? rows[row] : data;
            }
        };
    }

    /** The latest key is another record's where this one has none: then it does not stand right before the value. */
    private static boolean isKeyOf(ByteBuffer value, ByteBuffer key) {
        if (key == null || !key.hasArray() || !value.hasArray() || key.array() != value.array()) {
            return false;
        }
        int between = value.arrayOffset() + value.position() - (key.arrayOffset() + key.limit());
        return between > 0 && between <= LONGEST_LENGTH;
    }

    /** The value of a record that became a row: it still stands behind its length, which stands behind the key. */
    static ByteBuffer valueBehind(ByteBuffer key, int length) {
        byte[] bytes = key.array();
        int at = key.arrayOffset() + key.limit();
        while (bytes[at] < 0) {
            at++;
        }
        return ByteBuffer.wrap(bytes, at + 1, length);
    }

    private abstract static class InBuffer<T> implements Deserializer<T> {
        @Override
        public T deserialize(String topic, byte[] data) {
            return deserialize(topic, null, ByteBuffer.wrap(data));
        }
    }
}
