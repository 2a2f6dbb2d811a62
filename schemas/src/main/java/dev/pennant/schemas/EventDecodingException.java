package dev.pennant.schemas;

/**
 * Says why a payload is not an event. Checked, so that every reader decides where the record goes instead of losing it.
 *
 * <p>The message is one English sentence, fit for a dead letter's detail. There is no stack trace of its own: a refused
 * payload is an answer and may come a million times. The cause, where there is one, has its trace.
 */
public final class EventDecodingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    EventDecodingException(Reason reason, String message) {
        this(reason, message, null);
    }

    EventDecodingException(Reason reason, String message, Throwable cause) {
        super(message, cause, false, false);
        this.reason = reason;
    }

    /** Which of the few kinds of refusal this is. */
    public Reason reason() {
        return reason;
    }

    /** The kinds of refusal, each with the code it has as a dead letter's reason. */
    public enum Reason {
        /** The value is null or empty. */
        NO_PAYLOAD("no-payload"),
        /** The payload does not begin with the marker {@code C3 01} of single-object encoding. */
        NO_MARKER("no-marker"),
        /** The payload ends before the event does. */
        TRUNCATED("truncated"),
        /** The payload was written with a schema that the schema store does not know. */
        UNKNOWN_FINGERPRINT("unknown-fingerprint"),
        /** Anything else: bytes left over, a malformed value, or an event of another type. */
        UNDECODABLE("undecodable");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The code in kebab-case, as it stands in a dead letter. */
        public String code() {
            return code;
        }
    }
}
