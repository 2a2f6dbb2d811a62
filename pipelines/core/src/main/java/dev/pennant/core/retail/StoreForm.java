package dev.pennant.core.retail;

/**
 * A store's registration as it was sent, unchecked.
 *
 * @param storeId the store
 * @param name its name
 * @param unit code of the township
 * @param validFrom first day, {@code 2020-01-01}
 * @param synthetic whether the store is made up
 */
public record StoreForm(String storeId, String name, String unit, String validFrom, boolean synthetic) {}
