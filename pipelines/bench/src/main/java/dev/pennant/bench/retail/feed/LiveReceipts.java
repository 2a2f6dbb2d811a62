package dev.pennant.bench.retail.feed;

import java.util.List;

/** Receipts as they are sold, one by one; each store counts its own from 1 on. Belongs to one thread. */
public final class LiveReceipts {
    private final ReceiptEncoder encoder;
    private final ReceiptValues receipt = new ReceiptValues();
    private final long[] numbers;

    /**
     * @param stores that sell
     * @param categories ids, of which the first is sold
     */
    public LiveReceipts(Stores stores, List<String> categories) {
        encoder = new ReceiptEncoder(stores, categories);
        numbers = new long[stores.count()];
    }

    /**
     * A store's next receipt.
     *
     * @param soldAt in milliseconds of UTC
     * @param fen what was paid
     */
    public byte[] next(int store, long soldAt, long fen) {
        receipt.store = store;
        receipt.number = ++numbers[store];
        receipt.soldAt = soldAt;
        receipt.amount = fen;
        return encoder.encode(receipt);
    }
}
