package dev.pennant.jobs.standings;

import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.AdjustmentLedger;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.PeriodBook;
import dev.pennant.core.standings.PeriodFigures;
import dev.pennant.core.standings.Standing;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is kept of a competition in a period as bytes. */
public final class PeriodBookFormat implements ValueFormat<PeriodBook> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<PeriodBook> type() {
        return PeriodBook.class;
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public Optional<PeriodBook> copyOf(PeriodBook book) {
        return Optional.of(book.copy());
    }

    @Override
    public void write(PeriodBook book, DataOutput out) throws IOException {
        PeriodFigures figures = book.figures();
        out.writeShort(figures.indicators());
        out.writeInt(figures.places());
        for (int place = 0; place < figures.places(); place++) {
            out.writeUTF(figures.place(place));
            for (int indicator = 0; indicator < figures.indicators(); indicator++) {
                Figure figure = figures.figure(indicator, place);
                out.writeBoolean(figure.version() != 0);
                if (figure.version() != 0) {
                    StandingBytes.writeFigure(figure, out);
                }
            }
        }
        List<Adjustment> adjustments = book.adjustments().entries();
        out.writeInt(adjustments.size());
        for (Adjustment adjustment : adjustments) {
            StandingBytes.writeAdjustment(adjustment, out);
        }
        out.writeBoolean(book.told().isPresent());
        if (book.told().isPresent()) {
            StandingBytes.writeStanding(book.told().get(), out);
        }
    }

    @Override
    public PeriodBook read(int version, DataInput in) throws IOException {
        PeriodFigures figures = new PeriodFigures(in.readShort());
        for (int places = in.readInt(); places > 0; places--) {
            String place = in.readUTF();
            for (int indicator = 0; indicator < figures.indicators(); indicator++) {
                if (in.readBoolean()) {
                    figures.put(indicator, place, StandingBytes.readFigure(in));
                }
            }
        }
        AdjustmentLedger adjustments = new AdjustmentLedger();
        for (int entries = in.readInt(); entries > 0; entries--) {
            adjustments.enter(StandingBytes.readAdjustment(in));
        }
        Optional<Standing> told = in.readBoolean() ? Optional.of(StandingBytes.readStanding(in)) : Optional.empty();
        return new PeriodBook(figures, adjustments, told);
    }
}
