package dev.pennant.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pennant.core.Quotation;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CumulativePeriodTest {
    @Test
    void periodsAreLabelledAsChineseStatisticsPrintThem() {
        List<String> labels = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> new CumulativePeriod(2020, month).label())
                .toList();
        assertThat(labels)
                .containsExactly(
                        "1月", "1-2月", "一季度", "1-4月", "1-5月", "上半年", "1-7月", "1-8月", "前三季度", "1-10月", "1-11月", "全年");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2020",
                "2020-1",
                "2020-00",
                "2020-13",
                "202010",
                "2020/10",
                "2020-10 ",
                " 2020-10",
                "2020-10\n",
                "2020-10-01",
                "20-10",
                "0999-10",
                "+12020-10",
                "-2020-10",
                "２０２０-10",
                "2020-１０",
                "٢٠٢٠-10",
                "2020年10月",
                "Oct 2020",
                "1-10月"
            })
    void whatIsNoYearAndMonthIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CumulativePeriod.parse(text))
                .withMessage(Quotation.of(text) + " is not a month like 2020-10");
    }

    @Property
    void periodsAreReadAsTheyAreWrittenAndOrderAsMonthsDo(
            @ForAll @IntRange(min = 1000, max = 9999) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1000, max = 9999) int otherYear,
            @ForAll @IntRange(min = 1, max = 12) int otherMonth) {
        CumulativePeriod period = new CumulativePeriod(year, month);
        CumulativePeriod other = new CumulativePeriod(otherYear, otherMonth);

        assertThat(CumulativePeriod.parse(period.toString())).isEqualTo(period);
        assertThat(Integer.signum(period.compareTo(other)))
                .isEqualTo(Integer.signum(period.toString().compareTo(other.toString())))
                .isEqualTo(Integer.signum(period.lastMonth().compareTo(other.lastMonth())));
    }

    @Test
    void theBaseIsTheSameMonthsOfTheYearBefore() {
        assertThat(CumulativePeriod.through(YearMonth.of(2020, 2)).lastYear())
                .isEqualTo(CumulativePeriod.parse("2019-02"));
    }

    @Test
    void aPeriodHasAMonthAndAYearOfFourDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CumulativePeriod(2020, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CumulativePeriod(2020, 13));
        assertThatIllegalArgumentException().isThrownBy(() -> new CumulativePeriod(999, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new CumulativePeriod(10_000, 1));
    }
}
