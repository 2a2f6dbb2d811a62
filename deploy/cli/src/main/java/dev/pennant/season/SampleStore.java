package dev.pennant.season;

import java.time.LocalDate;
import java.util.List;

/**
 * A made-up store.
 *
 * @param id says that it is a sample
 * @param name says so too
 * @param kind what it sells
 * @param opens its first day
 * @param closes the first day on which it sells nothing any longer
 * @param homes where it counts, in time; two when it moves, none when nobody registers it
 * @param registeredLate whether it is registered only weeks after it has opened
 * @param growth by how much it trades more in the second year than in the first, as a factor
 * @param numbering how its till numbers receipts
 */
record SampleStore(
        String id,
        String name,
        StoreKind kind,
        LocalDate opens,
        LocalDate closes,
        List<Home> homes,
        boolean registeredLate,
        double growth,
        Numbering numbering) {

    boolean isOpenOn(LocalDate day) {
        return !day.isBefore(opens) && day.isBefore(closes);
    }

    /**
     * Where a store counts.
     *
     * @param unit code of the township
     * @param from the first day on which it does
     */
    record Home(String unit, LocalDate from) {}

    /** How a till numbers receipts. */
    enum Numbering {
        /** One after the other for ever. */
        RUNNING(60),
        /** The day, and from one on in it: 20201007000001. */
        BY_DAY(38),
        /** Any 64 bits. */
        SCATTERED(2);

        private final double frequency;

        Numbering(double frequency) {
            this.frequency = frequency;
        }

        double frequency() {
            return frequency;
        }
    }
}
