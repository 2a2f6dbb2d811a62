package dev.pennant.bench.run;

import java.util.ArrayList;
import java.util.List;

/** The samples of one run, in time, and the windows between them. */
final class RunSamples {
    /** By then, in percent of the records, the consumers fetch as fast as they can. */
    static final int STEADY_FROM = 20;

    /** From then on, in percent of the records, one partition after the other has come to its end. */
    static final int STEADY_TO = 97;

    private static final int PERCENT = 100;

    private final long total;
    private final List<Sample> samples = new ArrayList<>();

    /** @param total records that the run is to read */
    RunSamples(long total) {
        this.total = total;
    }

    void add(Sample sample) {
        samples.add(sample);
    }

    /** Whether so many records are neither too few nor too many for full swing. */
    boolean isSteady(long records) {
        return records * PERCENT >= total * STEADY_FROM && records * PERCENT <= total * STEADY_TO;
    }

    /** The run while it was in full swing. */
    Window steady() {
        return between(STEADY_FROM, STEADY_TO);
    }

    /** From the moment before the first record came to the last sample. */
    Window whole() {
        int first = 0;
        while (first + 1 < samples.size() && samples.get(first + 1).records() == 0) {
            first++;
        }
        return last().since(samples.get(first));
    }

    private Window between(int from, int to) {
        Sample begin = samples.stream()
                .filter(sample -> sample.records() * PERCENT >= total * from)
                .findFirst()
                .orElse(samples.get(0));
        Sample end = samples.stream()
                .filter(sample -> sample.records() * PERCENT <= total * to)
                .reduce(begin, (earlier, later) -> later.records() > earlier.records() ? later : earlier);
        // A run so short that nothing lies between is taken whole.
        return end.records() > begin.records() ? end.since(begin) : whole();
    }

    private Sample last() {
        return samples.get(samples.size() - 1);
    }
}
