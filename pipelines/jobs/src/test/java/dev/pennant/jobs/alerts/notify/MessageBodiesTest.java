package dev.pennant.jobs.alerts.notify;

import static dev.pennant.jobs.alerts.SampleAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.OutboxRules;
import dev.pennant.core.alerts.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MessageBodiesTest {
    private static final Parcel BOTH = new Parcel(List.of(alert("330482001", true), alert("330482002", false)));

    @Test
    void alertmanagerIsToldOfEachByItsLabelsAndWhenItEnded() {
        assertThat(MessageBodies.of(channel(Channel.Kind.ALERTMANAGER, true), BOTH))
                .startsWith("[{\"labels\":{\"alertname\":\"negative\",\"level\":\"orange\",\"unit\":\"330482001\",")
                .contains(
                        "\"indicator\":\"service-revenue\",\"period\":\"2020-10\"},\"annotations\":{\"summary\":\"当湖街道")
                .contains("\"startsAt\":\"2020-11-18T01:55:00.123Z\"},{")
                .endsWith("\"endsAt\":\"2020-11-18T02:00:00.123Z\"}]");
    }

    @Test
    void aWebhookGetsTheEvidenceWithAllItsDigits() {
        assertThat(MessageBodies.of(channel(Channel.Kind.WEBHOOK, true), BOTH))
                .startsWith("{\"key\":\"" + BOTH.key() + "\",\"alerts\":[{\"key\":\"")
                .contains("\"value\":-3.2000000000,\"threshold\":0.0000000000")
                .contains("\"state\":\"withdrawn\",\"reason\":\"revised\"");
    }

    @Test
    void aRobotWritesATitleAndALineEachInTheLanguageOfItsGroup() {
        assertThat(MessageBodies.of(channel(Channel.Kind.WECOM, true), BOTH))
                .isEqualTo("{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"### 橙色预警 1-10月：1项触发，1项解除"
                        + "\\n- [橙] 当湖街道规限上服务业营收1-10月增速-3.2%，为负增长（演示数据）"
                        + "\\n- [解除] 当湖街道规限上服务业营收1-10月增速-3.2%，为负增长（演示数据）\"}}");
        assertThat(MessageBodies.of(channel(Channel.Kind.DINGTALK, false), BOTH))
                .startsWith(
                        "{\"msgtype\":\"markdown\",\"markdown\":{\"title\":\"orange alert, 2020-10: 1 firing, 1 ended\",")
                .contains("\\n- [orange] Revenue of Danghu: growth -3.2% is negative (made-up figures)");
    }

    @Test
    void whatDoesNotFitIntoARobotsMessageIsCounted() {
        List<Alert> many = IntStream.range(0, 100)
                .mapToObj(number -> alert("3304820" + number, true))
                .toList();
        String text = MarkdownText.of(channel(Channel.Kind.WECOM, true), new Parcel(many));

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4096);
        assertThat(text).contains("另有");
        long told = text.lines().filter(line -> line.startsWith("- [")).count();
        assertThat(text).endsWith("另有" + (100 - told) + "项");
    }

    @Test
    void dingTalksSignatureIsTheOneItsOwnDescriptionComputes() {
        assertThat(Courier.sign(1577262236757L, "this is secret"))
                .isEqualTo("hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D");
    }

    private static Channel channel(Channel.Kind kind, boolean chinese) {
        return new Channel(
                "duty",
                kind,
                Secret.of("http://127.0.0.1:1"),
                null,
                null,
                chinese,
                Duration.ofSeconds(1),
                new OutboxRules(EnumSet.allOf(AlertLevel.class), Duration.ZERO, 20, 20, true, Duration.ZERO));
    }
}
