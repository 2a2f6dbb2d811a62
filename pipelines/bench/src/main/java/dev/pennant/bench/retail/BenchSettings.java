package dev.pennant.bench.retail;

import dev.pennant.stack.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a bench is to be done.
 *
 * @param receipts in each load
 * @param stores in each load
 * @param pairs how often the floor and the job are measured, by turns
 * @param warmUp how many records each process reads at the least before it is measured
 * @param data where loads are kept
 * @param ports where the parts listen
 * @param heapGibibytes of the JVM of a run, the floor's and the job's alike
 * @param profiles folder for a recording of each run by Java's Flight Recorder, which slows it down
 */
record BenchSettings(
        long receipts,
        int stores,
        int pairs,
        long warmUp,
        Path data,
        Ports ports,
        int heapGibibytes,
        Optional<Path> profiles) {
    /** Flags of the JVM of a run. A throughput collector of fixed size, since a stream of short-lived batches is all it sees. */
    List<String> runMemory() {
        return List.of("-Xms" + heapGibibytes + "g", "-Xmx" + heapGibibytes + "g", "-XX:+UseParallelGC");
    }

    /** How often a run over so many records is done before it is measured. */
    int warmUps(long records) {
        return Math.toIntExact((warmUp + records - 1) / records);
    }

    /** The same with another number of pairs. */
    BenchSettings withPairs(int other) {
        return new BenchSettings(receipts, stores, other, warmUp, data, ports, heapGibibytes, profiles);
    }
}
