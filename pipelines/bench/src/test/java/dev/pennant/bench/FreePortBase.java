package dev.pennant.bench;

import dev.pennant.stack.Ports;
import dev.pennant.stack.StackException;
import java.util.concurrent.ThreadLocalRandom;

/** A base whose ports nobody else listens on. */
public final class FreePortBase {
    private static final int FIRST = 12_000;
    private static final int LAST = 32_000;

    private FreePortBase() {}

    /** Looks for one. */
    public static int find() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try {
                new Ports(base).requireFree();
                return base;
            } catch (StackException taken) {
                // Another one will do.
            }
        }
    }
}
