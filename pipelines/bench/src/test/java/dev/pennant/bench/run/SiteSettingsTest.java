package dev.pennant.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.stack.Ports;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteSettingsTest {
    private static final Path PROFILES = Path.of("profiles");

    @Test
    void theRecordingsOfEachLoadHaveAFolderOfTheirOwn() {
        SiteSettings all = new SiteSettings(Path.of("data"), new Ports(9700), 1, 1, Optional.of(PROFILES));
        assertThat(all.withRecordingsOf("dense").profiles()).contains(PROFILES.resolve("dense"));
        assertThat(all.withRecordingsOf("sparse").profiles()).contains(PROFILES.resolve("sparse"));
    }
}
