package dev.pennant.core.retail;

import java.io.Serializable;

/**
 * A category of goods.
 *
 * @param id id, as receipts spell it
 * @param name Chinese name
 */
public record RetailCategory(String id, String name) implements Serializable {}
