package dev.pennant.load;

import dev.pennant.core.report.UnitForm;
import dev.pennant.core.report.UnitRules;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import java.util.List;

/**
 * Units below the township. The columns are those of the catalogue's {@code units.csv}, which tell the county and the zone besides: both follow from the
 * township, and are passed over. Without the column parent, a unit is a part of its township.
 */
final class UnitStream implements ImportStream {
    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String COUNTY_CODE = "county_code";
    private static final String COUNTY = "county";
    private static final String KIND = "kind";
    private static final String ZONE = "zone";
    private static final String PARENT = "parent";
    private static final int TOWNSHIP_DIGITS = 9;

    private final FormMessages messages = new FormMessages();
    private final UnitRules rules;
    private final boolean synthetic;

    /** @param synthetic whether the units are made up */
    UnitStream(UnitRules rules, boolean synthetic) {
        this.rules = rules;
        this.synthetic = synthetic;
    }

    @Override
    public Topic topic() {
        return Topics.UNITS;
    }

    @Override
    public List<String> columns() {
        return List.of(CODE, NAME, COUNTY_CODE, COUNTY, KIND, ZONE);
    }

    @Override
    public List<String> optionalColumns() {
        return List.of(PARENT);
    }

    @Override
    public RowOutcome read(TableRow row) {
        RowValues values = new RowValues(row);
        String code = values.id(CODE);
        String parent = row.valueIfThere(PARENT);
        UnitForm form = new UnitForm(
                code,
                values.text(NAME),
                values.text(KIND),
                parent.isEmpty() ? code.substring(0, Math.min(TOWNSHIP_DIGITS, code.length())) : parent,
                synthetic);
        if (values.areReadable()) {
            values.judged(rules.judge(form));
        }
        return values.areReadable()
                ? new RowOutcome.Accepted(messages.of(form))
                : new RowOutcome.Rejected(values.fault());
    }
}
