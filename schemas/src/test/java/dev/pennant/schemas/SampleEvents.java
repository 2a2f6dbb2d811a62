package dev.pennant.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pennant.schemas.event.Adjustment;
import dev.pennant.schemas.event.AirDustDay;
import dev.pennant.schemas.event.AirReading;
import dev.pennant.schemas.event.AirStation;
import dev.pennant.schemas.event.AlertRule;
import dev.pennant.schemas.event.DeadLetter;
import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.schemas.event.IndicatorReport;
import dev.pennant.schemas.event.IndicatorValue;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.Standing;
import dev.pennant.schemas.event.StandingRow;
import dev.pennant.schemas.event.StoreRegistration;
import dev.pennant.schemas.event.UnitRegistration;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;

/** One plausible event of each kind: what the golden bytes hold. */
final class SampleEvents {
    private SampleEvents() {}

    static List<SpecificRecordBase> all() {
        return List.of(
                registration(),
                report(),
                store(),
                receipt(),
                unit(),
                indicatorReport(),
                adjustment(),
                alertRule(),
                airStation(),
                airReading(),
                airDustDay(),
                indicatorValue(),
                standing(),
                deadLetter());
    }

    static EnterpriseRegistration registration() {
        return new EnterpriseRegistration(
                "91330482000000001X", "示例软件有限公司", "330482001", "service-designated", "65", "2020-01", null, true);
    }

    static EnterpriseReport report() {
        return new EnterpriseReport(
                "91330482000000001X",
                "2020-10",
                1_234_567_890_12L,
                987_654_321_09L,
                45_678_90L,
                null,
                2,
                Instant.parse("2020-11-17T08:30:00.123Z"),
                true);
    }

    static StoreRegistration store() {
        return new StoreRegistration("330482-S-0001", "示例便利店", "330482001", "2020-01-01", true);
    }

    static RetailReceipt receipt() {
        return new RetailReceipt(
                "330482-S-0001",
                20200101000001L,
                Instant.parse("2020-01-01T01:23:45.678Z"),
                "catering",
                -12_34L,
                "online",
                true);
    }

    static AlertRule alertRule() {
        return new AlertRule("growth-negative", "id: growth-negative\ntitle: 增速为负\n");
    }

    static UnitRegistration unit() {
        return new UnitRegistration("330482001005", "示例村", "village", "330482001", true);
    }

    static IndicatorReport indicatorReport() {
        return new IndicatorReport(
                "330482001",
                "service-tax-share",
                "2020-10",
                null,
                new BigDecimal("85.1000000000"),
                new BigDecimal("1.2000000000"),
                new BigDecimal("8.6300000000"),
                new BigDecimal("10.0000000000"),
                1,
                Instant.parse("2020-11-12T01:00:00.123Z"),
                true);
    }

    static Adjustment adjustment() {
        return new Adjustment(
                "jiaxing-service-race",
                "2020-09",
                "330482001",
                "points",
                new BigDecimal("-1.5000000000"),
                "统计数据质量核查扣分",
                "示例领导小组办公室",
                Instant.parse("2020-10-21T01:00:00.123Z"),
                true);
    }

    static Standing standing() {
        return new Standing(
                "jiaxing-service-race",
                "嘉兴市服务业争先赛",
                "2020-09",
                "前三季度",
                true,
                (1_605_601_800L << 30) | 42,
                Instant.parse("2020-10-21T01:00:01.456Z"),
                List.of(
                        new StandingRow(
                                "330482001",
                                "当湖街道",
                                1,
                                null,
                                2,
                                new BigDecimal("91.2500000000"),
                                null,
                                "red",
                                true,
                                "own-value",
                                "service-revenue",
                                2,
                                Instant.parse("2020-10-20T09:00:00.789Z")),
                        new StandingRow(
                                "330482002", "示例街道", null, "缺指标值", 1, null, null, "", false, "", null, null, null)));
    }

    static AirStation airStation() {
        return new AirStation("330482-A-01", "示例监测站", "330482001", true);
    }

    static AirReading airReading() {
        return new AirReading(
                "330482-A-01", Instant.parse("2020-03-17T16:00:00Z"), 354, 1_081, null, 240, 812, 0, 1, true);
    }

    static AirDustDay airDustDay() {
        return new AirDustDay("3304", "2020-03-18", true);
    }

    static IndicatorValue indicatorValue() {
        return new IndicatorValue(
                "service-revenue",
                "330482001",
                "2020-10",
                "1-10月",
                new BigDecimal("12.3456789012"),
                new BigDecimal("9.8765432109"),
                new BigDecimal("25.0000000000"),
                "percent",
                "亿元",
                117,
                120,
                "provisional",
                true,
                (1_605_601_800L << 30) | 117,
                Instant.parse("2020-11-17T08:30:01.456Z"));
    }

    static DeadLetter deadLetter() {
        return new DeadLetter(
                "enterprise-reports",
                3,
                123_456_789_012L,
                ByteBuffer.wrap("91330482000000001X".getBytes(UTF_8)),
                "unknown-fingerprint",
                "No released schema has the fingerprint 0123456789abcdef; expected a schema of EnterpriseReport",
                ByteBuffer.wrap(new byte[] {(byte) 0xC3, 1, 2, 3}),
                "revenue",
                Instant.parse("2020-11-17T08:30:02.789Z"));
    }

    /** The codec of an event's own class. */
    static EventCodec<SpecificRecordBase> codecOf(SpecificRecordBase event) {
        @SuppressWarnings("unchecked") // the class of the event itself
        Class<SpecificRecordBase> type = (Class<SpecificRecordBase>) event.getClass();
        return EventCodec.of(type);
    }
}
