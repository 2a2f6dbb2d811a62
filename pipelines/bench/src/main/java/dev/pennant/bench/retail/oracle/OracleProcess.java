package dev.pennant.bench.retail.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.check.Differences;
import dev.pennant.bench.process.Parent;
import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.kafka.Origin;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.DeadLetter;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The oracle in a process of its own: it counts the topics once, and then compares as often as it is asked. */
public final class OracleProcess {
    /** Asked to compare the indicators alone; anything else asks for all tables. */
    public static final String INDICATORS = "indicators";

    private static final ObjectMapper JSON = new ObjectMapper();

    private OracleProcess() {}

    /**
     * Counts, says how many distinct receipts there are, and answers every question with {@link Differences}.
     *
     * @param arguments the shape, the number of stores, the base of the ports, and the folder in which the database has its passwords
     */
    public static void main(String[] arguments) throws Exception {
        Parent parent = Parent.connect();
        Ports ports = new Ports(Integer.parseInt(arguments[2]));
        Catalogue catalogue = Catalogue.shipped();
        BatchOracle oracle = new BatchOracle(Shape.valueOf(arguments[0]), catalogue, Integer.parseInt(arguments[1]));
        count(oracle, ports.bootstrapServers());
        parent.tell(Long.toString(oracle.distinct()));
        ClickHouseClient database = new ClickHouseClient(
                ports.clickHouseUri(),
                ClickHouseUser.ANALYST.id(),
                ClickHouseCredentials.read(Path.of(arguments[3])).password(ClickHouseUser.ANALYST));
        for (Optional<String> asked = parent.hear(); asked.isPresent(); asked = parent.hear()) {
            boolean details = !asked.get().equals(INDICATORS);
            TablesCheck check = new TablesCheck(oracle, catalogue, database, deadLetters(ports.bootstrapServers()));
            parent.tell(JSON.writeValueAsString(check.compare(details)));
        }
    }

    private static void count(BatchOracle oracle, String bootstrapServers) throws EventDecodingException {
        EventCodec<StoreRegistration> registrations = EventCodec.of(StoreRegistration.class);
        EventCodec<RetailReceipt> receipts = EventCodec.of(RetailReceipt.class);
        WholeTopic.read(
                Topics.STORES, bootstrapServers, polled -> oracle.register(registrations.decode(polled.value())));
        RetailReceipt receipt = new RetailReceipt();
        WholeTopic.read(Topics.RETAIL_RECEIPTS, bootstrapServers, polled -> {
            try {
                oracle.count(receipts.decode(polled.value(), receipt));
            } catch (EventDecodingException unreadable) {
                oracle.refuse(new Origin(polled.topic(), polled.partition(), polled.offset()));
            }
        });
    }

    /** Where the records come from that the run has put aside. */
    private static Set<Origin> deadLetters(String bootstrapServers) throws EventDecodingException {
        EventCodec<DeadLetter> codec = EventCodec.of(DeadLetter.class);
        Set<Origin> origins = new HashSet<>();
        WholeTopic.read(Topics.DEAD_LETTERS, bootstrapServers, polled -> {
            DeadLetter letter = codec.decode(polled.value());
            origins.add(new Origin(letter.getTopic(), letter.getPartition(), letter.getOffset()));
        });
        return origins;
    }
}
