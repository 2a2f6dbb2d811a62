package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueFilesTest {
    private static final String LIMITS =
            """
            earliest_period: 2018-02
            first_month: 1
            largest_amount_yuan: 5
            retail_to_revenue: 2
            clock_tolerance_hours: 0
            basis: {sourced: 例}
            """;

    @TempDir
    private Path folder;

    @Test
    void theShippedFilesHaveNoMistakes() throws IOException {
        for (String name : CatalogueFiles.names()) {
            assertThat(CatalogueFiles.check(write(name, shipped(name)))).isEmpty();
        }
    }

    @Test
    void aFolderOverridesOnlyTheFilesItHas() throws IOException {
        write("report-limits.yaml", LIMITS);
        Catalogue catalogue = Catalogue.in(folder);

        assertThat(catalogue.limits().firstMonth()).isEqualTo(1);
        assertThat(catalogue.units().townships()).hasSize(72);
        assertThat(catalogue.indicators()).isEqualTo(Catalogue.shipped().indicators());
    }

    @Test
    void anEmptyFolderGivesTheShippedCatalogue() {
        assertThat(Catalogue.in(folder).limits()).isEqualTo(Catalogue.shipped().limits());
    }

    @Test
    void aFolderThatIsNotThereIsAMistakeAndNotTheShippedCatalogue() {
        Path missing = folder.resolve("catalog");
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> Catalogue.in(missing))
                .withMessage(missing + ": there is no such folder");
    }

    @Test
    void theMistakesOfAllFilesAreNamedAtOnceByFileAndLine() throws IOException {
        Path prefectures = write("prefectures.csv", "code,name\n3305,湖州市\n");
        Path limits = write("report-limits.yaml", LIMITS.replace("first_month: 1", "first_month: 0"));
        Path indicators = write("indicators.yaml", "");

        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> Catalogue.in(folder))
                .satisfies(invalid -> assertThat(invalid.problems())
                        .extracting(CatalogueProblem::toString)
                        .startsWith("units.csv:2: there is no prefecture '3304' in prefectures.csv")
                        .contains(indicators + ": the file is empty")
                        .endsWith(limits + ":2: 'first_month: 0': a month is 1 to 12")
                        .noneMatch(problem -> problem.startsWith(prefectures.toString())));
    }

    @Test
    void aFileIsCheckedTogetherWithThoseBesideIt() throws IOException {
        write("prefectures.csv", "code,name\n3305,湖州市\n");
        write("indicators.yaml", "not even a mapping");
        Path units =
                write("units.csv", "code,name,county_code,county,kind,zone\n330502001,月河街道,330502,吴兴区,subdistrict,\n");

        assertThat(CatalogueFiles.check(units)).isEmpty();
    }

    @Test
    void mistakesAreInTheOrderOfTheLinesAndNameTheFileAsItWasGiven() throws IOException {
        Path file = write("report-limits.yaml", "a: 1\n" + LIMITS.replace("clock_tolerance_hours: 0\n", "") + "z: 1\n");
        assertThat(CatalogueFiles.check(file))
                .extracting(CatalogueProblem::toString)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(file + ":1: 'clock_tolerance_hours' is missing"),
                        second -> assertThat(second).startsWith(file + ":1: 'a' is not known here"),
                        third -> assertThat(third).startsWith(file + ":7: 'z' is not known here"));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoMistakes() throws IOException {
        for (String name : CatalogueFiles.names()) {
            Path file = write(name, "\uFEFF" + shipped(name).replace("\n", "\r\n"));
            assertThat(CatalogueFiles.check(file)).as(name).isEmpty();
        }
        assertThat(Catalogue.in(folder).units().all())
                .containsExactlyElementsOf(Catalogue.shipped().units().all());
    }

    @Test
    void linesAreCountedAlikeWithWindowsLineEnds() throws IOException {
        Path file = write(
                "report-limits.yaml", LIMITS.replace("hours: 0", "hours: x").replace("\n", "\r\n"));
        assertThat(CatalogueFiles.check(file))
                .extracting(CatalogueProblem::line)
                .containsExactly(5);
    }

    @Test
    void anotherEncodingIsNamedWithTheLineWhereItShows() throws IOException {
        for (Charset other : new Charset[] {Charset.forName("GB18030"), Charset.forName("Big5")}) {
            Path file = folder.resolve("prefectures.csv");
            Files.write(file, "code,name\n3304,嘉兴市\n".getBytes(other));
            assertThat(CatalogueFiles.check(file))
                    .containsExactly(new CatalogueProblem(
                            file.toString(), 2, "this is not UTF-8; save the file in that encoding"));
        }
        Path file = write("indicators.yaml", "");
        Files.write(file, "indicators:".getBytes(StandardCharsets.UTF_16));
        assertThat(CatalogueFiles.check(file))
                .extracting(CatalogueProblem::line)
                .containsExactly(1);
    }

    @Test
    void aFileOfAnotherNameIsToldTheNamesThatCount() {
        assertThat(CatalogueFiles.check(folder.resolve("indicators.yml")))
                .extracting(CatalogueProblem::toString)
                .containsExactly(folder.resolve("indicators.yml")
                        + ": a catalogue has no such file; it has prefectures.csv, units.csv, indicators.yaml,"
                        + " report-limits.yaml, retail-categories.csv, receipt-limits.yaml, air-standards.yaml,"
                        + " air-limits.yaml, competitions.yaml, alert-rules.yaml");
        assertThat(CatalogueFiles.check(Path.of("/"))).hasSize(1);
        assertThat(CatalogueFiles.check(Path.of(""))).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadIsAMistakeAndNoError() throws IOException {
        Path missing = folder.resolve("units.csv");
        assertThat(CatalogueFiles.check(missing))
                .containsExactly(new CatalogueProblem(missing.toString(), 0, "there is no such file"));

        Files.createDirectory(missing);
        assertThat(CatalogueFiles.check(missing)).singleElement().satisfies(problem -> assertThat(problem.toString())
                .startsWith(missing + ": the file cannot be read"));
        assertThatExceptionOfType(InvalidCatalogueException.class)
                .isThrownBy(() -> Catalogue.in(folder))
                .withMessageContaining("the file cannot be read");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String shipped(String name) throws IOException {
        return new String(
                CatalogueFilesTest.class
                        .getResourceAsStream("/catalogue/" + name)
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
