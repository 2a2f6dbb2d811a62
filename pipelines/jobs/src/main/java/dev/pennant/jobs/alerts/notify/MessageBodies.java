package dev.pennant.jobs.alerts.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.AlertState;
import dev.pennant.core.alerts.Parcel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What each kind of receiver is sent. */
final class MessageBodies {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private MessageBodies() {}

    static String of(Channel channel, Parcel parcel) {
        return switch (channel.kind()) {
            case ALERTMANAGER ->
                text(json -> {
                    json.writeStartArray();
                    alertmanager(channel, parcel, json);
                    json.writeEndArray();
                });
            case WEBHOOK -> json(json -> webhook(parcel, json));
            case WECOM ->
                json(json -> {
                    json.writeStringField("msgtype", "markdown");
                    json.writeObjectFieldStart("markdown");
                    json.writeStringField("content", MarkdownText.of(channel, parcel));
                    json.writeEndObject();
                });
            case DINGTALK ->
                json(json -> {
                    json.writeStringField("msgtype", "markdown");
                    json.writeObjectFieldStart("markdown");
                    json.writeStringField("title", MarkdownText.title(channel, parcel));
                    json.writeStringField("text", MarkdownText.of(channel, parcel));
                    json.writeEndObject();
                });
        };
    }

    /** One alert each; one that has ended carries the time at which it did. Alertmanager ends by itself what it is not told again. */
    private static void alertmanager(Channel channel, Parcel parcel, JsonGenerator json) throws IOException {
        for (Alert alert : parcel.alerts()) {
            json.writeStartObject();
            json.writeObjectFieldStart("labels");
            json.writeStringField("alertname", alert.rule());
            json.writeStringField("level", alert.level().id());
            json.writeStringField("unit", alert.unit());
            json.writeStringField("unit_name", alert.unitName());
            json.writeStringField(
                    alert.subject().isIndicator() ? "indicator" : "competition",
                    alert.subject().id());
            json.writeStringField("period", alert.period());
            json.writeEndObject();
            json.writeObjectFieldStart("annotations");
            json.writeStringField("summary", channel.chinese() ? alert.message() : alert.messageEn());
            json.writeStringField("alert_id", alert.id());
            json.writeStringField("key", Parcel.keyOf(alert));
            if (alert.synthetic()) {
                json.writeStringField("synthetic", "演示数据");
            }
            json.writeEndObject();
            json.writeStringField("startsAt", alert.since().toString());
            if (alert.state() != AlertState.FIRING) {
                json.writeStringField("endsAt", alert.updatedAt().toString());
            }
            json.writeEndObject();
        }
    }

    private static void webhook(Parcel parcel, JsonGenerator json) throws IOException {
        json.writeStringField("key", parcel.key());
        json.writeArrayFieldStart("alerts");
        for (Alert alert : parcel.alerts()) {
            json.writeStartObject();
            json.writeStringField("key", Parcel.keyOf(alert));
            json.writeStringField("alert_id", alert.id());
            json.writeStringField("rule", alert.rule());
            json.writeStringField("rule_revision", alert.ruleRevision());
            json.writeStringField("level", alert.level().id());
            json.writeStringField("state", alert.state().id());
            json.writeStringField("reason", alert.reason().id());
            json.writeStringField("unit", alert.unit());
            json.writeStringField("unit_name", alert.unitName());
            json.writeStringField(
                    alert.subject().isIndicator() ? "indicator" : "competition",
                    alert.subject().id());
            json.writeStringField("period", alert.period());
            json.writeStringField("period_label", alert.periodLabel());
            if (alert.value().isPresent()) {
                json.writeNumberField("value", alert.value().get());
            }
            if (alert.threshold().isPresent()) {
                json.writeNumberField("threshold", alert.threshold().get());
            }
            json.writeStringField("message", alert.message());
            json.writeStringField("message_en", alert.messageEn());
            json.writeStringField("since", alert.since().toString());
            json.writeBooleanField("synthetic", alert.synthetic());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String json(Body body) {
        return text(json -> {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        });
    }

    private static String text(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            body.write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
