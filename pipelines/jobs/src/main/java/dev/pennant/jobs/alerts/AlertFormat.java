package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.AlertReason;
import dev.pennant.core.alerts.AlertState;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An alert as bytes. */
public final class AlertFormat implements ValueFormat<Alert> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<Alert> type() {
        return Alert.class;
    }

    @Override
    public void write(Alert alert, DataOutput out) throws IOException {
        out.writeUTF(alert.rule());
        out.writeUTF(alert.ruleRevision());
        out.writeUTF(alert.level().name());
        out.writeUTF(alert.subject().toString());
        out.writeUTF(alert.title());
        out.writeUTF(alert.unit());
        out.writeUTF(alert.unitName());
        out.writeUTF(alert.period());
        out.writeUTF(alert.periodLabel());
        out.writeUTF(alert.state().name());
        out.writeUTF(alert.reason().name());
        AlertBytes.writeNumber(alert.value(), out);
        AlertBytes.writeNumber(alert.threshold(), out);
        AlertBytes.writeVersions(alert.versions(), out);
        out.writeUTF(alert.message());
        out.writeUTF(alert.messageEn());
        AlertBytes.writeInstant(alert.since(), out);
        out.writeBoolean(alert.synthetic());
        out.writeLong(alert.version().packed());
        AlertBytes.writeInstant(alert.updatedAt(), out);
    }

    @Override
    public Alert read(int format, DataInput in) throws IOException {
        return new Alert(
                in.readUTF(),
                in.readUTF(),
                AlertBytes.readConstant(AlertLevel.class, in),
                Subject.parse(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                AlertBytes.readConstant(AlertState.class, in),
                AlertBytes.readConstant(AlertReason.class, in),
                AlertBytes.readNumber(in),
                AlertBytes.readNumber(in),
                AlertBytes.readVersions(in),
                in.readUTF(),
                in.readUTF(),
                AlertBytes.readInstant(in),
                in.readBoolean(),
                Version.unpacked(in.readLong()),
                AlertBytes.readInstant(in));
    }
}
