package dev.pennant.jobs.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.RawRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadStoresTest {
    private final ReadStores reader = new ReadStores(
            RetailOperator.CATALOGUE.retailRules(),
            RetailPipeline.JOB,
            Clock.fixed(RetailOperator.START, ZoneOffset.UTC));

    @Test
    void aRecordWithoutAValueWithdrawsTheRegistrationOfItsKey() throws Exception {
        Verdict.Accepted<StoreEntry> withdrawal = (Verdict.Accepted<StoreEntry>) read("S1|2020-06-01");

        assertThat(withdrawal.value().storeId()).isEqualTo("S1");
        assertThat(withdrawal.value().validFrom()).isEqualTo(LocalDate.parse("2020-06-01"));
        assertThat(withdrawal.value().registration()).isEmpty();
    }

    /** Days are counted in 32 bits: one beyond them would stop the job at every start. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "S1|+999999999-12-31",
                "S1|-999999999-01-01",
                "S1|1899-12-31",
                "S1|2020-02-30",
                "S1",
                "|2020-01-01"
            })
    void aKeyThatCanBeOfNoRegistrationIsRefused(String key) throws Exception {
        Verdict.Rejected<StoreEntry> refused = (Verdict.Rejected<StoreEntry>) read(key);

        assertThat(refused.rejections()).singleElement().satisfies(rejection -> assertThat(rejection.reason())
                .isEqualTo(Reason.BAD_KEY));
    }

    private Verdict<StoreEntry> read(String key) throws Exception {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return reader.read(new RawRecord(new Origin("stores", 0, 0), RetailOperator.START, bytes, null));
    }
}
