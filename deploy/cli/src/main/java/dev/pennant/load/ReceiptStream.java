package dev.pennant.load;

import dev.pennant.core.filing.Verdict;
import dev.pennant.core.retail.Receipt;
import dev.pennant.core.retail.ReceiptForm;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Receipts: what a store sold or took back, one by store and number. */
final class ReceiptStream implements ImportStream {
    private static final String STORE = "store_id";
    private static final String NUMBER = "receipt_no";
    private static final String SOLD_AT = "sold_at";
    private static final String CATEGORY = "category";
    private static final String AMOUNT = "amount";
    private static final String CHANNEL = "channel";

    private final FormMessages messages = new FormMessages();
    private final UnknownCategories unknownCategories = new UnknownCategories();
    private final RetailRules rules;
    private final InstantSource clock;
    private final boolean synthetic;

    /**
     * @param clock tells when a receipt is received
     * @param synthetic whether the receipts are made up
     */
    ReceiptStream(RetailRules rules, InstantSource clock, boolean synthetic) {
        this.rules = rules;
        this.clock = clock;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.RETAIL_RECEIPTS;
    }

    @Override
    public List<String> columns() {
        return List.of(STORE, NUMBER, SOLD_AT, CATEGORY, AMOUNT, CHANNEL);
    }

    @Override
    public void begin() {
        unknownCategories.clear();
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        ReceiptForm form = new ReceiptForm(
                values.id(STORE),
                values.unsignedNumber(NUMBER),
                values.moment(SOLD_AT),
                values.text(CATEGORY),
                values.amount(AMOUNT),
                values.text(CHANNEL),
                synthetic);
        if (values.areReadable()) {
            Verdict<Receipt> verdict = rules.judge(form, clock.instant());
            values.judged(verdict);
            if (verdict instanceof Verdict.Accepted<Receipt>
                    && !rules.categories().knows(form.category())) {
                unknownCategories.add(form.category());
            }
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }

    @Override
    public Optional<String> remark() {
        return unknownCategories.remark();
    }
}
