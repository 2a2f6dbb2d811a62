package dev.pennant.bench.run;

import dev.pennant.bench.process.Parent;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.stack.Ports;
import dev.pennant.stack.kafka.KafkaBroker;
import dev.pennant.stack.kafka.TopicSetup;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The local stack's broker in a process of its own. */
public final class BrokerProcess {
    private BrokerProcess() {}

    /**
     * Runs the broker until the parent closes it.
     *
     * @param arguments its folder and the base of the ports
     */
    public static void main(String[] arguments) throws Exception {
        Parent parent = Parent.connect();
        Ports ports = new Ports(Integer.parseInt(arguments[1]));
        try (KafkaBroker broker = KafkaBroker.start(Path.of(arguments[0]), ports)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                new TopicSetup(admin, Topics.LOCAL_PARTITIONS).ensure(Topics.ALL);
            }
            parent.tell("ready");
            while (parent.hear().isPresent()) {
                parent.tell("ready");
            }
        }
    }
}
