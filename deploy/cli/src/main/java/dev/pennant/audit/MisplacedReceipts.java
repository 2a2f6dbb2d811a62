package dev.pennant.audit;

import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;

/**
 * Receipts that count where their store is no longer registered: they were read before the registration or the withdrawal that says so. They are no
 * failure, and stay so until the receipts are rebuilt.
 *
 * @param counted receipts of all stores that count in a unit
 * @param misplaced those that count in a unit where the store is not registered on their day
 * @param stores of so many stores
 */
public record MisplacedReceipts(long counted, long misplaced, long stores) {
    private static final String QUERY = QueryFile.read("misplaced-receipts.sql");

    static MisplacedReceipts of(ClickHouseClient analyst) throws IOException {
        String[] numbers = analyst.query(QUERY).strip().split("\t", -1);
        return new MisplacedReceipts(
                Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}
