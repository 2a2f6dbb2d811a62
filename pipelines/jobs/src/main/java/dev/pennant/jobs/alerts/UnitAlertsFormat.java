package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.AlertKey;
import dev.pennant.core.alerts.AlertReason;
import dev.pennant.core.alerts.AlertState;
import dev.pennant.core.alerts.Figure;
import dev.pennant.core.alerts.TrackedAlert;
import dev.pennant.core.alerts.TrackedAlert.Goal;
import dev.pennant.core.alerts.UnitAlerts;
import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures and alerts of a unit as bytes. */
public final class UnitAlertsFormat implements ValueFormat<UnitAlerts> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<UnitAlerts> type() {
        return UnitAlerts.class;
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public Optional<UnitAlerts> copyOf(UnitAlerts unit) {
        return Optional.of(
                new UnitAlerts(unit.version(), unit.due(), unit.figures().values(), unit.alerts()));
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public void write(UnitAlerts unit, DataOutput out) throws IOException {
        out.writeLong(unit.version().packed());
        out.writeBoolean(unit.due().isPresent());
        if (unit.due().isPresent()) {
            AlertBytes.writeInstant(unit.due().get(), out);
        }
        out.writeInt(unit.figures().size());
        for (Figure figure : unit.figures().values()) {
            AlertBytes.writeFigure(figure, out);
        }
        out.writeInt(unit.alerts().size());
        for (Map.Entry<AlertKey, TrackedAlert> entry : unit.alerts().entrySet()) {
            out.writeUTF(entry.getKey().rule());
            out.writeUTF(entry.getKey().period());
            writeAlert(entry.getValue(), out);
        }
    }

    @Override
    public UnitAlerts read(int format, DataInput in) throws IOException {
        Version version = Version.unpacked(in.readLong());
        Optional<Instant> due = in.readBoolean() ? Optional.of(AlertBytes.readInstant(in)) : Optional.empty();
        List<Figure> figures = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            figures.add(AlertBytes.readFigure(format, in));
        }
        Map<AlertKey, TrackedAlert> alerts = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            alerts.put(new AlertKey(in.readUTF(), in.readUTF()), readAlert(in));
        }
        return new UnitAlerts(version, due, figures, alerts);
    }

    private static void writeAlert(TrackedAlert alert, DataOutput out) throws IOException {
        out.writeUTF(alert.ruleRevision());
        out.writeUTF(alert.goal().name());
        AlertBytes.writeInstant(alert.goalSince(), out);
        out.writeUTF(alert.state().name());
        out.writeUTF(alert.reason().name());
        out.writeBoolean(alert.met());
        AlertBytes.writeInstant(alert.since(), out);
        AlertBytes.writeNumber(alert.value(), out);
        AlertBytes.writeNumber(alert.threshold(), out);
        AlertBytes.writeVersions(alert.versions(), out);
    }

    private static TrackedAlert readAlert(DataInput in) throws IOException {
        return new TrackedAlert(
                in.readUTF(),
                AlertBytes.readConstant(Goal.class, in),
                AlertBytes.readInstant(in),
                AlertBytes.readConstant(AlertState.class, in),
                AlertBytes.readConstant(AlertReason.class, in),
                in.readBoolean(),
                AlertBytes.readInstant(in),
                AlertBytes.readNumber(in),
                AlertBytes.readNumber(in),
                AlertBytes.readVersions(in));
    }
}
