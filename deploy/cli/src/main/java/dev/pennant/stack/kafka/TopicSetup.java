package dev.pennant.stack.kafka;

import dev.pennant.jobs.kafka.Topic;
import dev.pennant.stack.StackException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Brings a broker's topics to what they ought to be: creates the missing ones and corrects settings that differ. */
public final class TopicSetup {
    private final Admin admin;
    private final int partitions;

    /**
     * @param admin the broker; stays the caller's
     * @param partitions how many partitions a topic has
     */
    public TopicSetup(Admin admin, int partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    /**
     * Creates or corrects the topics.
     *
     * @throws StackException when a topic exists with other partitions, since keys would move between them
     */
    public void ensure(Collection<Topic> topics) throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        Map<Boolean, List<Topic>> byExistence =
                topics.stream().collect(Collectors.partitioningBy(topic -> existing.contains(topic.name())));
        create(byExistence.get(false));
        requirePartitions(byExistence.get(true));
        correct(byExistence.get(true));
    }

    private void create(List<Topic> missing) throws ExecutionException, InterruptedException {
        admin.createTopics(missing.stream()
                        .map(topic -> new NewTopic(topic.name(), partitions, (short) 1).configs(topic.configs()))
                        .collect(Collectors.toList()))
                .all()
                .get();
    }

    private void requirePartitions(List<Topic> topics) throws ExecutionException, InterruptedException {
        List<String> names = topics.stream().map(Topic::name).collect(Collectors.toList());
        for (TopicDescription found :
                admin.describeTopics(names).allTopicNames().get().values()) {
            if (found.partitions().size() != partitions) {
                throw new StackException("Topic " + found.name() + " has "
                        + found.partitions().size() + " partitions instead of " + partitions
                        + ": the data folder was made by another version; use a new one.");
            }
        }
    }

    private void correct(List<Topic> topics) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Topic> resources = topics.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        Map<ConfigResource, Config> found =
                admin.describeConfigs(resources.keySet()).all().get();
        Map<ConfigResource, Collection<AlterConfigOp>> corrections = resources.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> corrections(entry.getValue(), found.get(entry.getKey()))));
        corrections.values().removeIf(Collection::isEmpty);
        if (!corrections.isEmpty()) {
            admin.incrementalAlterConfigs(corrections).all().get();
        }
    }

    private static Collection<AlterConfigOp> corrections(Topic topic, Config found) {
        Collection<AlterConfigOp> operations = new ArrayList<>();
        topic.configs().forEach((name, value) -> {
            if (!value.equals(found.get(name).value())) {
                operations.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
            }
        });
        return operations;
    }
}
