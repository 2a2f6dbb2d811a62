package dev.pennant.core.alerts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Alerts that are told together.
 *
 * @param alerts at least one, the gravest first; those that do not fire have ended
 */
public record Parcel(List<Alert> alerts) {
    private static final int KEY_BYTES = 16;

    public Parcel {
        alerts = List.copyOf(alerts);
    }

    /** The same whenever the same is told of the same alerts, also after a restart. */
    public String key() {
        return digest(alerts.stream().map(Parcel::keyOf).collect(Collectors.joining("\n")));
    }

    /** The same whenever the same is told of the alert: that it fires since a moment, or has ended since. */
    public static String keyOf(Alert alert) {
        return digest(alert.id() + "|" + (alert.state() == AlertState.FIRING) + "|" + alert.since());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
