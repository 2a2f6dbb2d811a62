package dev.pennant.jobs.alerts.notify;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.AlertReason;
import dev.pennant.core.alerts.AlertState;
import dev.pennant.core.alerts.Subject;
import dev.pennant.core.indicator.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts to tell somebody of. */
final class NotifiedAlerts {
    private NotifiedAlerts() {}

    static Alert firing(String unit) {
        return alert(unit, AlertState.FIRING, AlertReason.CAUSE_STANDS);
    }

    static Alert withdrawn(String unit) {
        return alert(unit, AlertState.WITHDRAWN, AlertReason.REVISED);
    }

    private static Alert alert(String unit, AlertState state, AlertReason reason) {
        Instant now = Instant.now();
        return new Alert(
                "growth-negative",
                "a1b2c3d4",
                AlertLevel.ORANGE,
                Subject.indicator("service-revenue"),
                "规限上服务业营收",
                unit,
                "示例街道",
                "2020-10",
                "1-10月",
                state,
                reason,
                Optional.of(new BigDecimal("-3.2")),
                Optional.of(BigDecimal.ZERO),
                List.of(7L),
                "示例街道规限上服务业营收1-10月增速-3.2%，为负增长",
                "growth -3.2% is negative",
                now.minusSeconds(60),
                true,
                new Version(7, 3),
                now);
    }
}
