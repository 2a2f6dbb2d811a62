package dev.pennant.jobs.alerts;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells the subjects of a rule, and those that it watched before. State: the subjects of each rule, bounded by the catalogue, and cleared when the rule
 * is taken back.
 */
final class SpreadRules extends KeyedProcessFunction<String, RuleEntry, RuleNews> {
    private static final long serialVersionUID = 1L;

    private transient MapState<String, Boolean> subjects;

    @Override
    public void open(OpenContext context) {
        subjects = getRuntimeContext().getMapState(new MapStateDescriptor<>("subjects", Types.STRING, Types.BOOLEAN));
    }

    @Override
    public void processElement(RuleEntry entry, Context context, Collector<RuleNews> out) throws Exception {
        for (String before : subjects.keys()) {
            if (!entry.subjects().contains(before)) {
                out.collect(new RuleNews(before, entry.id(), ""));
            }
        }
        subjects.clear();
        for (String subject : entry.subjects()) {
            subjects.put(subject, true);
            out.collect(new RuleNews(subject, entry.id(), entry.text()));
        }
    }
}
