package dev.pennant.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process that imports reports to a broker which never answers, until somebody ends it. */
final class EndlessImport implements EventSender {
    /** What it says when it waits. */
    static final String WAITING = "waiting";

    private final CountDownLatch never = new CountDownLatch(1);

    private EndlessImport() {}

    public static void main(String[] arguments) throws IOException {
        new FileImport(ImportFixture.stream("enterprise-reports", false), new EndlessImport())
                .run(Path.of(arguments[0]), Optional.empty(), (bytes, rows) -> {});
    }

    @Override
    public void send(Message message) {
        System.out.println(WAITING);
        awaitDelivery();
    }

    @Override
    public void awaitDelivery() {
        try {
            never.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long acknowledged() {
        return 0;
    }
}
