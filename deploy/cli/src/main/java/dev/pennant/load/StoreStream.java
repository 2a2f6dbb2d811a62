package dev.pennant.load;

import dev.pennant.core.retail.RetailRules;
import dev.pennant.core.retail.StoreForm;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.util.List;

/** Stores: in which unit a store counts, and from which day on. */
final class StoreStream implements ImportStream {
    private static final String STORE = "store_id";
    private static final String NAME = "name";
    private static final String UNIT = "unit";
    private static final String VALID_FROM = "valid_from";

    private final FormMessages messages = new FormMessages();
    private final RetailRules rules;
    private final boolean synthetic;

    /** @param synthetic whether the stores are made up */
    StoreStream(RetailRules rules, boolean synthetic) {
        this.rules = rules;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.STORES;
    }

    @Override
    public List<String> columns() {
        return List.of(STORE, NAME, UNIT, VALID_FROM);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        StoreForm form = new StoreForm(
                values.id(STORE), values.text(NAME), values.text(UNIT), values.day(VALID_FROM), synthetic);
        if (values.areReadable()) {
            values.judged(rules.judge(form));
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
