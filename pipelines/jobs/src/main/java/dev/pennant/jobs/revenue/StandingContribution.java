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
            RevenueBytes.writeReport(standing.contribution.report(), out);
            out.writeBoolean(standing.contribution.registration().isPresent());
            if (standing.contribution.registration().isPresent()) {
                RevenueBytes.writeRegistration(
                        standing.contribution.registration().get(), out);
            }
            RevenueBytes.writeVersion(standing.version, out);
            RevenueBytes.writeInstant(standing.updatedAt, out);
        }

        @Override
        public StandingContribution read(int version, DataInput in) throws IOException {
            return new StandingContribution(
                    new Contribution(
                            RevenueBytes.readReport(in),
                            in.readBoolean() ? Optional.of(RevenueBytes.readRegistration(in)) : Optional.empty()),
                    RevenueBytes.readVersion(in),
                    RevenueBytes.readInstant(in));
        }
    }
}
