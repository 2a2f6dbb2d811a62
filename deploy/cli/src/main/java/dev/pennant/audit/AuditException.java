package dev.pennant.audit;

/** The stack could not be asked, or does not do what it should; the message is a sentence for whoever runs it. */
public final class AuditException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure described by a sentence. */
    public AuditException(String message) {
        super(message);
    }

    /** A failure described by a sentence, with its cause. */
    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
