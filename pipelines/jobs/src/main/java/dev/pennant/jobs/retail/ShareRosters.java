package dev.pennant.jobs.retail;

import dev.pennant.core.retail.UnitNotice;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Tells every region of a township who joins its roster, and who leaves it. */
final class ShareRosters implements FlatMapFunction<UnitNotice, RosterShare> {
    private static final long serialVersionUID = 1L;

    private final SalesScope scope;

    ShareRosters(SalesScope scope) {
        this.scope = scope;
    }

    @Override
    public void flatMap(UnitNotice notice, Collector<RosterShare> out) {
        if (notice.kind() == UnitNotice.Kind.EXPECTED) {
            for (String region : scope.regionsOf(notice.unit())) {
                out.collect(RosterShare.expected(region, notice.day(), notice.change()));
            }
        }
    }
}
