package dev.pennant.core.revenue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** On which roster an enterprise stands, by its sector and size (规上, 限上). */
public enum Scope {
    /** Services above the designated size (规上服务业). */
    SERVICE_DESIGNATED("service-designated"),
    /** Wholesale, retail, catering and lodging above the quota (限上批零住餐). */
    TRADE_ABOVE_QUOTA("trade-above-quota");

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    /** The contract's spelling. */
    public String id() {
        return id;
    }

    /** The scope so spelled, or nothing. */
    public static Optional<Scope> of(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id.equals(id)).findFirst();
    }

    /** All spellings, for messages. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Scope::id).toList();
    }
}
