package dev.pennant.core.air;

/**
 * The mark of a day of sand and dust as it was sent, unchecked.
 *
 * @param unit code of a unit of the catalogue
 * @param day the day, {@code 2020-03-18}
 * @param synthetic whether it was made up
 */
public record AirDustForm(String unit, String day, boolean synthetic) {}
