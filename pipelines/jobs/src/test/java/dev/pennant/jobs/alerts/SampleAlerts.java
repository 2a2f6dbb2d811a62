package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.AlertReason;
import dev.pennant.core.alerts.AlertState;
import dev.pennant.core.alerts.Figure;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.indicator.Coverage;
import dev.pennant.core.indicator.Version;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Rules, figures and alerts to test with. */
public final class SampleAlerts {
    public static final String DANGHU = "330482001";
    public static final Instant NOW = Instant.parse("2020-11-18T02:00:00.123Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String REVENUE = "indicator/service-revenue";

    /** A rule that finds negative growth, held so many minutes. */
    static String negative(int minutes) {
        return """
                id: negative
                title: 增速为负
                title_en: Negative growth
                level: orange
                indicators: [service-revenue]
                kinds: [subdistrict]
                when: {below: growth, threshold: 0}
                hold: PT%dM
                message: "{unit}{subject}{period}增速{value}"
                message_en: "{unit} {value}"
                basis: {assumed: 示例}
                """
                .formatted(minutes);
    }

    static Figure growth(String period, String growth, int version) {
        return new Figure(
                DANGHU,
                "",
                period,
                period,
                Optional.of(new BigDecimal("143.5500000000")),
                Optional.of(new BigDecimal(growth).setScale(10)),
                false,
                Optional.empty(),
                new Coverage(5, 5),
                true,
                version,
                NOW);
    }

    static SubjectFigures figures(Figure figure) {
        return new SubjectFigures(
                REVENUE, false, figure.period(), figure.version(), figure.updatedAt(), List.of(figure));
    }

    /** An alert of a unit, firing or withdrawn. */
    public static Alert alert(String unit, boolean firing) {
        return new Alert(
                "negative",
                "a1b2c3d4",
                AlertLevel.ORANGE,
                Subject.indicator("service-revenue"),
                "规限上服务业营收",
                unit,
                "当湖街道",
                "2020-10",
                "1-10月",
                firing ? AlertState.FIRING : AlertState.WITHDRAWN,
                firing ? AlertReason.CAUSE_STANDS : AlertReason.REVISED,
                Optional.of(new BigDecimal("-3.2000000000")),
                Optional.of(new BigDecimal("0.0000000000")),
                List.of(7L, -1L),
                "当湖街道规限上服务业营收1-10月增速-3.2%，为负增长",
                "Revenue of Danghu: growth -3.2% is negative",
                NOW.minus(Duration.ofMinutes(firing ? 5 : 1)),
                true,
                new Version(7, 3),
                NOW);
    }

    private SampleAlerts() {}
}
