package dev.pennant.core.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code prefectures.csv} and {@code units.csv}, and puts counties between the two. */
final class UnitFiles {
    private static final List<String> PREFECTURE_COLUMNS = List.of("code", "name");
    private static final List<String> UNIT_COLUMNS = List.of("code", "name", "county_code", "county", "kind", "zone");
    private static final Set<Unit.Kind> TOWNSHIP_KINDS =
            EnumSet.of(Unit.Kind.SUBDISTRICT, Unit.Kind.TOWN, Unit.Kind.TOWNSHIP);
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");

    private UnitFiles() {}

    static Map<String, Unit> prefectures(CatalogueText text, List<CatalogueProblem> problems) {
        Map<String, Unit> prefectures = new LinkedHashMap<>();
        for (CsvRow row : CsvRow.of(text, PREFECTURE_COLUMNS, problems)) {
            String code = row.code("code", FOUR_DIGITS, "a prefecture has four digits");
            Unit unit = new Unit(code, row.required("name"), Unit.Kind.PREFECTURE, "", Optional.empty());
            if (prefectures.put(code, unit) != null) {
                row.problem("code '" + code + "' stands here a second time");
            }
        }
        return prefectures;
    }

    /** Without any prefecture, as when their file cannot be read, it is not asked which one a county belongs to. */
    static Collection<Unit> townshipsAndCounties(
            CatalogueText text, Map<String, Unit> prefectures, List<CatalogueProblem> problems) {
        Map<String, Unit> counties = new LinkedHashMap<>();
        List<Unit> townships = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (CsvRow row : CsvRow.of(text, UNIT_COLUMNS, problems)) {
            String code = row.code("code", NINE_DIGITS, "a township has nine digits");
            if (!codes.add(code)) {
                row.problem("code '" + code + "' stands here a second time");
            }
            Unit county = county(row, code, prefectures);
            Unit known = counties.putIfAbsent(county.code(), county);
            if (known != null && !known.name().equals(county.name())) {
                row.problem(
                        "county '" + county.name() + "': " + county.code() + " is named " + known.name() + " above");
            }
            String name = row.required("name");
            row.value("kind", YamlMapping.oneOf(TOWNSHIP_KINDS))
                    .ifPresent(kind ->
                            townships.add(new Unit(code, name, kind, row.field("zone"), Optional.of(county.code()))));
        }
        List<Unit> all = new ArrayList<>(counties.values());
        all.addAll(townships);
        return all;
    }

    private static Unit county(CsvRow row, String township, Map<String, Unit> prefectures) {
        String code = row.code("county_code", SIX_DIGITS, "a county has six digits");
        String name = row.required("county");
        boolean wellFormed = SIX_DIGITS.matcher(code).matches();
        if (wellFormed && NINE_DIGITS.matcher(township).matches() && !township.startsWith(code)) {
            row.problem("county_code '" + code + "': the first six digits of the code, " + township.substring(0, 6)
                    + ", are expected");
        }
        String prefecture = wellFormed ? code.substring(0, 4) : "";
        if (wellFormed && !prefectures.isEmpty() && !prefectures.containsKey(prefecture)) {
            row.problem("there is no prefecture '" + prefecture + "' in prefectures.csv");
        }
        return new Unit(code, name, Unit.Kind.COUNTY, "", Optional.of(prefecture));
    }
}
