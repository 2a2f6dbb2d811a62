package dev.pennant.load;

import dev.pennant.core.revenue.FilingRules;
import dev.pennant.core.revenue.ReportForm;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.time.InstantSource;
import java.util.List;

/** Reports: an enterprise's cumulative figures of this year and its own of the year before. */
final class ReportStream implements ImportStream {
    private static final String ENTERPRISE = "enterprise_id";
    private static final String PERIOD = "period";
    private static final String REVENUE = "revenue";
    private static final String REVENUE_LAST_YEAR = "revenue_last_year";
    private static final String RETAIL_SALES = "retail_sales";
    private static final String RETAIL_SALES_LAST_YEAR = "retail_sales_last_year";
    private static final String REVISION = "revision";
    private static final String REPORTED_AT = "reported_at";

    private final FormMessages messages = new FormMessages();
    private final FilingRules rules;
    private final InstantSource clock;
    private final boolean synthetic;

    /**
     * @param clock tells when a report is received
     * @param synthetic whether the figures are made up
     */
    ReportStream(FilingRules rules, InstantSource clock, boolean synthetic) {
        this.rules = rules;
        this.clock = clock;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.ENTERPRISE_REPORTS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                ENTERPRISE,
                PERIOD,
                REVENUE,
                REVENUE_LAST_YEAR,
                RETAIL_SALES,
                RETAIL_SALES_LAST_YEAR,
                REVISION,
                REPORTED_AT);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        ReportForm form = new ReportForm(
                values.id(ENTERPRISE),
                values.text(PERIOD),
                values.amount(REVENUE),
                values.amount(REVENUE_LAST_YEAR),
                values.optionalAmount(RETAIL_SALES),
                values.optionalAmount(RETAIL_SALES_LAST_YEAR),
                values.wholeNumber(REVISION),
                values.moment(REPORTED_AT),
                synthetic);
        if (values.areReadable()) {
            values.judged(rules.judge(form, clock.instant()));
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
