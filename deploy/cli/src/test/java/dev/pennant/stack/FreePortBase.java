package dev.pennant.stack;

import java.util.concurrent.ThreadLocalRandom;

/** Ports for the stack of one test, so that tests that run at once never meet. */
public final class FreePortBase {
    private static final int LOWEST = 12_000;
    /** Below the ports that systems give to whoever connects. */
    private static final int HIGHEST = 32_000;

    private FreePortBase() {}

    /** Ports of which none is taken now. */
    public static Ports find() {
        while (true) {
            Ports ports = new Ports(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST));
            try {
                ports.requireFree();
                return ports;
            } catch (StackException taken) {
                // Another base will do.
            }
        }
    }
}
