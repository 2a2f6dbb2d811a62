package dev.pennant.wall.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentTest {
    private static final Instant NOW = Instant.parse("2020-11-25T03:04:05.678Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "now,              2020-11-25T03:04:05.678Z",
        "now-6h,           2020-11-24T21:04:05.678Z",
        "now+1d,           2020-11-26T03:04:05.678Z",
        "now-h,            2020-11-25T02:04:05.678Z",
        "now/d,            2020-11-24T16:00:00Z",
        "now/w,            2020-11-22T16:00:00Z",
        "now/M,            2020-10-31T16:00:00Z",
        "now/Q,            2020-09-30T16:00:00Z",
        "now/y,            2019-12-31T16:00:00Z",
        "now-1y/y,         2018-12-31T16:00:00Z",
        "now-1M/M+2d,      2020-10-02T16:00:00Z",
        "1606273445678,    2020-11-25T03:04:05.678Z",
        "2020-01-01,       2019-12-31T16:00:00Z",
        "2020-01-01 08:00, 2020-01-01T00:00:00Z",
        "2020-01-01T08:00:00, 2020-01-01T00:00:00Z",
        "2020-01-01T08:00:00.500Z, 2020-01-01T08:00:00.500Z",
    })
    void wordsMeanAMomentInTheZoneOfTheBoard(String words, Instant moment) {
        assertThat(Moment.parse(words, NOW, SHANGHAI, false)).contains(moment);
    }

    @ParameterizedTest
    @CsvSource({"now/d, 2020-11-25T15:59:59.999Z", "now-1y/y, 2019-12-31T15:59:59.999Z"})
    void theEndOfARangeGoesToTheLastMillisecond(String words, Instant moment) {
        assertThat(Moment.parse(words, NOW, SHANGHAI, true)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "then",
                "now-",
                "now-5",
                "now-5x",
                "now/",
                "now 5h",
                "now-9999999h",
                "-1",
                "2020-13-01",
                "1e5"
            })
    void othersMeanNone(String words) {
        assertThat(Moment.parse(words, NOW, SHANGHAI, false)).isEmpty();
    }
}
