package dev.pennant.jobs.standings;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.Cause;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.Move;
import dev.pennant.core.standings.Standing;
import dev.pennant.core.standings.StandingRow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the values that several formats of this package hold are written. */
final class StandingBytes {
    private StandingBytes() {}

    static void writeFigure(Figure figure, DataOutput out) throws IOException {
        out.writeLong(figure.value());
        out.writeLong(figure.base());
        out.writeLong(figure.growth());
        out.writeByte(figure.marks());
        out.writeLong(figure.version());
    }

    static Figure readFigure(DataInput in) throws IOException {
        return new Figure(in.readLong(), in.readLong(), in.readLong(), in.readByte(), in.readLong());
    }

    static void writeAdjustment(Adjustment adjustment, DataOutput out) throws IOException {
        out.writeUTF(adjustment.competition());
        out.writeUTF(adjustment.period().toString());
        out.writeUTF(adjustment.unit());
        out.writeUTF(adjustment.kind().id());
        byte[] digits = adjustment.points().unscaledValue().toByteArray();
        out.writeByte(adjustment.points().scale());
        out.writeByte(digits.length);
        out.write(digits);
        out.writeUTF(adjustment.reason());
        out.writeUTF(adjustment.approver());
        out.writeLong(adjustment.adjustedAt().toEpochMilli());
        out.writeBoolean(adjustment.synthetic());
    }

    static Adjustment readAdjustment(DataInput in) throws IOException {
        return new Adjustment(
                in.readUTF(),
                Period.parse(in.readUTF()),
                in.readUTF(),
                readKind(in),
                readPoints(in),
                in.readUTF(),
                in.readUTF(),
                Instant.ofEpochMilli(in.readLong()),
                in.readBoolean());
    }

    static void writeStanding(Standing standing, DataOutput out) throws IOException {
        out.writeUTF(standing.competition());
        out.writeUTF(standing.title());
        out.writeUTF(standing.period().toString());
        out.writeByte(standing.decimals());
        out.writeBoolean(standing.synthetic());
        out.writeLong(standing.version().packed());
        out.writeLong(standing.updatedAt().toEpochMilli());
        out.writeInt(standing.rows().size());
        for (StandingRow row : standing.rows()) {
            writeRow(row, out);
        }
    }

    static Standing readStanding(DataInput in) throws IOException {
        String competition = in.readUTF();
        String title = in.readUTF();
        Period period = Period.parse(in.readUTF());
        int decimals = in.readByte();
        boolean synthetic = in.readBoolean();
        Version version = Version.unpacked(in.readLong());
        Instant updatedAt = Instant.ofEpochMilli(in.readLong());
        int units = in.readInt();
        List<StandingRow> rows = new ArrayList<>(units);
        for (int row = 0; row < units; row++) {
            rows.add(readRow(in));
        }
        return new Standing(competition, title, period, decimals, synthetic, version, updatedAt, rows);
    }

    private static void writeRow(StandingRow row, DataOutput out) throws IOException {
        out.writeUTF(row.unit().code());
        out.writeUTF(row.unit().name());
        out.writeUTF(row.unit().county());
        out.writeInt(row.rank());
        writeOptional(row.reason(), out);
        out.writeInt(row.previousRank());
        out.writeLong(row.score());
        out.writeBoolean(row.gap().isPresent());
        if (row.gap().isPresent()) {
            out.writeLong(row.gap().get());
        }
        out.writeLong(row.adjusted());
        out.writeUTF(row.list());
        out.writeBoolean(row.provisional());
        out.writeBoolean(row.move().isPresent());
        if (row.move().isPresent()) {
            Move move = row.move().get();
            out.writeUTF(move.cause().name());
            writeOptional(move.indicator(), out);
            out.writeInt(move.from());
            out.writeLong(move.at().toEpochMilli());
        }
    }

    private static StandingRow readRow(DataInput in) throws IOException {
        return new StandingRow(
                new StandingRow.Participant(in.readUTF(), in.readUTF(), in.readUTF()),
                in.readInt(),
                readOptional(in),
                in.readInt(),
                in.readLong(),
                in.readBoolean() ? Optional.of(in.readLong()) : Optional.empty(),
                in.readLong(),
                in.readUTF(),
                in.readBoolean(),
                in.readBoolean() ? Optional.of(readMove(in)) : Optional.empty());
    }

    private static Move readMove(DataInput in) throws IOException {
        return new Move(
                Cause.valueOf(in.readUTF()), readOptional(in), in.readInt(), Instant.ofEpochMilli(in.readLong()));
    }

    private static void writeOptional(Optional<String> text, DataOutput out) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            out.writeUTF(text.get());
        }
    }

    private static Optional<String> readOptional(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
    }

    private static BigDecimal readPoints(DataInput in) throws IOException {
        int scale = in.readByte();
        byte[] digits = new byte[in.readByte()];
        in.readFully(digits);
        return new BigDecimal(new BigInteger(digits), scale);
    }

    private static Adjustment.Kind readKind(DataInput in) throws IOException {
        String id = in.readUTF();
        return Adjustment.Kind.of(id)
                .orElseThrow(() -> new IOException("this build does not know adjustments of kind " + id));
    }
}
