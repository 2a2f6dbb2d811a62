package dev.pennant.race;

import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Growth;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.Period;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.UnitRegistration;
import dev.pennant.core.standings.Adjustment;
import dev.pennant.core.standings.Competition;
import dev.pennant.core.standings.Figure;
import dev.pennant.core.standings.PeriodBook;
import dev.pennant.core.standings.Rosters;
import dev.pennant.core.standings.Scorer;
import dev.pennant.core.standings.Scores;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a competition is scored by, as ClickHouse has it now: the figures, the registered units and the adjustments, without what the job made of them. */
public final class RaceFigures {
    private static final String NULL = "\\N";
    private static final Version ONLY = new Version(0, 1);

    private static final String FIGURES =
            """
            SELECT indicator, unit, period, measure, value, base, growth, growth_kind, reported, expected, status, synthetic
            FROM pennant.indicators
            WHERE has({indicators:Array(String)}, indicator)
            ORDER BY indicator, unit, period""";

    private static final String UNITS =
            "SELECT code, name, kind, parent, synthetic FROM pennant.unit_registry WHERE startsWith(code, {within:String}) ORDER BY code";

    private static final String ADJUSTMENTS =
            """
            SELECT period, unit, kind, points, reason, approver, toUnixTimestamp64Milli(adjusted_at), synthetic
            FROM pennant.adjustments
            WHERE competition = {competition:String}
            ORDER BY period, unit, adjusted_at, partition, offset""";

    private final Competition competition;
    private final Rosters rosters;
    private final NavigableMap<Period, PeriodBook> books = new TreeMap<>(Comparator.comparing(Period::toString));

    private RaceFigures(Competition competition) {
        this.competition = competition;
        rosters = new Rosters(competition.units());
    }

    /**
     * Reads them.
     *
     * @throws IOException when the database cannot be reached
     */
    public static RaceFigures read(ClickHouseClient analyst, Competition competition) throws IOException {
        RaceFigures race = new RaceFigures(competition);
        if (!competition.units().kinds().isEmpty()) {
            analyst.query(UNITS, Map.of("param_within", competition.units().within()))
                    .lines()
                    .forEach(line -> race.register(fields(line)));
        }
        String indicators = competition.figures().stream().collect(Collectors.joining("','", "['", "']"));
        analyst.query(FIGURES, Map.of("param_indicators", indicators)).lines().forEach(line -> race.file(fields(line)));
        analyst.query(ADJUSTMENTS, Map.of("param_competition", competition.id()))
                .lines()
                .forEach(line -> race.adjust(fields(line)));
        return race;
    }

    /** The competition. */
    public Competition competition() {
        return competition;
    }

    /** Who takes part. */
    public Rosters rosters() {
        return rosters;
    }

    /** What there is of each period, in time. */
    public NavigableMap<Period, PeriodBook> books() {
        return books;
    }

    /** The scores of a period; nothing where there is no figure of it. */
    public Optional<Scores> scores(Period period) {
        return Optional.ofNullable(books.get(period))
                .map(book -> new Scorer(competition).score(rosters.of(period), book.figures(), book.adjustments()));
    }

    private void register(String[] fields) {
        LowerKind.of(fields[2])
                .ifPresent(kind -> rosters.take(
                        fields[0],
                        Optional.of(new UnitRegistration(
                                fields[0], fields[1], kind, fields[3], Boolean.parseBoolean(fields[4])))));
    }

    private void file(String[] fields) {
        IndicatorValue value = new IndicatorValue(
                fields[0],
                fields[1],
                Period.parse(fields[2]),
                new Measure(fields[3]),
                new BigDecimal(fields[4]),
                decimal(fields[5]).orElse(null),
                growth(decimal(fields[6]), fields[7]),
                coverage(Integer.parseInt(fields[8]), Integer.parseInt(fields[9]), fields[10]),
                Boolean.parseBoolean(fields[11]),
                ONLY,
                Instant.EPOCH);
        if (competition.units().mayNeed(value.unit())) {
            competition.cadence().periodOf(value.period()).ifPresent(period -> book(period)
                    .figures()
                    .put(
                            competition.figures().indexOf(value.indicator()),
                            value.unit(),
                            Figure.of(value, competition.minimumCoverage())));
        }
    }

    private void adjust(String[] fields) {
        Period period = Period.parse(fields[0]);
        book(period)
                .adjustments()
                .enter(new Adjustment(
                        competition.id(),
                        period,
                        fields[1],
                        Adjustment.Kind.of(fields[2]).orElseThrow(),
                        decimal(fields[3])
                                .orElse(BigDecimal.ZERO)
                                .setScale(competition.rounding().decimals()),
                        fields[4],
                        fields[5],
                        Instant.ofEpochMilli(Long.parseLong(fields[6])),
                        Boolean.parseBoolean(fields[7])));
    }

    private PeriodBook book(Period period) {
        return books.computeIfAbsent(
                period, key -> new PeriodBook(competition.figures().size()));
    }

    private static Growth growth(Optional<BigDecimal> growth, String kind) {
        if (growth.isEmpty()) {
            return Growth.NOT_MEANINGFUL;
        }
        return kind.equals("points") ? new Growth.Points(growth.get()) : new Growth.Percent(growth.get());
    }

    private static Coverage coverage(int reported, int expected, String status) {
        boolean over = status.equals(Coverage.Status.COMPLETE.id()) || reported < expected;
        return new Coverage(reported, expected, over);
    }

    private static Optional<BigDecimal> decimal(String field) {
        return field.equals(NULL) ? Optional.empty() : Optional.of(new BigDecimal(field));
    }

    private static String[] fields(String line) {
        return line.split("\t", -1);
    }
}
