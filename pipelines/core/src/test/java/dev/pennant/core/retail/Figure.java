package dev.pennant.core.retail;

import dev.pennant.core.indicator.Coverage;

/**
 * What readers see of a unit and period.
 *
 * @param label the period as it is printed, with the hour while the day is under way
 */
record Figure(String label, RunningSum sum, Coverage coverage, boolean synthetic) {}
