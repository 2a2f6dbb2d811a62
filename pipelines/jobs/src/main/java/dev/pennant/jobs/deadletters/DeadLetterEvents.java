package dev.pennant.jobs.deadletters;

import dev.pennant.jobs.kafka.EventSink;
import dev.pennant.jobs.kafka.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Dead letters as events. */
public final class DeadLetterEvents implements EventSink.Mapping<DeadLetter, dev.pennant.schemas.event.DeadLetter> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<dev.pennant.schemas.event.DeadLetter> event() {
        return dev.pennant.schemas.event.DeadLetter.class;
    }

    @Override
    public byte[] keyOf(DeadLetter letter) {
        RawRecord record = letter.record();
        return (record.origin().topic() + "|" + record.origin().partition() + "|"
                        + record.origin().offset())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public dev.pennant.schemas.event.DeadLetter eventOf(DeadLetter letter) {
        RawRecord record = letter.record();
        return dev.pennant.schemas.event.DeadLetter.newBuilder()
                .setTopic(record.origin().topic())
                .setPartition(record.origin().partition())
                .setOffset(record.origin().offset())
                .setKey(buffer(record.key()))
                .setReason(letter.reason())
                .setDetail(letter.detail())
                .setPayload(buffer(record.value()))
                .setJob(letter.job())
                .setSeenAt(letter.seenAt())
                .build();
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
