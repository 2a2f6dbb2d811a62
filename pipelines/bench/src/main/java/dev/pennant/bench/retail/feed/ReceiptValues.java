package dev.pennant.bench.retail.feed;

/** What one receipt says, filled anew for every one: thirty million need no objects of their own. */
final class ReceiptValues {
    /** Place of the store. */
    int store;

    /** Number within the store. */
    long number;

    /** In milliseconds of UTC. */
    long soldAt;

    /** Place of the category. */
    int category;

    /** In fen, negative for a refund. */
    long amount;

    /** Whether it was sold over the network. */
    boolean online;
}
