package dev.pennant.core.alerts;

import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * What a channel is told, and how often.
 *
 * @param levels alerts of which level
 * @param gathering how long an alert waits for others that go with it; one that ends meanwhile is not told at all
 * @param perMinute the most messages in a minute
 * @param most the most alerts in a message
 * @param bySubject whether a message is about one subject and period alone
 * @param repeat how often what fires is told again, for a receiver that forgets what it is not told again; zero for never
 */
public record OutboxRules(
        Set<AlertLevel> levels, Duration gathering, int perMinute, int most, boolean bySubject, Duration repeat)
        implements Serializable {
    public OutboxRules {
        levels = Set.copyOf(levels);
    }
}
