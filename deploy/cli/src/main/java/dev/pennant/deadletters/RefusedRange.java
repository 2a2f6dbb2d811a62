package dev.pennant.deadletters;

import org.apache.kafka.common.TopicPartition;

/**
 * Refused records of a partition that are sent together.
 *
 * @param partition where they stand
 * @param from the offset of the first
 * @param through the offset of the last
 * @param records how many they are
 */
record RefusedRange(TopicPartition partition, long from, long through, int records) {}
