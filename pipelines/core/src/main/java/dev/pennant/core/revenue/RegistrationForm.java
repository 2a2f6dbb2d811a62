package dev.pennant.core.revenue;

/**
 * A registration as it was sent, unchecked.
 *
 * @param enterpriseId the enterprise
 * @param name its name
 * @param unit code of the township
 * @param scope spelling of the scope
 * @param industry its industry
 * @param validFrom first month, {@code 2020-01}
 * @param validTo last month, inclusive; null or empty while it is open
 * @param synthetic whether the enterprise is made up
 */
public record RegistrationForm(
        String enterpriseId,
        String name,
        String unit,
        String scope,
        String industry,
        String validFrom,
        String validTo,
        boolean synthetic) {}
