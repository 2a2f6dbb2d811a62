package dev.pennant.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pennant.wall.http.WallServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class WallTest {
    @TempDir
    private Path folder;

    @Test
    void itServesWhatItsOptionsName() throws IOException, InterruptedException {
        try (WallServer wall =
                Wall.of(arguments("--host", "127.0.0.1", "--port", "0")).start(Map.of())) {
            HttpResponse<String> boards = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wall.port() + "/api/boards"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(boards.body()).isEqualTo("[]");
        }
    }

    @Test
    void optionsThatMakeNoSenseAreNamed() {
        assertThatThrownBy(() -> Wall.of("--bords", "x")).hasMessage("There is no option --bords.");
        assertThatThrownBy(() -> Wall.of("--boards")).hasMessage("--boards needs a value.");
        assertThatThrownBy(() -> Wall.of("--boards", "x").start(Map.of())).hasMessage("--clickhouse-url is missing.");
        assertThatThrownBy(() -> Wall.of(arguments("--port", "eighty")).start(Map.of()))
                .hasMessageStartingWith("--port is a number");
        assertThatThrownBy(() -> Wall.of(arguments(
                                "--clickhouse-password-file",
                                folder.resolve("no").toString()))
                        .start(Map.of()))
                .isInstanceOf(IOException.class);
    }

    private String[] arguments(String... more) {
        String[] arguments = new String[more.length + 6];
        String[] usual = {
            "--clickhouse-url", "http://127.0.0.1:1", "--boards", folder.toString(), "--viewer", folder.toString()
        };
        System.arraycopy(usual, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return arguments;
    }
}
