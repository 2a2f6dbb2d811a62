package dev.pennant.core.alerts;

import java.util.List;
import java.util.Optional;

/** Where the units of one subject are kept. */
public interface AlertShelf {
    /** What is known of a unit; nothing where nobody has spoken of it. */
    Optional<UnitAlerts> unit(String code);

    /** Keeps a unit that has changed. */
    void put(String code, UnitAlerts changed);

    /** The codes of all units that are kept. */
    Iterable<String> codes();

    /** The rules that watch the subject. */
    List<AlertRule> rules();
}
