package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.air.AirStandard;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.air.Pollutant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AirStandardsFileTest {
    private final List<CatalogueProblem> problems = new ArrayList<>();

    @Test
    void theShippedFileHasBothStandardsAndNoMistake() throws IOException {
        AirStandards read = read(shipped()).orElseThrow();

        assertThat(problems).isEmpty();
        assertThat(read.standards()).extracting(AirStandard::id).containsExactly("HJ 633-2012", "HJ 633-2026");
        assertThat(read.validity().hoursOfDay()).isEqualTo(20);
        assertThat(read.percentile(Pollutant.O3)).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[0, 35, 60, 115' | '[0, 65, 60, 115' | [0, 65, 60, 115, 150, 250, 350, 500] does not rise from 0",
                "'[0, 35, 60, 115' | '[0, 35, 60, 99, 115' | 9 concentrations stand against 8 indices",
                "from: 2026-03-01 | from: 2015-03-01 | standards and limits stand in the order of their days",
                "missing_items: published-above-100 | missing_items: guess | 'missing_items: guess': it has to be one of largest-of-the-rest, published-above-100",
                "hours_of_day: 20 | hours_of_day: 19 | hours of a day have to be 20 to 24, and not 19",
                "hours_of_eight: 6 | hours_of_eight: 9 | hours of eight have to be 6 to 8, and not 9",
                "O3: 90} | O3: 100} | the percentile of O3 has to be 1 to 99",
                "CO_P95: 4 | CO_P95: 0 | CO needs a limit above zero",
                "SO2_1H: | SO2_2H: | 'SO2_1H' is missing",
            })
    void aMistakeIsNamedWithItsReason(String right, String wrong, String reason) throws IOException {
        assertThat(read(shipped().replaceFirst(Pattern.quote(right), wrong))).isEmpty();
        assertThat(problems).extracting(CatalogueProblem::reason).contains(reason);
    }

    private Optional<AirStandards> read(String content) {
        return CatalogueText.decode("air-standards.yaml", content.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(text -> AirStandardsFile.read(text, problems));
    }

    private static String shipped() throws IOException {
        return new String(
                AirStandardsFileTest.class
                        .getResourceAsStream("/catalogue/air-standards.yaml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
