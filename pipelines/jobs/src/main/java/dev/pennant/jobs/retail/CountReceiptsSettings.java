package dev.pennant.jobs.retail;

import java.io.Serializable;
import java.time.Clock;
import java.util.Map;

/**
 * What {@link CountReceipts} is told at its start.
 *
 * @param unitNumbers the number of each unit by its code, from 0 on
 * @param details whether days of stores are told, and sales by category
 * @param register where stores are registered
 * @param clock gives the time at which a run opens
 */
record CountReceiptsSettings(Map<String, Integer> unitNumbers, boolean details, StoreRegister register, Clock clock)
        implements Serializable {}
