package dev.pennant.jobs.retail.source;

import dev.pennant.core.filing.Rejection;
import dev.pennant.core.filing.Rejection.Reason;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.retail.Receipt;
import dev.pennant.core.retail.ReceiptForm;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.RetailReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Judges any record of the receipts, as slowly as it takes: the first receipt of a store, and whatever is not plain. */
final class ReceiptJudge {
    private final StoreNumbers stores;
    private final RetailRules rules;
    private final String job;
    private final Clock clock;
    private final EventCodec<RetailReceipt> codec = EventCodec.of(RetailReceipt.class);

    private int otherCategory;

    /**
     * @param job the job that refuses, for the dead letter
     * @param clock gives the time of a refusal
     */
    ReceiptJudge(StoreNumbers stores, RetailRules rules, String job, Clock clock) {
        this.stores = stores;
        this.rules = rules;
        this.job = job;
        this.clock = clock;
    }

    /** Adds the receipt of a record to the columns, or says why it cannot be counted. */
    Optional<DeadLetter> judge(RawRecord record, ReceiptColumns columns) {
        RetailReceipt event;
        try {
            event = codec.decode(record.value());
        } catch (EventDecodingException undecodable) {
            return Optional.of(new DeadLetter(
                    record, undecodable.reason().code(), undecodable.getMessage(), job, clock.instant()));
        }
        Verdict<Receipt> verdict = rules.judge(form(event), record.receivedAt());
        if (verdict instanceof Verdict.Rejected<Receipt> rejected) {
            return Optional.of(DeadLetter.of(record, rejected.rejections(), job, clock.instant()));
        }
        Receipt receipt = ((Verdict.Accepted<Receipt>) verdict).value();
        if (!Arrays.equals(record.key(), receipt.storeId().getBytes(StandardCharsets.UTF_8))) {
            Rejection badKey = new Rejection(
                    Reason.BAD_KEY, "key", "the key of this receipt has to be its store, " + receipt.storeId());
            return Optional.of(DeadLetter.of(record, List.of(badKey), job, clock.instant()));
        }
        if (!rules.categories().knows(event.getCategory())) {
            otherCategory++;
        }
        columns.add(
                stores.of(receipt.storeId()),
                receipt.receiptNo(),
                receipt.soldAt().toEpochMilli(),
                receipt.category(),
                receipt.synthetic(),
                receipt.amount().fen());
        return Optional.empty();
    }

    /** How many receipts since this was asked last name a category that the catalogue does not know. */
    int takeOtherCategory() {
        int taken = otherCategory;
        otherCategory = 0;
        return taken;
    }

    private static ReceiptForm form(RetailReceipt event) {
        return new ReceiptForm(
                event.getStoreId(),
                event.getReceiptNo(),
                event.getSoldAt(),
                event.getCategory(),
                new Money(event.getAmount()),
                event.getChannel(),
                event.getSynthetic());
    }
}
