package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Figure;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures of one subject that came together: one value of an indicator, or the standing of all units in a competition.
 *
 * @param subject indicator or competition
 * @param whole whether they are of all units in their period, so that a unit which is not among them has none
 * @param period of all of them
 * @param version of all of them
 * @param updatedAt when they were computed
 * @param figures one a unit
 */
record SubjectFigures(
        String subject, boolean whole, String period, long version, Instant updatedAt, List<Figure> figures) {
    SubjectFigures {
        figures = List.copyOf(figures);
    }

    /** Figures as bytes. */
    public static final class Format implements ValueFormat<SubjectFigures> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<SubjectFigures> type() {
            return SubjectFigures.class;
        }

        @Override
        public int version() {
            return 2;
        }

        @Override
        public void write(SubjectFigures figures, DataOutput out) throws IOException {
            out.writeUTF(figures.subject);
            out.writeBoolean(figures.whole);
            out.writeUTF(figures.period);
            out.writeLong(figures.version);
            AlertBytes.writeInstant(figures.updatedAt, out);
            out.writeInt(figures.figures.size());
            for (Figure figure : figures.figures) {
                AlertBytes.writeFigure(figure, out);
            }
        }

        @Override
        public SubjectFigures read(int version, DataInput in) throws IOException {
            String subject = in.readUTF();
            boolean whole = in.readBoolean();
            String period = in.readUTF();
            long figuresVersion = in.readLong();
            Instant updatedAt = AlertBytes.readInstant(in);
            List<Figure> figures = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                figures.add(AlertBytes.readFigure(version, in));
            }
            return new SubjectFigures(subject, whole, period, figuresVersion, updatedAt, figures);
        }
    }
}
