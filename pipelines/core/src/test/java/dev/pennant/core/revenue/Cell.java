package dev.pennant.core.revenue;

import dev.pennant.core.period.CumulativePeriod;

/** The key of an indicator value. */
record Cell(String indicator, String unit, CumulativePeriod period) {}
