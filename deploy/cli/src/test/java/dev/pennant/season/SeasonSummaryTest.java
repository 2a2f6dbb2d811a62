package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SeasonSummaryTest {
    private static final List<IndicatorRow> ROWS = List.of(
            row("service-revenue", "330482001", "2020-10", "143.55", "15.7", 118, 118, "complete"),
            row("retail-above-quota", "330482001", "2020-11", "20.884999", "-11.4", 81, 82, "provisional"),
            row("retail-receipts", "330482001", "2020-12-20", "0.386", "3.25", 17, 18, "provisional"),
            row("service-revenue-designated", "330482", "2020-10", "9.5", null, 3, 3, "complete"),
            row("service-revenue", "330482002", "2020-10", "62.41", "15.7", 115, 115, "complete"),
            row("service-revenue", "330482003", "2020-10", "1.005", "0", 7, 7, "complete"),
            row("service-revenue", "330481001", "2020-10", "9999", "99.9", 7, 7, "complete"),
            row("service-tax-share", "330482001", "2020-10", "86.3", "-1.2", 1, 1, "complete"));

    @Test
    void figuresAreRoundedMarkedAndAligned() {
        assertThat(new SeasonSummary(Catalogue.shipped(), ROWS).lines())
                .containsExactly(
                        "当湖街道 330482001",
                        "indicator             period                 value  growth  reported  status",
                        "规限上服务业营收      1-10月           143.55 亿元  ▲15.7%   118/118  complete     演示数据",
                        "限上社会消费品零售额  1-11月            20.88 亿元  ▼11.4%     81/82  provisional  演示数据",
                        "零售流水              1月1日-12月20日    0.39 亿元   ▲3.3%     17/18  provisional  演示数据",
                        "",
                        "平湖市 330482",
                        "indicator       period      value  growth  reported  status",
                        "规上服务业营收  1-10月  9.50 亿元       –       3/3  complete  演示数据",
                        "",
                        "嘉兴市 3304",
                        "indicator  period  value  growth  reported  status",
                        "",
                        "当湖街道: reported by departments",
                        "unit      indicator                 period   value  growth",
                        "当湖街道  服务业税收占企业税收总额  1-10月  86.3 %  ▼1.2点",
                        "",
                        "平湖市: 规限上服务业营收 1-10月, by growth",
                        "   unit            value  growth  reported",
                        "1  当湖街道  143.55 亿元  ▲15.7%   118/118  演示数据",
                        "1  钟埭街道   62.41 亿元  ▲15.7%   115/115  演示数据",
                        "3  曹桥街道    1.01 亿元    0.0%       7/7  演示数据");
    }

    private static IndicatorRow row(
            String indicator,
            String unit,
            String period,
            String value,
            String growth,
            int reported,
            int expected,
            String status) {
        String label = period.length() == 7 ? "1-" + period.substring(5) + "月" : "1月1日-12月20日";
        return new IndicatorRow(
                indicator,
                unit,
                period,
                label,
                new BigDecimal(value),
                Optional.ofNullable(growth).map(BigDecimal::new),
                indicator.equals("service-tax-share") ? "points" : "percent",
                indicator.equals("service-tax-share") ? "%" : "亿元",
                reported,
                expected,
                status,
                !indicator.equals("service-tax-share"));
    }
}
