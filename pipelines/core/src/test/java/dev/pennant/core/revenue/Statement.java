package dev.pennant.core.revenue;

import dev.pennant.core.period.CumulativePeriod;

/** The key of a contribution: whose, and of which period. */
record Statement(String enterprise, CumulativePeriod period) {}
