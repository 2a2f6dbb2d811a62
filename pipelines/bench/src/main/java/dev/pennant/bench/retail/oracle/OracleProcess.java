package dev.pennant.bench.retail.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.bench.check.Differences;
import dev.pennant.bench.process.Parent;
import dev.pennant.bench.retail.feed.Shape;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import dev.pennant.stack.Ports;
import dev.pennant.stack.clickhouse.ClickHouseClient;
import dev.pennant.stack.clickhouse.ClickHouseCredentials;
import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.nio.file.Path;
import java.util.Optional;

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
            parent.tell(JSON.writeValueAsString(new TablesCheck(oracle, catalogue, database).compare(details)));
        }
    }

    private static void count(BatchOracle oracle, String bootstrapServers) throws EventDecodingException {
        EventCodec<StoreRegistration> registrations = EventCodec.of(StoreRegistration.class);
        EventCodec<RetailReceipt> receipts = EventCodec.of(RetailReceipt.class);
        WholeTopic.read(Topics.STORES, bootstrapServers, payload -> oracle.register(registrations.decode(payload)));
        RetailReceipt receipt = new RetailReceipt();
        WholeTopic.read(
                Topics.RETAIL_RECEIPTS, bootstrapServers, payload -> oracle.count(receipts.decode(payload, receipt)));
    }
}
