package dev.pennant.jobs.revenue;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.revenue.Contribution;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A contribution as it stands.
 *
 * @param contribution the contribution
 * @param version orders it among those of the same enterprise and period
 * @param updatedAt when it came to stand so
 */
record StandingContribution(Contribution contribution, Version version, Instant updatedAt) {
    /** A standing contribution as bytes. */
    public static final class Format implements ValueFormat<StandingContribution> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StandingContribution> type() {
            return StandingContribution.class;
        }

        @Override
        public void write(StandingContribution standing, DataOutput out) throws IOException {
            Wire.writeReport(standing.contribution.report(), out);
            out.writeBoolean(standing.contribution.registration().isPresent());
            if (standing.contribution.registration().isPresent()) {
                Wire.writeRegistration(standing.contribution.registration().get(), out);
            }
            Wire.writeVersion(standing.version, out);
            Wire.writeInstant(standing.updatedAt, out);
        }

        @Override
        public StandingContribution read(int version, DataInput in) throws IOException {
            return new StandingContribution(
                    new Contribution(
                            Wire.readReport(in),
                            in.readBoolean() ? Optional.of(Wire.readRegistration(in)) : Optional.empty()),
                    Wire.readVersion(in),
                    Wire.readInstant(in));
        }
    }
}
