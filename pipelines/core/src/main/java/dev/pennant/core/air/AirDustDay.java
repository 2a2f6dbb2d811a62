package dev.pennant.core.air;

import java.time.LocalDate;

/**
 * A day that counts as one of sand and dust (沙尘天气) in a unit and in all units of it.
 *
 * @param unit code of a township, county or prefecture
 * @param day the day, of Asia/Shanghai
 * @param synthetic whether it was made up
 */
public record AirDustDay(String unit, LocalDate day, boolean synthetic) {}
