package dev.pennant.core.revenue;

import java.util.Optional;

/**
 * What an enterprise contributes to a period as things stand: its standing report, and the registration by which it is on the period's
 * roster.
 *
 * @param report the report that stands
 * @param registration the registration in force in the period's last month; nothing while the enterprise is not on that roster, and its
 *     report is held
 */
public record Contribution(EnterpriseReport report, Optional<Registration> registration) {}
