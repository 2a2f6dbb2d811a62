package dev.pennant.core.standings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompetitionUnitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # months         | without                            | leaves
            ..               | 2020-04..2020-06                   | ..2020-03 2020-07..
            ..               | 2020-04..                          | ..2020-03
            ..               | ..2020-03                          | 2020-04..
            ..               | ..                                 | ''
            2020-01..2020-12 | 2020-04..2020-06                   | 2020-01..2020-03 2020-07..2020-12
            2020-01..2020-12 | 2020-12..                          | 2020-01..2020-11
            2020-01..2020-12 | ..2020-01                          | 2020-02..2020-12
            2020-01..2020-12 | 2019-01..2019-12                   | 2020-01..2020-12
            2020-01..2020-12 | 2021-01..                          | 2020-01..2020-12
            2020-01..2020-12 | 2019-12..2021-01                   | ''
            2020-01..2020-12 | 2020-05..2020-06 2020-01..2020-04  | 2020-07..2020-12
            2020-01..2020-12 | 2020-03..2020-03 2020-10..         | 2020-01..2020-02 2020-04..2020-09
            """)
    void aUnitWithoutOthersTakesPartInTheMonthsInWhichTheyDoNot(String months, String others, String left) {
        assertThat(unit("330482001", months)
                        .without(Arrays.stream(others.split(" +"))
                                .map(other -> unit("JOINT", other))
                                .toList()))
                .containsExactlyElementsOf(Arrays.stream(left.split(" "))
                        .filter(span -> !span.isEmpty())
                        .map(span -> unit("330482001", span))
                        .toList());
    }

    private static CompetitionUnit unit(String code, String months) {
        String[] span = months.split("\\.\\.", -1);
        return new CompetitionUnit(code, "单位", "平湖市", List.of(code), month(span[0]), month(span[1]));
    }

    private static YearMonth month(String text) {
        return text.isEmpty() ? null : YearMonth.parse(text);
    }
}
