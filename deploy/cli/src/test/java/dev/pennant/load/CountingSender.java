package dev.pennant.load;

/** A topic that forgets: every message is delivered, and only its size is kept. */
final class CountingSender implements EventSender {
    private long messages;
    private long bytes;

    long bytes() {
        return bytes;
    }

    @Override
    public void send(Message message) {
        messages++;
        bytes += message.payload().length;
    }

    @Override
    public void awaitDelivery() {}

    @Override
    public long acknowledged() {
        return messages;
    }
}
