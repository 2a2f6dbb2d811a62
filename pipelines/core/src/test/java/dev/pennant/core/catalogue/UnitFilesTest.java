package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitFilesTest {
    private static final String HEADER = "code,name,county_code,county,kind,zone\n";
    private static final String DANGHU = "330482001,当湖街道,330482,平湖市,subdistrict,\n";
    private static final Map<String, Unit> JIAXING =
            Map.of("3304", new Unit("3304", "嘉兴市", Unit.Kind.PREFECTURE, "", Optional.empty()));

    private final List<CatalogueProblem> problems = new ArrayList<>();

    @Test
    void countiesStandBeforeTheirTownships() {
        assertThat(units(HEADER + DANGHU + "330482101,乍浦镇,330482,平湖市,town,港区\n"))
                .containsExactly(
                        new Unit("330482", "平湖市", Unit.Kind.COUNTY, "", Optional.of("3304")),
                        new Unit("330482001", "当湖街道", Unit.Kind.SUBDISTRICT, "", Optional.of("330482")),
                        new Unit("330482101", "乍浦镇", Unit.Kind.TOWN, "港区", Optional.of("330482")));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "33048200,新,330482,平湖市,town, | code '33048200': a township has nine digits",
                "３３０４８２００２,新,330482,平湖市,town, | code '３３０４８２００２': a township has nine digits",
                "330482001,新,330482,平湖市,town, | code '330482001' stands here a second time",
                "330482002,新,330402,南湖区,town, | county_code '330402': the first six digits of the code, 330482, are expected",
                "330482002,新,3304820,平湖市,town, | county_code '3304820': a county has six digits",
                "330482002,新,330482,平湖,town, | county '平湖': 330482 is named 平湖市 above",
                "330582002,新,330582,新市,town, | there is no prefecture '3305' in prefectures.csv",
                "330482002,新,330482,平湖市,city, | kind 'city': it has to be one of subdistrict, town, township",
                "330482002,新,330482,平湖市,county, | kind 'county': it has to be one of subdistrict, town, township",
                "330482002,,330482,平湖市,town, | 'name' needs a value",
                "330482002, ,330482,平湖市,town, | 'name' needs a value",
                "330482002,新,330482,平湖市,town | has 5 columns, not 6: code,name,county_code,county,kind,zone",
                "330482002,新,330482,平湖市,town,,, | has 8 columns, not 6: code,name,county_code,county,kind,zone",
            })
    void aMistakeInARowIsNamedWithItsLine(String row, String reason) {
        units(HEADER + DANGHU + "\n" + row + "\n");
        assertThat(problems).containsExactly(new CatalogueProblem("units.csv", 4, reason));
    }

    @Test
    void allMistakesOfAllRowsAreNamedAtOnce() {
        units(HEADER + "1,,2,,city,\n1\n" + DANGHU + "330482001,\"当\n湖\",330482,平湖,town,\n3,");
        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactlyInAnyOrder(
                        "units.csv:2: code '1': a township has nine digits",
                        "units.csv:2: 'name' needs a value",
                        "units.csv:2: county_code '2': a county has six digits",
                        "units.csv:2: 'county' needs a value",
                        "units.csv:2: kind 'city': it has to be one of subdistrict, town, township",
                        "units.csv:3: has 1 columns, not 6: code,name,county_code,county,kind,zone",
                        "units.csv:5: code '330482001' stands here a second time",
                        "units.csv:5: county '平湖': 330482 is named 平湖市 above",
                        "units.csv:7: has 2 columns, not 6: code,name,county_code,county,kind,zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code,name,county_code,county,kind\n",
                "code,name,county,county_code,kind,zone\n",
                "code;name;county_code;county;kind;zone\n",
                "Code,Name,County_Code,County,Kind,Zone\n",
                DANGHU
            })
    void anotherHeaderIsNamedWithTheRightOne(String header) {
        units(header + DANGHU);
        assertThat(problems)
                .containsExactly(new CatalogueProblem(
                        "units.csv", 1, "the first line has to be code,name,county_code,county,kind,zone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "  "})
    void anEmptyFileIsSaidToBeEmpty(String text) {
        units(text);
        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly(
                        "units.csv: the file is empty; its first line has to be code,name,county_code,county,kind,zone");
    }

    @Test
    void aHeaderWithoutRowsIsNoCatalogue() {
        units(HEADER);
        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly("units.csv: nothing stands under the first line");
    }

    @Test
    void aQuoteThatIsNotClosedIsNamedWithTheLineWhereItsRowBegins() {
        units(HEADER + "1,新,330482,平湖市,town,\n" + "330482002,\"新,330482,平湖市,town,\n" + DANGHU);
        assertThat(problems).extracting(CatalogueProblem::line).containsExactlyInAnyOrder(2, 3);
        assertThat(problems).anyMatch(problem -> problem.reason().startsWith("this is no CSV: Unclosed quoted field"));
    }

    @Test
    void prefecturesAreCheckedLikewise() {
        UnitFiles.prefectures(new CatalogueText("prefectures.csv", "code,name\n33O4,嘉兴市\n3304,\n3304,嘉兴市\n"), problems);
        assertThat(problems)
                .extracting(CatalogueProblem::toString)
                .containsExactly(
                        "prefectures.csv:2: code '33O4': a prefecture has four digits",
                        "prefectures.csv:3: 'name' needs a value",
                        "prefectures.csv:4: code '3304' stands here a second time");
    }

    private Collection<Unit> units(String text) {
        return UnitFiles.townshipsAndCounties(new CatalogueText("units.csv", text), JIAXING, problems);
    }
}
