package dev.pennant.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClickHouseCredentialsTest {
    @TempDir
    private Path data;

    private Path file;

    @BeforeEach
    void folder() throws IOException {
        file = Files.createDirectories(data.resolve("clickhouse")).resolve("credentials.properties");
    }

    @Test
    void everyUserHasAPasswordOfItsOwnThatLasts() throws IOException {
        ClickHouseCredentials first = ClickHouseCredentials.readOrCreate(data);
        assertThat(Arrays.stream(ClickHouseUser.values()).map(first::password))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(ClickHouseCredentials.read(data).environment()).isEqualTo(first.environment());
    }

    @Test
    void aUserThatIsNewGetsAPasswordAndTheOthersKeepTheirs() throws IOException {
        Files.writeString(file, "writer=w\nanalyst=a\n", StandardCharsets.UTF_8);
        ClickHouseCredentials credentials = ClickHouseCredentials.readOrCreate(data);
        assertThat(credentials.password(ClickHouseUser.WRITER)).isEqualTo("w");
        assertThat(credentials.password(ClickHouseUser.WALL)).isNotBlank();
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("analyst=a\n", "wall=");
    }

    @Test
    void theServerIsToldTheHashAndALogNothing() throws IOException {
        Files.writeString(file, "writer=secret\n", StandardCharsets.UTF_8);
        ClickHouseCredentials credentials = ClickHouseCredentials.readOrCreate(data);
        assertThat(credentials.environment())
                .hasSize(ClickHouseUser.values().length)
                .containsEntry(
                        "PENNANT_CLICKHOUSE_WRITER_SHA256",
                        "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");
        assertThat(credentials).hasToString("ClickHouseCredentials[WRITER, MIGRATOR, GRAFANA, WALL, ANALYST]");
    }
}
