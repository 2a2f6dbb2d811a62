package dev.pennant.jobs.standings;

import dev.pennant.core.period.Period;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.report.UnitRegistrationFormat;
import dev.pennant.jobs.standings.CompetitionNews.OfAdjustment;
import dev.pennant.jobs.standings.CompetitionNews.OfFigure;
import dev.pennant.jobs.standings.CompetitionNews.OfUnit;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** News of a competition as bytes. */
public final class CompetitionNewsFormat implements ValueFormat<CompetitionNews> {
    private static final long serialVersionUID = 1L;
    private static final int FIGURE = 0;
    private static final int ADJUSTMENT = 1;
    private static final int UNIT = 2;

    private final ReceivedAdjustment.Format adjustments = new ReceivedAdjustment.Format();
    private final UnitRegistrationFormat units = new UnitRegistrationFormat();

    @Override
    public Class<CompetitionNews> type() {
        return CompetitionNews.class;
    }

    @Override
    public void write(CompetitionNews news, DataOutput out) throws IOException {
        if (news instanceof OfFigure figure) {
            out.writeByte(FIGURE);
            out.writeUTF(figure.competition());
            out.writeUTF(figure.period().toString());
            out.writeUTF(figure.place());
            out.writeShort(figure.column());
            StandingBytes.writeFigure(figure.figure(), out);
        } else if (news instanceof OfAdjustment adjustment) {
            out.writeByte(ADJUSTMENT);
            adjustments.write(adjustment.received(), out);
        } else if (news instanceof OfUnit unit) {
            out.writeByte(UNIT);
            out.writeUTF(unit.competition());
            out.writeUTF(unit.code());
            out.writeBoolean(unit.registration().isPresent());
            if (unit.registration().isPresent()) {
                units.write(unit.registration().get(), out);
            }
        }
    }

    @Override
    public CompetitionNews read(int version, DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case FIGURE ->
                new OfFigure(
                        in.readUTF(),
                        Period.parse(in.readUTF()),
                        in.readUTF(),
                        in.readShort(),
                        StandingBytes.readFigure(in));
            case ADJUSTMENT -> new OfAdjustment(adjustments.read(version, in));
            case UNIT ->
                new OfUnit(
                        in.readUTF(),
                        in.readUTF(),
                        in.readBoolean() ? Optional.of(units.read(version, in)) : Optional.empty());
            default -> throw new IOException("news of kind " + kind + " are not known");
        };
    }
}
