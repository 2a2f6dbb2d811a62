package dev.pennant.load;

/** An event as it is sent to its topic. The payload is not copied. */
public final class Message {
    private final String owner;
    private final String key;
    private final byte[] payload;

    /**
     * @param owner what its partition is chosen by, so that all of one owner stays in order
     * @param key of the message
     * @param payload the event, encoded
     */
    public Message(String owner, String key, byte[] payload) {
        this.owner = owner;
        this.key = key;
        this.payload = payload;
    }

    /** What its partition is chosen by. */
    public String owner() {
        return owner;
    }

    /** By which a topic that keeps the last of each key tells messages apart. */
    public String key() {
        return key;
    }

    /** The event, encoded. */
    public byte[] payload() {
        return payload;
    }
}
