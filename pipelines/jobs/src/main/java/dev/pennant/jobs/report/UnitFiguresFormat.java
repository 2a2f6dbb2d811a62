package dev.pennant.jobs.report;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.IndicatorReport;
import dev.pennant.core.report.PeriodFigure;
import dev.pennant.core.report.Place;
import dev.pennant.core.report.Tally;
import dev.pennant.core.report.UnitFigures;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of a unit as bytes. */
public final class UnitFiguresFormat implements ValueFormat<UnitFigures> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<UnitFigures> type() {
        return UnitFigures.class;
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public void write(UnitFigures unit, DataOutput out) throws IOException {
        out.writeLong(unit.version().packed());
        out.writeBoolean(unit.registered().isPresent());
        if (unit.registered().isPresent()) {
            out.writeUTF(unit.registered().get().kind());
            out.writeUTF(unit.registered().get().parent().orElseThrow());
        }
        out.writeInt(unit.registeredParts());
        out.writeInt(unit.parentsEver().size());
        for (String parent : unit.parentsEver()) {
            out.writeUTF(parent);
        }
        out.writeInt(unit.figures().size());
        for (Map.Entry<Period, PeriodFigure> figure : unit.figures().entrySet()) {
            out.writeUTF(figure.getKey().toString());
            writeFigure(figure.getValue(), out);
        }
    }

    @Override
    public UnitFigures read(int format, DataInput in) throws IOException {
        Version version = Version.unpacked(in.readLong());
        Optional<Place> registered =
                in.readBoolean() ? Optional.of(new Place(in.readUTF(), Optional.of(in.readUTF()))) : Optional.empty();
        int registeredParts = in.readInt();
        List<String> parentsEver = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            parentsEver.add(in.readUTF());
        }
        Map<Period, PeriodFigure> figures = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            figures.put(Period.parse(in.readUTF()), readFigure(in));
        }
        return new UnitFigures(version, registered, registeredParts, parentsEver, figures);
    }

    private static void writeFigure(PeriodFigure figure, DataOutput out) throws IOException {
        out.writeBoolean(figure.own().isPresent());
        if (figure.own().isPresent()) {
            ReportBytes.writeReport(figure.own().get(), out);
        }
        out.writeInt(figure.partsReported());
        Tally parts = figure.parts();
        out.writeInt(parts.reports());
        if (parts.reports() > 0) {
            ReportBytes.writeFigure(parts.value(), out);
            ReportBytes.writeFigure(parts.base(), out);
            ReportBytes.writeFigure(parts.numerator(), out);
            ReportBytes.writeFigure(parts.denominator(), out);
            out.writeInt(parts.based());
            out.writeInt(parts.synthetic());
        }
    }

    private static PeriodFigure readFigure(DataInput in) throws IOException {
        Optional<IndicatorReport> own = in.readBoolean() ? Optional.of(ReportBytes.readReport(in)) : Optional.empty();
        int partsReported = in.readInt();
        int reports = in.readInt();
        Tally parts = reports == 0
                ? Tally.NONE
                : new Tally(
                        ReportBytes.readFigure(in),
                        ReportBytes.readFigure(in),
                        ReportBytes.readFigure(in),
                        ReportBytes.readFigure(in),
                        reports,
                        in.readInt(),
                        in.readInt());
        return new PeriodFigure(own, parts, partsReported);
    }
}
