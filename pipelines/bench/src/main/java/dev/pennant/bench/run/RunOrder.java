package dev.pennant.bench.run;

import java.util.Map;

/**
 * What a process is to run and to watch.
 *
 * @param subject what is measured
 * @param folder where its checkpoints and temporary files go
 * @param credentials the folder in which the database has its passwords
 * @param portBase where the broker and the database listen, and Flink is to
 * @param records records in the topic, or 0 to run until it is closed
 * @param warmUps how often all is done before it is measured
 * @param brokerPid the broker's process
 * @param databasePid the database's process
 * @param rows rows to write, by table, where that is all there is to do
 * @param profile the file that takes a recording of the run by Java's Flight Recorder; none when empty
 */
public record RunOrder(
        Subject subject,
        String folder,
        String credentials,
        int portBase,
        long records,
        int warmUps,
        long brokerPid,
        long databasePid,
        Map<String, Long> rows,
        String profile) {}
