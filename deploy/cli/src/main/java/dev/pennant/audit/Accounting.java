package dev.pennant.audit;

/**
 * What became of the records of a topic, offset by offset, as far as the job's checkpoints have come.
 *
 * @param topic the topic
 * @param read records in the topic
 * @param applied of those, taken
 * @param superseded of those, the same as what stands, or older
 * @param quarantined of those, refused with a reason
 * @param lost of those, found in no log
 * @param doubled of those, found both taken and refused
 */
public record Accounting(
        String topic, long read, long applied, long superseded, long quarantined, long lost, long doubled) {
    /** Whether every record is accounted for, once. */
    public boolean balances() {
        return lost == 0 && doubled == 0 && read == applied + superseded + quarantined;
    }

    Accounting plus(Accounting other) {
        return new Accounting(
                topic,
                read + other.read,
                applied + other.applied,
                superseded + other.superseded,
                quarantined + other.quarantined,
                lost + other.lost,
                doubled + other.doubled);
    }
}
