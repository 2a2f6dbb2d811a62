package dev.pennant.wall.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected texts are those that the plugin's own back end gives. */
final class MacrosTest {
    private static final TimeRange RANGE =
            new TimeRange(Instant.parse("2014-11-12T11:45:26.371Z"), Instant.parse("2015-11-12T11:45:26.456Z"));
    private static final Macros MACROS = new Macros(RANGE, Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    $__timeFilter(t)             | t >= toDateTime(1415792726) AND t <= toDateTime(1447328726)
                    $__timeFilter( cast(s as timestamp) ) | cast(s as timestamp) >= toDateTime(1415792726) AND cast(s as timestamp) <= toDateTime(1447328726)
                    $__timeFilter_ms(t)          | t >= fromUnixTimestamp64Milli(1415792726371) AND t <= fromUnixTimestamp64Milli(1447328726456)
                    $__dateFilter(d)             | d >= toDate('2014-11-12') AND d <= toDate('2015-11-12')
                    $__dateTimeFilter(d, t)      | (d >= toDate('2014-11-12') AND d <= toDate('2015-11-12')) AND (t >= toDateTime(1415792726) AND t <= toDateTime(1447328726))
                    $__dt(d, t)                  | (d >= toDate('2014-11-12') AND d <= toDate('2015-11-12')) AND (t >= toDateTime(1415792726) AND t <= toDateTime(1447328726))
                    $__timeFrom(t)               | t >= '2014-11-12T11:45:26Z'
                    $__timeTo(t)                 | t <= '2015-11-12T11:45:26Z'
                    a >= $__fromTime AND b       | a >= toDateTime(1415792726) AND b
                    ( a <= $__toTime )           | ( a <= toDateTime(1447328726) )
                    $__fromTime_ms               | fromUnixTimestamp64Milli(1415792726371)
                    $__toTime_ms                 | fromUnixTimestamp64Milli(1447328726456)
                    $__timeInterval(t)           | toStartOfInterval(toDateTime(t), INTERVAL 20 second)
                    $__timeInterval_ms(t)        | toStartOfInterval(toDateTime64(t, 3), INTERVAL 20000 millisecond)
                    $__timeGroup(t, 5m)          | toStartOfInterval(toDateTime(t), INTERVAL 300 second)
                    $__timeGroup(t, '1h')        | toStartOfInterval(toDateTime(t), INTERVAL 3600 second)
                    INTERVAL $__interval_s second | INTERVAL 20 second
                    $__interval_ms               | 20000
                    $__interval                  | 20s
                    $__timeFilter(if(a, ',', b)) | if(a, ',', b) >= toDateTime(1415792726) AND if(a, ',', b) <= toDateTime(1447328726)
                    """)
    void eachIsWhatThePluginMakesOfIt(String written, String expanded) throws QueryException {
        assertThat(MACROS.expand(written)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$__TimeFilter(t)",
                "$__timefilter(t)",
                "$__unknown(t)",
                "$__timeFilterX(t)",
                "$__fromTimes",
                "SELECT '$__fromTime'",
                "SELECT \"$__fromTime\"",
                "SELECT `$__interval_s`",
                "SELECT 'it\\'s $__fromTime'",
                "SELECT 'it''s $__fromTime'"
            })
    void othersAndWhatStandsInQuotesStay(String written) throws QueryException {
        assertThat(MACROS.expand(written)).isEqualTo(written);
    }

    @Test
    void oneInAnotherIsExpandedToo() throws QueryException {
        assertThat(MACROS.expand("$__timeFilter($__timeInterval(t))"))
                .isEqualTo("toStartOfInterval(toDateTime(t), INTERVAL 20 second) >= toDateTime(1415792726)"
                        + " AND toStartOfInterval(toDateTime(t), INTERVAL 20 second) <= toDateTime(1447328726)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$__timeFilter()", "$__timeFilter(a, b)", "$__dateTimeFilter(a)", "$__timeGroup(t)"})
    void aWrongNumberOfArgumentsIsRefusedByName(String written) {
        assertThatThrownBy(() -> MACROS.expand(written))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(written.substring(0, written.indexOf('(')) + " takes");
    }

    @Test
    void aStepBelowASecondIsOneWhereSecondsAreCounted() throws QueryException {
        Macros fine = new Macros(RANGE, Duration.ofMillis(50));
        assertThat(fine.expand("$__interval_s $__interval_ms")).isEqualTo("1 50");
    }
}
