package dev.pennant.stack.clickhouse;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The passwords of one data folder: random, made once, readable by the folder's owner only. */
public final class ClickHouseCredentials {
    private static final String FILE = "clickhouse/credentials.properties";
    private static final int PASSWORD_BYTES = 24;

    private final Map<ClickHouseUser, String> passwords;

    private ClickHouseCredentials(Map<ClickHouseUser, String> passwords) {
        this.passwords = passwords;
    }

    /**
     * The passwords of a data folder in which a ClickHouse server was started before.
     *
     * @throws IOException when there are none, or the file cannot be read
     */
    public static ClickHouseCredentials read(Path dataFolder) throws IOException {
        return new ClickHouseCredentials(passwordsIn(dataFolder.resolve(FILE)));
    }

    /** The passwords of a data folder, made and kept for whichever user has none yet. */
    static ClickHouseCredentials readOrCreate(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        Map<ClickHouseUser, String> passwords =
                Files.exists(file) ? passwordsIn(file) : new EnumMap<>(ClickHouseUser.class);
        if (passwords.size() < ClickHouseUser.values().length) {
            SecureRandom random = new SecureRandom();
            for (ClickHouseUser user : ClickHouseUser.values()) {
                passwords.computeIfAbsent(user, absent -> password(random));
            }
            write(file, passwords);
        }
        return new ClickHouseCredentials(passwords);
    }

    /** The password of a user, in plain text. */
    public String password(ClickHouseUser user) {
        return passwords.get(user);
    }

    /** What {@code users.xml} reads from the environment of the server. */
    Map<String, String> environment() {
        return passwords.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().passwordVariable(), entry -> sha256(entry.getValue())));
    }

    /** Names the users only: passwords do not belong in a log. */
    @Override
    public String toString() {
        return "ClickHouseCredentials" + passwords.keySet();
    }

    private static Map<ClickHouseUser, String> passwordsIn(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new StringReader(Files.readString(file, StandardCharsets.UTF_8))) {
            properties.load(reader);
        }
        Map<ClickHouseUser, String> passwords = new EnumMap<>(ClickHouseUser.class);
        for (ClickHouseUser user : ClickHouseUser.values()) {
            String password = properties.getProperty(user.id());
            if (password != null) {
                passwords.put(user, password);
            }
        }
        return passwords;
    }

    private static void write(Path file, Map<ClickHouseUser, String> passwords) throws IOException {
        String content = passwords.entrySet().stream()
                .map(entry -> entry.getKey().id() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Path draft = Files.createTempFile(
                file.getParent(),
                "credentials",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String password) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
