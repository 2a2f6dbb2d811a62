package dev.pennant.wall.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pennant.wall.query.DatabaseException.Cause;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SharedAnswersTest {
    private final AtomicLong version = new AtomicLong();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final SharedAnswers answers = new SharedAnswers(this::answer, version::get, now::get);

    @AfterEach
    void close() {
        gate.countDown();
        answers.close();
    }

    @Test
    void whoeverAsksTheSameSharesOneQueryAlsoWhileItRuns() {
        List<CompletableFuture<Answer>> screens =
                IntStream.range(0, 100).mapToObj(screen -> answers.to("wait")).toList();
        assertThat(screens).noneMatch(CompletableFuture::isDone);
        gate.countDown();
        Answer first = screens.get(0).join();
        assertThat(screens).allMatch(screen -> screen.join() == first);
        assertThat(answers.to("wait").join()).isSameAs(first);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerIsGoodUntilTheDataChangesOrItIsOld() {
        Answer first = answers.to("a").join();
        now.set(Instant.EPOCH.plusMillis(4_999));
        assertThat(answers.to("a").join()).isSameAs(first);
        version.incrementAndGet();
        Answer second = answers.to("a").join();
        assertThat(second).isNotSameAs(first);
        now.set(Instant.EPOCH.plusMillis(9_999));
        assertThat(answers.to("a").join()).isNotSameAs(second);
        assertThat(asked).hasValue(3);
    }

    @Test
    void whoAsksAfterAChangeDoesNotGetWhatWasAskedBefore() {
        CompletableFuture<Answer> before = answers.to("wait");
        version.incrementAndGet();
        CompletableFuture<Answer> after = answers.to("wait");
        gate.countDown();
        assertThat(after.join()).isNotSameAs(before.join());
    }

    @Test
    void aFailureIsToldToAllAndNotKept() {
        assertThatThrownBy(() -> answers.to("fail").join()).hasRootCauseMessage("no");
        assertThatThrownBy(() -> answers.to("fail").join()).hasRootCauseMessage("no");
        assertThat(asked).hasValue(2);
    }

    @Test
    void onlyAFewRunAtOnceAndTooManyAreTurnedAway() {
        List<CompletableFuture<Answer>> all = IntStream.range(0, 1_100)
                .mapToObj(query -> answers.to("wait " + query))
                .toList();
        await().until(() -> atOnce.get() == 4);
        long refused =
                all.stream().filter(CompletableFuture::isCompletedExceptionally).count();
        assertThat(refused).isEqualTo(1_100 - 4 - 1_000);
        gate.countDown();
        all.forEach(answer -> answer.exceptionally(failed -> null).join());
        assertThat(mostAtOnce).hasValue(4);
        assertThat(answers.spent()).isPositive();
    }

    private Answer answer(String sql) throws DatabaseException {
        asked.incrementAndGet();
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            if (sql.startsWith("wait")) {
                gate.await();
            }
            if (sql.equals("fail")) {
                throw new DatabaseException(Cause.REFUSED, "no");
            }
            return Answers.of("a", "1");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(Cause.UNREACHABLE, "stopped", stopped);
        } finally {
            atOnce.decrementAndGet();
        }
    }
}
