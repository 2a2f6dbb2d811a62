package dev.pennant.bench.run;

/**
 * What a process is to run and to watch.
 *
 * @param subject what is measured
 * @param folder where its checkpoints and temporary files go
 * @param credentials the folder in which the database has its passwords
 * @param portBase where the broker and the database listen, and Flink is to
 * @param records records in the topic, or 0 to run until it is closed
 * @param brokerPid the broker's process
 * @param databasePid the database's process
 * @param profile the file that takes a recording of the measured runs by Java's Flight Recorder; none when empty
 */
public record RunOrder(
        Subject subject,
        String folder,
        String credentials,
        int portBase,
        long records,
        long brokerPid,
        long databasePid,
        String profile) {}
