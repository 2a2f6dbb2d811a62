package dev.pennant.jobs.alerts.notify;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertState;
import dev.pennant.core.alerts.Parcel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Alerts as a robot writes them into a group: a title, then a line each, the gravest first. */
final class MarkdownText {
    /** What the smallest of them takes, an Enterprise WeChat robot: 4096 bytes. */
    private static final int LONGEST = 4000;

    private MarkdownText() {}

    static String title(Channel channel, Parcel parcel) {
        List<Alert> alerts = parcel.alerts();
        Alert gravest = alerts.get(0);
        long firing = alerts.stream()
                .filter(alert -> alert.state() == AlertState.FIRING)
                .count();
        long ended = alerts.size() - firing;
        if (channel.chinese()) {
            String level = firing > 0 ? gravest.level().title() + "色预警" : "预警解除";
            return level + " " + gravest.periodLabel() + "：" + firing + "项触发，" + ended + "项解除";
        }
        String level = firing > 0 ? gravest.level().id() + " alert" : "alerts ended";
        return level + ", " + gravest.period() + ": " + firing + " firing, " + ended + " ended";
    }

    static String of(Channel channel, Parcel parcel) {
        StringBuilder text = new StringBuilder("### ").append(title(channel, parcel));
        int told = 0;
        for (Alert alert : parcel.alerts()) {
            String line = "\n- " + line(channel, alert);
            String rest = rest(channel, parcel.alerts().size() - told);
            if (bytes(text) + bytes(line) + bytes(rest) > LONGEST) {
                return text.append(rest).toString();
            }
            text.append(line);
            told++;
        }
        return text.toString();
    }

    private static String line(Channel channel, Alert alert) {
        boolean firing = alert.state() == AlertState.FIRING;
        String mark = channel.chinese()
                ? "[" + (firing ? alert.level().title() : "解除") + "] "
                : "[" + (firing ? alert.level().id() : "ended") + "] ";
        String synthetic = !alert.synthetic() ? "" : channel.chinese() ? "（演示数据）" : " (made-up figures)";
        return mark + (channel.chinese() ? alert.message() : alert.messageEn()) + synthetic;
    }

    private static String rest(Channel channel, int left) {
        return channel.chinese() ? "\n- 另有" + left + "项" : "\n- and " + left + " more";
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
