package dev.pennant.core.standings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.period.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A season of units that take part from some month or to some month: the roster of a period is the one in force in its last month. */
final class UnitsThatComeAndGoTest {
    private static final Competition RACE = Race.competition(
            List.of(
                    unit("always", null, null),
                    unit("joins", "2020-06", null),
                    unit("joins-late", "2020-07", null),
                    unit("leaves", null, "2020-05"),
                    unit("leaves-late", null, "2020-06"),
                    unit("comes-back", null, "2020-03"),
                    unit("comes-back", "2020-09", null)),
            List.of(Race.line("i0", Aspect.LEVEL, new ScoringMethod.MinMax())),
            Competition.NONE);

    @ParameterizedTest
    @CsvSource({
        "2019-12, always comes-back leaves leaves-late",
        "2020-03, always comes-back leaves leaves-late",
        "2020-06, always joins leaves-late",
        "2020-09, always comes-back joins joins-late",
        "2020-05-31, always leaves leaves-late",
        "2020-06-01, always joins leaves-late",
        "2020-06-30, always joins leaves-late",
        "2020-07-01, always joins joins-late"
    })
    void theLastMonthOfAPeriodDecidesWhoTakesPartInIt(String period, String units) {
        assertThat(new Rosters(RACE.units()).of(Period.parse(period)).units())
                .extracting(CompetitionUnit::code)
                .containsExactly(units.split(" "));
    }

    @Test
    void whoDoesNotTakePartIsNeitherRankedNorComparedWith() {
        Map<String, StandingRow> rows = told("2020-06");

        assertThat(rows).containsOnlyKeys("always", "joins", "leaves-late");
        assertThat(rows.get("joins").rank()).isEqualTo(2);
        assertThat(rows.get("joins").score()).isEqualTo(250);
        assertThat(rows.get("leaves-late").score()).isEqualTo(1_000);
        assertThat(rows.get("always").score()).isZero();
    }

    @Test
    void whoWasNotThereInThePeriodBeforeHasNoRankToMoveFrom() {
        assertThat(told("2020-06").get("joins").previousRank()).isEqualTo(Scores.NOT_RANKED);
        assertThat(told("2020-09").get("joins").previousRank()).isEqualTo(2);
        assertThat(told("2020-09").get("comes-back").previousRank()).isEqualTo(Scores.NOT_RANKED);
        assertThat(told("2020-09").get("always").previousRank()).isEqualTo(3);
    }

    @Test
    void whoJoinsInAPeriodMovesInItByFiguresAndNotByTheRoster() {
        assertThat(told("2020-06").values())
                .allSatisfy(row -> assertThat(row.move().orElseThrow().cause()).isEqualTo(Cause.OWN_VALUE));
    }

    /** Every unit has its place in the list above as its figure in every period; all is told at once. */
    private static Map<String, StandingRow> told(String period) {
        CompetitionBook book = new CompetitionBook(RACE, new Scorer(RACE), new Rosters(RACE.units()), new Race.Shelf());
        List<String> codes = RACE.units().named().stream()
                .map(CompetitionUnit::code)
                .distinct()
                .toList();
        for (Period each : Race.PERIODS) {
            for (int place = 0; place < codes.size(); place++) {
                book.file(each, codes.get(place), 0, figure(place));
            }
        }
        Map<String, StandingRow> rows = new HashMap<>();
        book.tell(1, Instant.EPOCH, scored -> {
            if (scored.standing().period().equals(Period.parse(period))) {
                scored.standing().rows().forEach(row -> rows.put(row.unit().code(), row));
            }
        });
        return rows;
    }

    private static Figure figure(int value) {
        return new Figure(Figure.scaled(BigDecimal.valueOf(value)), 0, 0, Figure.REPORTED, 1);
    }

    private static CompetitionUnit unit(String code, String from, String to) {
        return new CompetitionUnit(
                code,
                code,
                "县",
                List.of(code),
                from == null ? null : YearMonth.parse(from),
                to == null ? null : YearMonth.parse(to));
    }
}
