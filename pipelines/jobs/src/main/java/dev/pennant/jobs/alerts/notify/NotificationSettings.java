package dev.pennant.jobs.alerts.notify;

import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.OutboxRules;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is told of alerts, as a file of properties says:
 *
 * <pre>
 * channels = duty, leaders
 * duty.kind = alertmanager                       alertmanager, webhook, wecom or dingtalk
 * duty.url = http://127.0.0.1:9093               or url-file, url-env: a robot's address holds its key
 * leaders.kind = dingtalk
 * leaders.url-file = /etc/pennant/dingtalk.url
 * leaders.secret-env = PENNANT_DINGTALK_SECRET   or secret-file: what a DingTalk robot's messages are signed with
 * leaders.levels = orange, red                   all unless given
 * leaders.language = zh                          or en
 * leaders.group-wait-ms = 10000                  how long an alert waits for others
 * leaders.per-minute = 20                        the most messages in a minute
 * leaders.most = 20                              the most alerts in a message
 * leaders.timeout-ms = 10000                     how long an answer may take
 * </pre>
 *
 * <p>{@code token-file} and {@code token-env} name a bearer token, and {@code repeat-ms} how often an Alertmanager is told again (60000).
 */
public final class NotificationSettings {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "kind",
            "url",
            "url-file",
            "url-env",
            "secret-file",
            "secret-env",
            "token-file",
            "token-env",
            "levels",
            "language",
            "group-wait-ms",
            "per-minute",
            "most",
            "timeout-ms",
            "repeat-ms"));

    private final Properties properties;
    private final Set<String> read = new HashSet<>();

    private NotificationSettings(Properties properties) {
        this.properties = properties;
    }

    /**
     * The channels of a file.
     *
     * @throws IllegalArgumentException when it has a mistake
     */
    static List<Channel> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the settings of notifications cannot be read from " + file, unreadable);
        }
        try {
            return new NotificationSettings(properties).channels();
        } catch (IllegalArgumentException mistaken) {
            throw new IllegalArgumentException(file + ": " + mistaken.getMessage(), mistaken);
        }
    }

    private List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (String name : list("channels")) {
            if (!name.matches("[a-z0-9-]+")) {
                throw new IllegalArgumentException(
                        "'" + name + "': a channel's name has small letters, digits and hyphens");
            }
            channels.add(channel(name));
        }
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        unknown.removeAll(read);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + String.join("', '", unknown) + "' is not known; a channel has " + String.join(", ", KEYS));
        }
        return channels;
    }

    private Channel channel(String name) {
        Channel.Kind kind = constant(Channel.Kind.class, required(name + ".kind"), name + ".kind");
        Set<AlertLevel> levels = EnumSet.noneOf(AlertLevel.class);
        List<String> named = list(name + ".levels");
        named.forEach(level -> levels.add(constant(AlertLevel.class, level, name + ".levels")));
        boolean isAlertmanager = kind == Channel.Kind.ALERTMANAGER;
        String language = optional(name + ".language").orElse("zh");
        if (!List.of("zh", "en").contains(language)) {
            throw new IllegalArgumentException(name + ".language is zh or en");
        }
        return new Channel(
                name,
                kind,
                secret(name + ".url", true)
                        .orElseThrow(() ->
                                new IllegalArgumentException(name + " needs " + name + ".url, or url-file or url-env")),
                secret(name + ".secret", false).orElse(null),
                secret(name + ".token", false).orElse(null),
                language.equals("zh"),
                Duration.ofMillis(number(name + ".timeout-ms", 10_000)),
                new OutboxRules(
                        named.isEmpty() ? EnumSet.allOf(AlertLevel.class) : levels,
                        Duration.ofMillis(number(name + ".group-wait-ms", 10_000)),
                        Math.max(1, number(name + ".per-minute", isAlertmanager ? 600 : 20)),
                        Math.max(1, number(name + ".most", isAlertmanager ? 1000 : 20)),
                        !isAlertmanager,
                        Duration.ofMillis(number(name + ".repeat-ms", isAlertmanager ? 60_000 : 0))));
    }

    private Optional<Secret> secret(String key, boolean mayStandHere) {
        Optional<Secret> here = mayStandHere ? optional(key).map(Secret::of) : Optional.empty();
        Optional<Secret> inFile = optional(key + "-file").map(Secret::inFile);
        Optional<Secret> inEnvironment = optional(key + "-env").map(Secret::inEnvironment);
        return here.or(() -> inFile).or(() -> inEnvironment);
    }

    private int number(String key, int usual) {
        String text = optional(key).orElse(Integer.toString(usual));
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(key + " is a whole number, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private List<String> list(String key) {
        return optional(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String required(String key) {
        return optional(key).orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }

    private Optional<String> optional(String key) {
        read.add(key);
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E>> E constant(Class<E> constants, String text, String key) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is one of "
                        + Arrays.stream(constants.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }
}
