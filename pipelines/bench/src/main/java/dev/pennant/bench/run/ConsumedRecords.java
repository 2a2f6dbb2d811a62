package dev.pennant.bench.run;

import java.lang.management.ManagementFactory;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * How many records of a topic the consumers of this process have been given, by Kafka's own count: so every job is measured alike, and none
 * counts for the measurement's sake.
 */
final class ConsumedRecords {
    private static final String COUNT = "records-consumed-total";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName consumers;

    ConsumedRecords(String topic) throws MalformedObjectNameException {
        consumers = new ObjectName("kafka.consumer:type=consumer-fetch-manager-metrics,topic=" + topic + ",*");
    }

    /** The sum over all consumers, and over all partitions. */
    long read() throws JMException {
        double sum = 0;
        for (ObjectName consumer : server.queryNames(consumers, null)) {
            // Each partition has a bean of its own as well, without this count.
            if (consumer.getKeyProperty("partition") == null) {
                sum += count(consumer);
            }
        }
        return (long) sum;
    }

    private double count(ObjectName consumer) throws JMException {
        try {
            return (double) server.getAttribute(consumer, COUNT);
        } catch (InstanceNotFoundException | AttributeNotFoundException comingOrGoing) {
            return 0;
        }
    }
}
