package dev.pennant.core.alerts;

/**
 * Which alert of a unit and subject: there is one for each rule and period.
 *
 * @param rule id of the rule
 * @param period the contract's spelling
 */
public record AlertKey(String rule, String period) implements Comparable<AlertKey> {
    @Override
    public int compareTo(AlertKey other) {
        int byRule = rule.compareTo(other.rule);
        return byRule != 0 ? byRule : period.compareTo(other.period);
    }
}
