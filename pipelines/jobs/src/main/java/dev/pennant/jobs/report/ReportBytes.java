package dev.pennant.jobs.report;

import dev.pennant.core.indicator.Measure;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.Ratio;
import dev.pennant.core.report.UnitRegistration;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/** How the values that several formats of this package hold are written: small, and by meaning, never by Java's own serialization. */
final class ReportBytes {
    private ReportBytes() {}

    /** A figure has ten decimals, so that its digits are enough. */
    static void writeFigure(BigDecimal figure, DataOutput out) throws IOException {
        byte[] digits = figure.setScale(Measure.DECIMALS).unscaledValue().toByteArray();
        out.writeByte(digits.length);
        out.write(digits);
    }

    static BigDecimal readFigure(DataInput in) throws IOException {
        byte[] digits = new byte[in.readByte()];
        in.readFully(digits);
        return new BigDecimal(new BigInteger(digits), Measure.DECIMALS);
    }

    static void writeOptionalFigure(Optional<BigDecimal> figure, DataOutput out) throws IOException {
        out.writeBoolean(figure.isPresent());
        if (figure.isPresent()) {
            writeFigure(figure.get(), out);
        }
    }

    static Optional<BigDecimal> readOptionalFigure(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(readFigure(in)) : Optional.empty();
    }

    static void writeInstant(Instant instant, DataOutput out) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    static void writeReport(IndicatorReport report, DataOutput out) throws IOException {
        out.writeUTF(report.unit());
        out.writeUTF(report.indicator());
        out.writeUTF(report.period().toString());
        writeFigure(report.value(), out);
        out.writeBoolean(report.ratio().isPresent());
        if (report.ratio().isPresent()) {
            writeFigure(report.ratio().get().numerator(), out);
            writeFigure(report.ratio().get().denominator(), out);
        }
        writeOptionalFigure(report.base(), out);
        writeOptionalFigure(report.growth(), out);
        out.writeInt(report.revision());
        writeInstant(report.reportedAt(), out);
        out.writeBoolean(report.synthetic());
    }

    static IndicatorReport readReport(DataInput in) throws IOException {
        return new IndicatorReport(
                in.readUTF(),
                in.readUTF(),
                Period.parse(in.readUTF()),
                readFigure(in),
                in.readBoolean() ? Optional.of(new Ratio(readFigure(in), readFigure(in))) : Optional.empty(),
                readOptionalFigure(in),
                readOptionalFigure(in),
                in.readInt(),
                readInstant(in),
                in.readBoolean());
    }

    static void writeUnit(UnitRegistration unit, DataOutput out) throws IOException {
        out.writeUTF(unit.code());
        out.writeUTF(unit.name());
        out.writeUTF(unit.kind().id());
        out.writeUTF(unit.parent());
        out.writeBoolean(unit.synthetic());
    }

    static UnitRegistration readUnit(DataInput in) throws IOException {
        return new UnitRegistration(in.readUTF(), in.readUTF(), readKind(in), in.readUTF(), in.readBoolean());
    }

    private static LowerKind readKind(DataInput in) throws IOException {
        String id = in.readUTF();
        return LowerKind.of(id).orElseThrow(() -> new IOException("this build does not know the kind " + id));
    }
}
