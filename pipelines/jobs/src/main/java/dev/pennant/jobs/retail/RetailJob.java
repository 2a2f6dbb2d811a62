package dev.pennant.jobs.retail;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.JobWiring;
import dev.pennant.jobs.deadletters.DeadLetterEvents;
import dev.pennant.jobs.indicator.IndicatorEvents;
import dev.pennant.jobs.indicator.IndicatorTable;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.jobs.retail.source.ReceiptSource;
import java.time.Clock;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Keeps the running sales of stores' receipts: {@link RetailPipeline} between Kafka and ClickHouse. */
public final class RetailJob {
    /** The job as everybody knows it. */
    public static final Job JOB =
            new Job(RetailPipeline.JOB, List.of(Topics.STORES, Topics.RETAIL_RECEIPTS), RetailJob::define);

    private RetailJob() {}

    private static void define(StreamExecutionEnvironment environment, JobSettings settings, Clock clock) {
        JobWiring wiring = new JobWiring(environment, settings, JOB.group());
        Catalogue catalogue = settings.readCatalogue();
        RetailRules rules = catalogue.retailRules();
        String brokers = settings.bootstrapServers();
        RetailPipeline.Outputs outputs = new RetailPipeline(catalogue, settings, clock)
                .define(
                        wiring.read(Topics.STORES),
                        ReceiptSource.of(
                                Topics.RETAIL_RECEIPTS.name(), brokers, wiring.group(), rules, JOB.name(), clock),
                        new StoresInTopic(brokers, new ReadStores(rules, JOB.name(), clock)));
        wiring.send(outputs.values(), Topics.INDICATOR_VALUES, new IndicatorEvents());
        wiring.send(outputs.deadLetters(), Topics.DEAD_LETTERS, new DeadLetterEvents());
        wiring.write(outputs.values(), IndicatorTable.LOG);
        wiring.write(outputs.stores(), RetailTables.STORES);
        wiring.write(outputs.held(), RetailTables.HELD);
        wiring.write(outputs.reading(), RetailTables.READING);
        outputs.details().ifPresent(details -> {
            wiring.write(details.hours(), RetailTables.hours(outputs.scope()));
            wiring.write(details.categories(), RetailTables.categories(outputs.scope()));
            wiring.write(details.storeDays(), RetailTables.storeDays(outputs.scope()));
        });
    }

    /** Runs the job; {@link JobSettings#of} says which arguments it takes. */
    public static void main(String[] arguments) throws Exception {
        JOB.run(arguments);
    }
}
