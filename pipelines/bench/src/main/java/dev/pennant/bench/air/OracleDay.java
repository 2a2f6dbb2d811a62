package dev.pennant.bench.air;

import java.math.BigInteger;
import java.util.List;

/**
 * A unit's day as the oracle has it.
 *
 * @param values of each pollutant, in the oracle's parts of a tick; null where none is valid
 * @param steps the same as published
 * @param dust whether it is one of sand and dust
 */
@SuppressWarnings("ArrayRecordComponent")
record OracleDay(List<BigInteger> values, int[] steps, boolean dust) {}
