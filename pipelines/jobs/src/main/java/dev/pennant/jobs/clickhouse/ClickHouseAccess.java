package dev.pennant.jobs.clickhouse;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/**
 * How a job reaches ClickHouse. Travels to the task managers with the job; a password named by a file or by an environment
 * variable is read there, when a connection is opened, and so can be rotated without a new job.
 */
public final class ClickHouseAccess implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    private enum PasswordIn {
        HERE,
        FILE,
        ENVIRONMENT
    }

    private final String url;
    private final String user;
    private final PasswordIn passwordIn;
    private final String password;
    private final Duration timeout;

    private ClickHouseAccess(String url, String user, PasswordIn passwordIn, String password, Duration timeout) {
        this.url = requireNonNull(url);
        this.user = requireNonNull(user);
        this.passwordIn = passwordIn;
        this.password = requireNonNull(password);
        this.timeout = requireNonNull(timeout);
    }

    /**
     * Access without a password.
     *
     * @param url {@code jdbc:clickhouse://host:port/database}, without credentials: a URL is logged, a password never is
     * @param user the user, who needs INSERT on the tables written to and nothing else
     */
    public static ClickHouseAccess to(String url, String user) {
        if (!url.startsWith("jdbc:clickhouse:") && !url.startsWith("jdbc:ch:")) {
            throw new IllegalArgumentException("A ClickHouse URL starts with jdbc:clickhouse:, but this one does not");
        }
        if (url.indexOf('@') >= 0 || url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new IllegalArgumentException("A ClickHouse URL must not carry credentials: pass them on their own");
        }
        return new ClickHouseAccess(url, user, PasswordIn.HERE, "", USUAL_TIMEOUT);
    }

    /** With the password itself, which then travels in the job graph. */
    public ClickHouseAccess withPassword(String secret) {
        return new ClickHouseAccess(url, user, PasswordIn.HERE, secret, timeout);
    }

    /** With the password that stands in a file (UTF-8, a line end after it is ignored). */
    public ClickHouseAccess withPasswordFile(Path file) {
        return new ClickHouseAccess(url, user, PasswordIn.FILE, file.toString(), timeout);
    }

    /** With the password that stands in an environment variable. */
    public ClickHouseAccess withPasswordFromEnvironment(String variable) {
        return new ClickHouseAccess(url, user, PasswordIn.ENVIRONMENT, variable, timeout);
    }

    /** With a limit on the silence of the server during one request (60 seconds unless told otherwise). */
    public ClickHouseAccess withTimeout(Duration silence) {
        return new ClickHouseAccess(url, user, passwordIn, password, silence);
    }

    String url() {
        return url;
    }

    Duration timeout() {
        return timeout;
    }

    /** The credentials as the driver wants them. */
    Properties credentials() throws IOException {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", readPassword());
        return credentials;
    }

    private String readPassword() throws IOException {
        return switch (passwordIn) {
            case HERE -> password;
            case FILE ->
                Files.readString(Path.of(password), StandardCharsets.UTF_8).stripTrailing();
            case ENVIRONMENT -> {
                String secret = System.getenv(password);
                if (secret == null) {
                    throw new IOException("The password of ClickHouse user " + user + " is to be in the environment"
                            + " variable " + password + ", which is not set");
                }
                yield secret;
            }
        };
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
