package dev.pennant.load;

import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.RegistrationForm;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.util.List;

/** Registrations: which enterprise stands on which roster, where, and from when to when. */
final class RegistryStream implements ImportStream {
    private static final String ENTERPRISE = "enterprise_id";
    private static final String NAME = "name";
    private static final String UNIT = "unit";
    private static final String SCOPE = "scope";
    private static final String INDUSTRY = "industry";
    private static final String VALID_FROM = "valid_from";
    private static final String VALID_TO = "valid_to";

    private final FormMessages messages = new FormMessages();
    private final FilingRules rules;
    private final boolean synthetic;

    /** @param synthetic whether the enterprises are made up */
    RegistryStream(FilingRules rules, boolean synthetic) {
        this.rules = rules;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.ENTERPRISE_REGISTRY;
    }

    @Override
    public List<String> columns() {
        return List.of(ENTERPRISE, NAME, UNIT, SCOPE, INDUSTRY, VALID_FROM, VALID_TO);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        RegistrationForm form = new RegistrationForm(
                values.id(ENTERPRISE),
                values.text(NAME),
                values.text(UNIT),
                values.text(SCOPE),
                values.text(INDUSTRY),
                values.text(VALID_FROM),
                values.text(VALID_TO),
                synthetic);
        if (values.areReadable()) {
            values.judged(rules.judge(form));
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
