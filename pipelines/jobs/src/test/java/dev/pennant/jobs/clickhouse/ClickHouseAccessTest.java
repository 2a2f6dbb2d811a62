package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseAccessTest {
    private static final ClickHouseAccess ACCESS = ClickHouseAccess.to("jdbc:clickhouse://host:8123/pennant", "writer");

    @Test
    void thePasswordIsGivenToTheDriverAndNeverPrinted() throws Exception {
        ClickHouseAccess access = InstantiationUtil.clone(ACCESS.withPassword("hunter2"));

        assertThat(access.credentials()).containsEntry("user", "writer").containsEntry("password", "hunter2");
        assertThat(access).hasToString("writer at jdbc:clickhouse://host:8123/pennant");
    }

    @Test
    void aPasswordFileIsReadEachTimeSoThatItCanBeRotated(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("password");
        ClickHouseAccess access = ACCESS.withPasswordFile(file);

        assertThatThrownBy(access::credentials).isInstanceOf(NoSuchFileException.class);
        Files.writeString(file, "first\n");
        assertThat(access.credentials()).containsEntry("password", "first");
        Files.writeString(file, "second");
        assertThat(access.credentials()).containsEntry("password", "second");
    }

    @Test
    void aPasswordFromTheEnvironmentIsReadThereAndItsAbsenceIsSaid() throws Exception {
        assertThat(ACCESS.withPasswordFromEnvironment("PATH").credentials())
                .containsEntry("password", System.getenv("PATH"));
        assertThatThrownBy(() ->
                        ACCESS.withPasswordFromEnvironment("PENNANT_NOT_SET").credentials())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PENNANT_NOT_SET");
    }

    @Test
    void aUrlWithCredentialsIsRefusedWithoutRepeatingThem() {
        for (String url : new String[] {
            "jdbc:clickhouse://writer:hunter2@host:8123/pennant", "jdbc:ch://host/pennant?Password=hunter2", "hunter2"
        }) {
            assertThatThrownBy(() -> ClickHouseAccess.to(url, "writer"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("hunter2");
        }
    }
}
