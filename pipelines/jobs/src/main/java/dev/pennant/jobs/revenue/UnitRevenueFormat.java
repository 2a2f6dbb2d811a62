package dev.pennant.jobs.revenue;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.UnitRevenue;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;

/** A unit's sums and roster as bytes. */
public final class UnitRevenueFormat implements ValueFormat<UnitRevenue> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<UnitRevenue> type() {
        return UnitRevenue.class;
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public void write(UnitRevenue unit, DataOutput out) throws IOException {
        RevenueBytes.writeVersion(unit.version(), out);
        out.writeInt(unit.totals().size());
        for (Map.Entry<CumulativePeriod, UnitRevenue.Total> total :
                unit.totals().entrySet()) {
            RevenueBytes.writePeriod(total.getKey(), out);
            RevenueBytes.writeAmounts(total.getValue().amounts(), out);
            out.writeInt(total.getValue().reports());
            out.writeInt(total.getValue().syntheticReports());
        }
        out.writeInt(unit.rosterChanges().size());
        for (Map.Entry<YearMonth, Integer> change : unit.rosterChanges().entrySet()) {
            RevenueBytes.writeMonth(change.getKey(), out);
            out.writeInt(change.getValue());
        }
    }

    @Override
    public UnitRevenue read(int format, DataInput in) throws IOException {
        Version version = RevenueBytes.readVersion(in);
        Map<CumulativePeriod, UnitRevenue.Total> totals = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            totals.put(
                    RevenueBytes.readPeriod(in),
                    new UnitRevenue.Total(RevenueBytes.readAmounts(in), in.readInt(), in.readInt()));
        }
        Map<YearMonth, Integer> rosterChanges = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rosterChanges.put(RevenueBytes.readMonth(in), in.readInt());
        }
        return new UnitRevenue(version, totals, rosterChanges);
    }
}
