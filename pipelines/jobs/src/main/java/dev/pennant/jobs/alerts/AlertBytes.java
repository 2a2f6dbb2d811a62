package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Figure;
import dev.pennant.core.alerts.Placing;
import dev.pennant.core.indicator.Measure;
import dev.pennant.jobs.indicator.CoverageBytes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the values that several formats of this package hold are written: small, and by meaning, never by Java's own serialization. */
final class AlertBytes {
    private AlertBytes() {}

    /** A number has ten decimals, so that its digits are enough; none where there is none. */
    static void writeNumber(Optional<BigDecimal> number, DataOutput out) throws IOException {
        byte[] digits = number.map(value ->
                        value.setScale(Measure.DECIMALS).unscaledValue().toByteArray())
                .orElse(new byte[0]);
        out.writeByte(digits.length);
        out.write(digits);
    }

    static Optional<BigDecimal> readNumber(DataInput in) throws IOException {
        byte[] digits = new byte[in.readByte()];
        in.readFully(digits);
        return digits.length == 0
                ? Optional.empty()
                : Optional.of(new BigDecimal(new BigInteger(digits), Measure.DECIMALS));
    }

    static void writeInstant(Instant instant, DataOutput out) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    static void writeVersions(List<Long> versions, DataOutput out) throws IOException {
        out.writeByte(versions.size());
        for (long version : versions) {
            out.writeLong(version);
        }
    }

    static List<Long> readVersions(DataInput in) throws IOException {
        List<Long> versions = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            versions.add(in.readLong());
        }
        return versions;
    }

    static void writeFigure(Figure figure, DataOutput out) throws IOException {
        out.writeUTF(figure.unit());
        out.writeUTF(figure.unitName());
        out.writeUTF(figure.period());
        out.writeUTF(figure.periodLabel());
        writeNumber(figure.value(), out);
        writeNumber(figure.growth(), out);
        out.writeBoolean(figure.inPoints());
        out.writeBoolean(figure.placing().isPresent());
        if (figure.placing().isPresent()) {
            Placing placing = figure.placing().get();
            out.writeInt(placing.rank());
            out.writeInt(placing.previous().orElse(0));
            out.writeInt(placing.ranked());
        }
        CoverageBytes.write(figure.coverage(), out);
        out.writeBoolean(figure.synthetic());
        out.writeLong(figure.version());
        writeInstant(figure.updatedAt(), out);
    }

    /**
     * Reads a figure.
     *
     * @param format in which it was written: 1 or 2
     */
    static Figure readFigure(int format, DataInput in) throws IOException {
        return new Figure(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                readNumber(in),
                readNumber(in),
                in.readBoolean(),
                in.readBoolean() ? Optional.of(readPlacing(in)) : Optional.empty(),
                format == 1 ? CoverageBytes.readFirst(in) : CoverageBytes.read(in),
                in.readBoolean(),
                in.readLong(),
                readInstant(in));
    }

    private static Placing readPlacing(DataInput in) throws IOException {
        int rank = in.readInt();
        int previous = in.readInt();
        return new Placing(rank, previous == 0 ? Optional.empty() : Optional.of(previous), in.readInt());
    }

    static <E extends Enum<E>> E readConstant(Class<E> constants, DataInput in) throws IOException {
        String name = in.readUTF();
        try {
            return Enum.valueOf(constants, name);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("this build does not know the " + constants.getSimpleName() + " " + name, unknown);
        }
    }
}
