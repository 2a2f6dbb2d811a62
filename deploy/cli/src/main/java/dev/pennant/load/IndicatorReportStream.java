package dev.pennant.load;

import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.ReportRules;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.time.InstantSource;
import java.util.List;

/** What departments report: a figure of a unit, or the two parts of a ratio, each in a column that a file may leave out. */
final class IndicatorReportStream implements ImportStream {
    private static final String UNIT = "unit";
    private static final String INDICATOR = "indicator";
    private static final String PERIOD = "period";
    private static final String VALUE = "value";
    private static final String BASE = "base";
    private static final String GROWTH = "growth";
    private static final String REVISION = "revision";
    private static final String REPORTED_AT = "reported_at";
    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";

    private final FormMessages messages = new FormMessages();
    private final ReportRules rules;
    private final InstantSource clock;
    private final boolean synthetic;

    /**
     * @param clock tells when a report is received
     * @param synthetic whether the figures are made up
     */
    IndicatorReportStream(ReportRules rules, InstantSource clock, boolean synthetic) {
        this.rules = rules;
        this.clock = clock;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.INDICATOR_REPORTS;
    }

    @Override
    public List<String> columns() {
        return List.of(UNIT, INDICATOR, PERIOD, VALUE, BASE, GROWTH, REVISION, REPORTED_AT);
    }

    @Override
    public List<String> optionalColumns() {
        return List.of(NUMERATOR, DENOMINATOR);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        IndicatorReportForm form = new IndicatorReportForm(
                values.id(UNIT),
                values.text(INDICATOR),
                values.day(PERIOD),
                values.optionalFigure(VALUE),
                values.optionalFigure(BASE),
                values.optionalFigure(GROWTH),
                values.optionalFigure(NUMERATOR),
                values.optionalFigure(DENOMINATOR),
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
