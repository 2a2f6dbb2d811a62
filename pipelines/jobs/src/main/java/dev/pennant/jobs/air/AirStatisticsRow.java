package dev.pennant.jobs.air;

import dev.pennant.core.air.AirComparison;
import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.AirLevel;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.AirStatistics;
import dev.pennant.core.air.AnnualLimits;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.air.PollutantStatistics;
import dev.pennant.core.air.Shortage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statistics of a unit's month or of its year through a day, compared with the year before, for their table. Figures are whole numbers of their
 * last published decimal. The arrays are never changed.
 *
 * @param unit code of the unit
 * @param span {@code month} or {@code year-to-date}
 * @param period the month {@code 2020-10}, or the day {@code 2020-10-07}
 * @param firstDay its first day
 * @param lastDay its last day so far
 * @param validDays days with an AQI
 * @param daysByLevel how many of them have each level
 * @param pollutantDays valid days of each pollutant
 * @param means the mean of each pollutant
 * @param percentiles the percentile of each pollutant
 * @param limits the yearly limit of each pollutant
 * @param figures those of {@link AirIndicator}, in the order of {@link AirIndicator#all}
 * @param bases the same of the year before
 * @param growth of each, in tenths of a percent or of a point, or {@link #NONE}
 * @param reasons why the statistics are not valid; empty where they are
 * @param synthetic whether any reading was made up
 * @param version orders this row among those of the same unit, span and period
 * @param updatedMillis when it was told, in milliseconds of UTC
 */
@SuppressWarnings("ArrayRecordComponent")
record AirStatisticsRow(
        String unit,
        String span,
        String period,
        int firstDay,
        int lastDay,
        int validDays,
        int[] daysByLevel,
        int[] pollutantDays,
        int[] means,
        int[] percentiles,
        int[] limits,
        int[] figures,
        int[] bases,
        int[] growth,
        String reasons,
        boolean synthetic,
        Version version,
        long updatedMillis) {
    /** In place of a growth that there is not. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int MISSING = Pollutant.MISSING;

    /** The row of a span. */
    static AirStatisticsRow of(
            String unit, String period, AirComparison compared, AirStandards standards, Version version, long now) {
        AirStatistics current = compared.current();
        int[] levels = new int[AirLevel.COUNT];
        for (AirLevel level : AirLevel.all()) {
            levels[level.number() - 1] = current.days(level);
        }
        int[] days = new int[Pollutant.COUNT];
        int[] means = new int[Pollutant.COUNT];
        int[] percentiles = new int[Pollutant.COUNT];
        int[] limits = new int[Pollutant.COUNT];
        AnnualLimits ofDay = standards.limitsOn(current.span().last());
        for (Pollutant pollutant : Pollutant.all()) {
            int place = pollutant.place();
            days[place] =
                    current.of(pollutant).map(PollutantStatistics::validDays).orElse(0);
            means[place] =
                    current.of(pollutant).map(of -> digits(of.publishedMean())).orElse(MISSING);
            percentiles[place] = current.of(pollutant)
                    .map(of -> digits(of.publishedPercentile()))
                    .orElse(MISSING);
            limits[place] = ofDay.of(pollutant);
        }
        List<AirIndicator> indicators = AirIndicator.all();
        int[] growth = new int[indicators.size()];
        for (int place = 0; place < growth.length; place++) {
            growth[place] = tenths(indicators.get(place).growth(current, compared.base()));
        }
        return new AirStatisticsRow(
                unit,
                current.span().kind().id(),
                period,
                current.span().first(),
                current.span().last(),
                current.validDays(),
                levels,
                days,
                means,
                percentiles,
                limits,
                figures(current),
                figures(compared.base()),
                growth,
                current.shortages().stream().map(Shortage::toString).collect(Collectors.joining("; ")),
                compared.synthetic(),
                version,
                now);
    }

    private static int[] figures(AirStatistics statistics) {
        List<AirIndicator> indicators = AirIndicator.all();
        int[] figures = new int[indicators.size()];
        for (int place = 0; place < figures.length; place++) {
            figures[place] = indicators
                    .get(place)
                    .published(statistics)
                    .map(AirStatisticsRow::digits)
                    .orElse(MISSING);
        }
        return figures;
    }

    private static int tenths(Growth growth) {
        if (growth instanceof Growth.Percent percent) {
            return digits(percent.percent());
        }
        return growth instanceof Growth.Points points ? digits(points.points()) : NONE;
    }

    private static int digits(BigDecimal published) {
        return published.unscaledValue().intValueExact();
    }

    /** A row as bytes. */
    public static final class Format implements ValueFormat<AirStatisticsRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<AirStatisticsRow> type() {
            return AirStatisticsRow.class;
        }

        @Override
        public void write(AirStatisticsRow row, DataOutput out) throws IOException {
            out.writeUTF(row.unit);
            out.writeUTF(row.span);
            out.writeUTF(row.period);
            out.writeInt(row.firstDay);
            out.writeInt(row.lastDay);
            out.writeInt(row.validDays);
            for (int[] array : List.of(
                    row.daysByLevel,
                    row.pollutantDays,
                    row.means,
                    row.percentiles,
                    row.limits,
                    row.figures,
                    row.bases,
                    row.growth)) {
                out.writeByte(array.length);
                for (int number : array) {
                    out.writeInt(number);
                }
            }
            out.writeUTF(row.reasons);
            out.writeBoolean(row.synthetic);
            out.writeLong(row.version.packed());
            out.writeLong(row.updatedMillis);
        }

        @Override
        public AirStatisticsRow read(int version, DataInput in) throws IOException {
            return new AirStatisticsRow(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    readArray(in),
                    readArray(in),
                    readArray(in),
                    readArray(in),
                    readArray(in),
                    readArray(in),
                    readArray(in),
                    readArray(in),
                    in.readUTF(),
                    in.readBoolean(),
                    Version.unpacked(in.readLong()),
                    in.readLong());
        }

        private static int[] readArray(DataInput in) throws IOException {
            int[] array = new int[in.readByte()];
            for (int place = 0; place < array.length; place++) {
                array[place] = in.readInt();
            }
            return array;
        }
    }
}
