package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.alerts.AlertShelf;
import dev.pennant.core.alerts.UnitAlerts;
import dev.pennant.core.catalogue.AlertRuleReader;
import dev.pennant.core.catalogue.InvalidCatalogueException;
import dev.pennant.jobs.flink.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink's state as the shelf of whichever subject is the current key. */
final class KeyedAlerts implements AlertShelf {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedAlerts.class);

    private final MapState<String, UnitAlerts> units;
    private final MapState<String, String> rules;
    private final AlertRuleReader reader;
    private final Map<String, Optional<AlertRule>> read = new HashMap<>();

    KeyedAlerts(RuntimeContext context, AlertRuleReader reader) {
        this.reader = reader;
        units = context.getMapState(
                new MapStateDescriptor<>("units", Types.STRING, ValueType.of(new UnitAlertsFormat())));
        rules = context.getMapState(new MapStateDescriptor<>("rules", Types.STRING, Types.STRING));
    }

    /** Puts a rule in force, and gives what it says. */
    Optional<AlertRule> enforce(String id, String text) throws Exception {
        rules.put(id, text);
        return rule(text);
    }

    /** Takes a rule back, and gives what it said. */
    Optional<AlertRule> repeal(String id) throws Exception {
        String text = rules.get(id);
        rules.remove(id);
        return text == null ? Optional.empty() : rule(text);
    }

    @Override
    public Optional<UnitAlerts> unit(String code) {
        return done(() -> Optional.ofNullable(units.get(code)));
    }

    @Override
    public void put(String code, UnitAlerts changed) {
        done(() -> {
            units.put(code, changed);
            return changed;
        });
    }

    @Override
    public List<String> codes() {
        return done(() -> {
            List<String> codes = new ArrayList<>();
            units.keys().forEach(codes::add);
            return codes;
        });
    }

    @Override
    public List<AlertRule> rules() {
        return done(() -> {
            List<AlertRule> inForce = new ArrayList<>();
            for (String text : rules.values()) {
                rule(text).ifPresent(inForce::add);
            }
            return inForce;
        });
    }

    /** A rule as it was taken; one that speaks of something the catalogue has not any more is passed over, for there is nothing to judge. */
    private Optional<AlertRule> rule(String text) {
        return read.computeIfAbsent(text, unread -> {
            try {
                return Optional.of(reader.rule(unread).rule());
            } catch (InvalidCatalogueException outdated) {
                LOG.warn(
                        "A rule for alerts does not fit the catalogue any more and is passed over: {}",
                        outdated.getMessage());
                return Optional.empty();
            }
        });
    }

    private static <T> T done(java.util.concurrent.Callable<T> access) {
        try {
            return access.call();
        } catch (Exception failure) {
            throw new FlinkRuntimeException(
                    "the alerts of a subject could not be read from state, or written to it", failure);
        }
    }
}
