package dev.pennant.load;

/** Events did not reach their topic. The message is one sentence for people. */
public final class UndeliveredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UndeliveredException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
