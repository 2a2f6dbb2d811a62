package dev.pennant.jobs.retail.source;

import dev.pennant.core.retail.ReceiptBounds;
import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.kafka.fetch.RecordVisitor;
import dev.pennant.jobs.varint.Cursor;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.SchemaNormalization;

/**
 * Reads a plain receipt straight out of Kafka's fetch buffer into columns: of the current schema, of a store that was judged before, with a known
 * category and channel, and every number within its {@link ReceiptBounds}. Of anything else it says that it is not plain,
 * without saying why: {@link ReceiptJudge} does. What is taken here, it would take too.
 */
final class ReceiptDecoder {
    private static final short MARKER = 0x01C3;
    private static final long FINGERPRINT = SchemaNormalization.parsingFingerprint64(RetailReceipt.getClassSchema());

    /** No plain receipt is shorter than what it begins with, the marker and the schema's fingerprint. */
    private static final int SHORTEST = Short.BYTES + Long.BYTES;

    private final StoreNumbers stores;
    private final Names categories = new Names();
    private final Names channels = new Names();

    /** The {@link ReceiptBounds} as fields of its own, one load less a receipt. */
    private final long earliest;

    private final long largest;

    private final ReceiptBounds bounds;

    ReceiptDecoder(StoreNumbers stores, RetailRules rules) {
        this.stores = stores;
        RetailCategories catalogue = rules.categories();
        for (int place = 0; place < catalogue.size(); place++) {
            categories.add(catalogue.idAt(place).getBytes(StandardCharsets.UTF_8), place);
        }
        for (String channel : RetailRules.channels()) {
            channels.add(channel.getBytes(StandardCharsets.UTF_8), 0);
        }
        bounds = rules.bounds();
        earliest = bounds.earliest();
        largest = bounds.largest();
    }

    /** Adds the receipt of a record to the columns, or says that it is not plain. Its bytes are where a {@link RecordVisitor} finds them. */
    boolean decode(
            long receivedAt, byte[] bytes, int key, int keyLength, int value, int valueLength, ReceiptColumns columns) {
        if (valueLength < SHORTEST) {
            return false;
        }
        int end = value + valueLength;
        Cursor event = new Cursor(bytes, value, end);
        if (event.fixedShort() != MARKER || event.fixed() != FINGERPRINT) {
            return false;
        }
        int idLength = event.textLength();
        if (keyLength != idLength || !isKey(bytes, key, event.at(), idLength)) {
            return false;
        }
        int store = stores.find(bytes, event.at(), idLength);
        event.skip(idLength);
        long number = event.steadyNumber();
        long soldAt = event.number();
        int category = name(event, bytes, categories);
        long amount = event.number();
        int channel = name(event, bytes, channels);
        boolean synthetic = event.flag();
        boolean known = store >= 0 && category >= 0 && channel >= 0;
        boolean inTime = soldAt >= earliest && !bounds.isInTheFuture(soldAt, receivedAt);
        boolean plausible = inTime && amount != 0 && amount <= largest && amount >= -largest;
        if (!event.isAtEnd() || !known || !plausible) {
            return false;
        }
        columns.add(store, number, soldAt, category, synthetic, amount);
        return true;
    }

    /** The number of the next text among names, or {@link Names#UNKNOWN}. */
    private static int name(Cursor event, byte[] bytes, Names names) {
        int length = event.textLength();
        int from = event.at();
        event.skip(length);
        return length == 0 ? Names.UNKNOWN : names.find(bytes, from, length);
    }

    /** A store's receipts have to be under its id, which alone keeps them in one partition. */
    private static boolean isKey(byte[] bytes, int key, int id, int length) {
        return Arrays.equals(bytes, key, key + length, bytes, id, id + length);
    }
}
