package dev.pennant.jobs.retail.source;

import dev.pennant.core.retail.ReceiptBounds;
import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.SchemaNormalization;

/**
 * Reads a plain receipt straight out of Kafka's fetch buffer into columns: of the current schema, of a store that was judged before, with a known
 * category and channel, and every number within its {@link ReceiptBounds}. Of anything else it says that it is not plain,
 * without saying why: {@link ReceiptJudge} does. What is taken here, it would take too.
 *
 * <p>Whether a receipt is from the future it does not know: that takes the time of the record, which Kafka tells later.
 */
final class ReceiptDecoder {
    private static final short MARKER = 0x01C3;
    private static final long FINGERPRINT = SchemaNormalization.parsingFingerprint64(RetailReceipt.getClassSchema());

    /** No plain receipt is longer: an id of 64 characters, two words, and numbers. */
    private static final int LONGEST = 512;

    private final StoreNumbers stores;
    private final Names categories = new Names();
    private final Names channels = new Names();

    /** The {@link ReceiptBounds} as fields of its own, one load less a receipt. */
    private final long earliest;

    private final long largest;

    /** A record near the end of a buffer is copied here, so that loads of eight bytes never pass the end. */
    private final byte[] tail = new byte[LONGEST + 64];

    ReceiptDecoder(StoreNumbers stores, RetailRules rules) {
        this.stores = stores;
        RetailCategories catalogue = rules.categories();
        for (int place = 0; place < catalogue.size(); place++) {
            categories.add(catalogue.idAt(place).getBytes(StandardCharsets.UTF_8), place);
        }
        for (String channel : RetailRules.channels()) {
            channels.add(channel.getBytes(StandardCharsets.UTF_8), 0);
        }
        ReceiptBounds bounds = rules.bounds();
        earliest = bounds.earliest();
        largest = bounds.largest();
    }

    /** Adds a record to the columns, or says that it is not plain. Both buffers are of arrays. */
    boolean decode(ByteBuffer key, ByteBuffer value, ReceiptColumns columns) {
        int length = value.remaining();
        if (length > LONGEST) {
            return false;
        }
        byte[] bytes = value.array();
        int from = value.arrayOffset() + value.position();
        if (bytes.length - from < tail.length) {
            System.arraycopy(bytes, from, tail, 0, length);
            bytes = tail;
            from = 0;
        }
        return decode(key, bytes, from, from + length, columns);
    }

    private boolean decode(ByteBuffer key, byte[] bytes, int from, int end, ReceiptColumns columns) {
        Cursor event = new Cursor(bytes, from, end);
        if (event.fixedShort() != MARKER || event.fixed() != FINGERPRINT) {
            return false;
        }
        int idLength = event.textLength();
        if (!isKey(key, bytes, event.at(), idLength)) {
            return false;
        }
        int store = stores.find(bytes, event.at(), idLength);
        event.skip(idLength);
        long number = event.number();
        long soldAt = event.number();
        int category = event.name(categories);
        long amount = event.number();
        int channel = event.name(channels);
        boolean synthetic = event.flag();
        boolean known = store >= 0 && category >= 0 && channel >= 0;
        boolean plausible = soldAt >= earliest && amount != 0 && amount <= largest && amount >= -largest;
        if (!event.isAtEnd() || !known || !plausible) {
            return false;
        }
        columns.add(store, number, soldAt, category, synthetic, amount);
        return true;
    }

    /** A store's receipts have to be under its id, which alone keeps them in one partition. */
    private static boolean isKey(ByteBuffer key, byte[] bytes, int id, int length) {
        int from = key.arrayOffset() + key.position();
        return key.remaining() == length && Arrays.equals(key.array(), from, from + length, bytes, id, id + length);
    }
}
