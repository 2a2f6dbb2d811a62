package dev.pennant.jobs.clickhouse;

import com.clickhouse.client.api.ServerException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.util.function.ThrowingRunnable;

/** A database of one table in memory: takes a batch whole, or refuses it whole for a poisoned row, or is away. */
final class FakeDatabase implements Inserter {
    final List<Row> rows = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    private final Deque<Exception> outages = new ArrayDeque<>();
    private Predicate<Row> poison = row -> false;
    private boolean namesPoison;
    private ThrowingRunnable<Exception> delay = () -> {};
    int attempts;
    boolean closed;

    /** Fails the next attempts with these, one after the other. */
    void failNext(Exception... failures) {
        outages.addAll(List.of(failures));
    }

    /** Does something while a batch is taken, such as letting time pass. */
    void taking(ThrowingRunnable<Exception> during) {
        delay = during;
    }

    /** Refuses batches with such rows, as the server does, which does not say which row it was. */
    void refuse(Predicate<Row> rowsToRefuse) {
        poison = rowsToRefuse;
        namesPoison = false;
    }

    /** Refuses batches with such rows, as the driver does, which stops at the first of them. */
    void refuseByName(Predicate<Row> rowsToRefuse) {
        poison = rowsToRefuse;
        namesPoison = true;
    }

    @Override
    public long insert(List<Row> batch) throws InsertFailure {
        attempts++;
        if (!outages.isEmpty()) {
            throw InsertFailure.of(outages.poll());
        }
        for (int i = 0; i < batch.size(); i++) {
            if (poison.test(batch.get(i))) {
                throw namesPoison
                        ? InsertFailure.ofRow(i, "column unit takes no null")
                        : InsertFailure.of(code(469, "Constraint is violated"));
            }
        }
        try {
            delay.run();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
        rows.addAll(batch);
        batches.add(batch.size());
        return batch.stream().mapToLong(Row::bytes).sum();
    }

    static ServerException code(int code, String message) {
        return new ServerException(code, message, 500, "query");
    }

    @Override
    public void close() {
        closed = true;
    }
}
