package dev.pennant.bench.retail.feed;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Receipts as a topic gets them: out of order within some minutes, one in a hundred a second time, now and then much later, and a few cut off in the
 * middle, so that they cannot be read. The same at every run.
 */
public final class ReceiptFeed {
    private static final long SEED = 42;
    private static final int ONE_IN_REPEATED = 100;
    private static final int ONE_IN_LATE = 10;
    private static final int REMEMBERED = 1 << 17;
    private static final int SHORTEST_DISORDER = 64;
    private static final double REPEATED_SHARE = 1.0 / ONE_IN_REPEATED;
    private static final int FIVE_MINUTES_AN_HOUR = 12;

    private final ReceiptDraw draw;
    private final ReceiptEncoder encoder;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final long receipts;
    private final int oneInCutOff;
    private final double distinct;
    private final byte[][] waiting;
    private final int[] waitingStores;
    private final byte[][] sent = new byte[REMEMBERED][];
    private final int[] sentStores = new int[REMEMBERED];
    private long count;

    /**
     * A feed.
     *
     * @param categories ids of the catalogue's, each known by its place
     * @param receipts how many records it has, the repeated and the unreadable ones among them
     * @param oneInCutOff of how many one cannot be read
     */
    public ReceiptFeed(Shape shape, Stores stores, List<String> categories, long receipts, int oneInCutOff) {
        this.receipts = receipts;
        this.oneInCutOff = oneInCutOff;
        distinct = receipts / (1 + REPEATED_SHARE);
        draw = new ReceiptDraw(shape, stores.count(), categories.size(), random.split());
        encoder = new ReceiptEncoder(stores, categories);
        long inFiveMinutes = receipts / shape.days() / Shape.HOURS_OPEN / FIVE_MINUTES_AN_HOUR;
        waiting = new byte[(int) Math.max(SHORTEST_DISORDER, inFiveMinutes)][];
        waitingStores = new int[waiting.length];
    }

    /** Takes the records of a feed. */
    @FunctionalInterface
    public interface Receiver {
        /** A record of the store at this place. */
        void receive(int store, byte[] payload);
    }

    /** Hands over all records. */
    public void into(Receiver receiver) {
        for (long drawn = 0; count < receipts; drawn++) {
            // Every receipt waits in a random place until the next one is put there.
            int place = random.nextInt(waiting.length);
            if (waiting[place] != null) {
                hand(waitingStores[place], waiting[place], receiver);
                repeatPerhaps(receiver);
                cutOffPerhaps(waitingStores[place], waiting[place], receiver);
            }
            ReceiptValues receipt = draw.next(Math.min(drawn / distinct, Math.nextDown(1.0)));
            waiting[place] = encoder.encode(receipt);
            waitingStores[place] = receipt.store;
        }
    }

    private void repeatPerhaps(Receiver receiver) {
        if (count == receipts || random.nextInt(ONE_IN_REPEATED) != 0) {
            return;
        }
        boolean late = random.nextInt(ONE_IN_LATE) == 0;
        long farthest = Math.min(count, late ? REMEMBERED : Math.min(REMEMBERED, 4L * waiting.length));
        int back = 1 + random.nextInt((int) farthest);
        int index = (int) ((count - back) & (REMEMBERED - 1));
        hand(sentStores[index], sent[index], receiver);
    }

    private void cutOffPerhaps(int store, byte[] payload, Receiver receiver) {
        if (count < receipts && random.nextInt(oneInCutOff) == 0) {
            // What was cut off may come again, whole.
            noteSent(store, payload);
            receiver.receive(store, Arrays.copyOf(payload, payload.length / 2));
        }
    }

    private void hand(int store, byte[] payload, Receiver receiver) {
        noteSent(store, payload);
        receiver.receive(store, payload);
    }

    private void noteSent(int store, byte[] payload) {
        int index = (int) (count & (REMEMBERED - 1));
        sent[index] = payload;
        sentStores[index] = store;
        count++;
    }
}
