package dev.pennant.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pennant.schemas.event.EnterpriseReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.junit.jupiter.api.Test;

/** A version before the first release: it lacks two fields that have defaults now, and has one that is gone. */
class OlderWriterTest {
    private static final Schema OLDER = new Schema.Parser()
            .parse(
                    """
                    {
                      "type": "record",
                      "name": "EnterpriseReport",
                      "namespace": "dev.pennant.schemas.event",
                      "fields": [
                        {"name": "enterprise_id", "type": "string"},
                        {"name": "period", "type": "string"},
                        {"name": "form", "type": "string"},
                        {"name": "revenue", "type": "long"},
                        {"name": "revenue_last_year", "type": "long"},
                        {"name": "retail_sales", "type": ["null", "long"]},
                        {"name": "revision", "type": "int"},
                        {"name": "reported_at", "type": {"type": "long", "logicalType": "timestamp-millis"}}
                      ]
                    }
                    """);

    private final SchemaStore.Cache store = new SchemaStore.Cache();

    @Test
    void anOlderEventIsReadWithTheDefaultsOfTheFieldsItLacks() throws Exception {
        store.addSchema(OLDER);
        EventCodec<EnterpriseReport> codec = EventCodec.of(EnterpriseReport.class, store);

        assertThat(codec.decode(older(2))).isEqualTo(expected(2));
    }

    @Test
    void oldAndNewEventsMayAlternateInOneReusedEvent() throws Exception {
        store.addSchema(OLDER);
        EventCodec<EnterpriseReport> codec = EventCodec.of(EnterpriseReport.class, store);
        EnterpriseReport reused = codec.decode(older(1));

        for (int revision = 2; revision < 10; revision++) {
            EnterpriseReport current = EnterpriseReport.newBuilder(SampleEvents.report())
                    .setRevision(revision)
                    .build();
            assertThat(codec.decode(codec.encode(current), reused)).isEqualTo(current);
            assertThat(codec.decode(older(revision), reused)).isEqualTo(expected(revision));
        }
    }

    @Test
    void aStoreWithoutTheVersionLeavesItUnknown() throws Exception {
        EventCodec<EnterpriseReport> codec = EventCodec.of(EnterpriseReport.class, store);
        byte[] payload = older(1);

        EventDecodingException refusal =
                catchThrowableOfType(EventDecodingException.class, () -> codec.decode(payload));

        assertThat(refusal.reason()).isEqualTo(EventDecodingException.Reason.UNKNOWN_FINGERPRINT);
    }

    @Test
    void aVersionThatCannotBeResolvedMakesItsEventsUndecodable() throws Exception {
        Schema withoutRevenue = new Schema.Parser()
                .parse(
                        """
                        {
                          "type": "record",
                          "name": "EnterpriseReport",
                          "namespace": "dev.pennant.schemas.event",
                          "fields": [{"name": "enterprise_id", "type": "string"}]
                        }
                        """);
        store.addSchema(withoutRevenue);
        EventCodec<EnterpriseReport> codec = EventCodec.of(EnterpriseReport.class, store);
        GenericRecord event = new GenericRecordBuilder(withoutRevenue)
                .set("enterprise_id", "91330482000000001X")
                .build();
        byte[] payload = written(withoutRevenue, event);

        EventDecodingException refusal =
                catchThrowableOfType(EventDecodingException.class, () -> codec.decode(payload));

        assertThat(refusal.reason()).isEqualTo(EventDecodingException.Reason.UNDECODABLE);
        assertThat(refusal).hasMessageContaining("missing required field");
    }

    private static byte[] older(int revision) throws IOException {
        return written(
                OLDER,
                new GenericRecordBuilder(OLDER)
                        .set("enterprise_id", "91330482000000001X")
                        .set("period", "2019-10")
                        .set("form", "F203")
                        .set("revenue", 1_000_00L)
                        .set("revenue_last_year", 900_00L)
                        .set("retail_sales", 100_00L)
                        .set("revision", revision)
                        .set("reported_at", 1_573_776_000_000L)
                        .build());
    }

    private static byte[] written(Schema schema, GenericRecord event) throws IOException {
        // Avro's own writer, so that this does not rest on the codec under test.
        ByteBuffer message = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(event);
        byte[] payload = new byte[message.remaining()];
        message.get(payload);
        return payload;
    }

    private static EnterpriseReport expected(int revision) {
        return new EnterpriseReport(
                "91330482000000001X",
                "2019-10",
                1_000_00L,
                900_00L,
                100_00L,
                null,
                revision,
                Instant.parse("2019-11-15T00:00:00Z"),
                false);
    }
}
