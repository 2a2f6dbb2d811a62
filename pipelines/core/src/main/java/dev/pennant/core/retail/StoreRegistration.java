package dev.pennant.core.retail;

import java.time.LocalDate;

/**
 * From which day on a store counts in which township, until its next registration begins. One by store and first day: a later message replaces
 * it.
 *
 * @param storeId the store
 * @param name its name
 * @param unit code of the township
 * @param validFrom first day, of Asia/Shanghai
 * @param synthetic whether the store is made up
 */
public record StoreRegistration(String storeId, String name, String unit, LocalDate validFrom, boolean synthetic) {}
