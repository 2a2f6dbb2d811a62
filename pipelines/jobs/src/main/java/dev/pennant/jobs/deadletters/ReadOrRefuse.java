package dev.pennant.jobs.deadletters;

import dev.pennant.core.filing.Verdict;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Decodes the records of a topic and judges them; what cannot be taken becomes a dead letter with its reason, and the next record is read.
 *
 * @param <E> the event that the topic carries
 * @param <T> what an event that can be taken becomes
 */
public abstract class ReadOrRefuse<E extends SpecificRecord, T> extends ProcessFunction<RawRecord, T> {
    private static final long serialVersionUID = 1L;

    private final Class<E> event;
    private final String job;
    private final Clock clock;

    private transient EventCodec<E> codec;

    /**
     * A reader of one topic.
     *
     * @param event what the topic carries
     * @param job the job that refuses, for the dead letter
     * @param clock gives the time of a refusal
     */
    protected ReadOrRefuse(Class<E> event, String job, Clock clock) {
        this.event = event;
        this.job = job;
        this.clock = clock;
    }

    /** Judges an event by itself and its record. */
    protected abstract Verdict<T> judge(RawRecord record, E decoded);

    /** Judges a record that only takes back what was sent under its key; there is nothing to take back unless a topic says so. */
    protected Verdict<T> judgeWithdrawal(RawRecord record) throws EventDecodingException {
        return judge(record, codec.decode(null));
    }

    /**
     * Decodes and judges one record.
     *
     * @throws EventDecodingException when it holds no such event
     */
    public final Verdict<T> read(RawRecord record) throws EventDecodingException {
        if (codec == null) {
            codec = EventCodec.of(event);
        }
        return record.value() == null ? judgeWithdrawal(record) : judge(record, codec.decode(record.value()));
    }

    @Override
    public final void processElement(RawRecord record, Context context, Collector<T> out) {
        try {
            Verdict<T> verdict = read(record);
            if (verdict instanceof Verdict.Accepted<T> accepted) {
                out.collect(accepted.value());
            } else if (verdict instanceof Verdict.Rejected<T> rejected) {
                context.output(DeadLetters.TAG, DeadLetter.of(record, rejected.rejections(), job, clock.instant()));
            }
        } catch (EventDecodingException undecodable) {
            context.output(
                    DeadLetters.TAG,
                    new DeadLetter(
                            record, undecodable.reason().code(), undecodable.getMessage(), job, clock.instant()));
        }
    }
}
