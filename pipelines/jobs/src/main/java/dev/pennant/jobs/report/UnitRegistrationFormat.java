package dev.pennant.jobs.report;

import dev.pennant.core.report.UnitRegistration;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The registration of a unit below the township as bytes. */
public final class UnitRegistrationFormat implements ValueFormat<UnitRegistration> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<UnitRegistration> type() {
        return UnitRegistration.class;
    }

    @Override
    public void write(UnitRegistration unit, DataOutput out) throws IOException {
        ReportBytes.writeUnit(unit, out);
    }

    @Override
    public UnitRegistration read(int version, DataInput in) throws IOException {
        return ReportBytes.readUnit(in);
    }
}
