package dev.pennant.jobs.standings;

import dev.pennant.core.standings.ScoredStanding;
import dev.pennant.core.standings.Standing;
import dev.pennant.core.standings.UnitScore;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A standing with its scores as bytes. */
public final class ScoredStandingFormat implements ValueFormat<ScoredStanding> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<ScoredStanding> type() {
        return ScoredStanding.class;
    }

    @Override
    public void write(ScoredStanding scored, DataOutput out) throws IOException {
        StandingBytes.writeStanding(scored.standing(), out);
        out.writeInt(scored.scores().size());
        for (UnitScore score : scored.scores()) {
            out.writeUTF(score.unit());
            out.writeShort(score.line());
            out.writeBoolean(score.valid());
            out.writeLong(score.figure());
            writeOptional(score.value(), out);
            writeOptional(score.growth(), out);
            out.writeLong(score.points());
            out.writeInt(score.rank());
            out.writeInt(score.groupRank());
        }
    }

    @Override
    public ScoredStanding read(int version, DataInput in) throws IOException {
        Standing standing = StandingBytes.readStanding(in);
        int count = in.readInt();
        List<UnitScore> scores = new ArrayList<>(count);
        for (int score = 0; score < count; score++) {
            scores.add(new UnitScore(
                    in.readUTF(),
                    in.readShort(),
                    in.readBoolean(),
                    in.readLong(),
                    readOptional(in),
                    readOptional(in),
                    in.readLong(),
                    in.readInt(),
                    in.readInt()));
        }
        return new ScoredStanding(standing, scores);
    }

    private static void writeOptional(OptionalLong number, DataOutput out) throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeLong(number.getAsLong());
        }
    }

    private static OptionalLong readOptional(DataInput in) throws IOException {
        return in.readBoolean() ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
    }
}
