package dev.pennant.core.catalogue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code prefectures.csv} and {@code units.csv}, and puts counties between the two. */
final class UnitFiles {
    private static final List<String> PREFECTURE_COLUMNS = List.of("code", "name");
    private static final List<String> UNIT_COLUMNS = List.of("code", "name", "county_code", "county", "kind", "zone");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");
    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");

    private UnitFiles() {}

    static Map<String, Unit> prefectures(String file, Reader text, List<CatalogueProblem> problems) {
        Map<String, Unit> prefectures = new LinkedHashMap<>();
        for (CsvRecord row : rows(file, text, PREFECTURE_COLUMNS, problems)) {
            String code = row.getField(0);
            int line = (int) row.getStartingLineNumber();
            if (!FOUR_DIGITS.matcher(code).matches()) {
                problems.add(new CatalogueProblem(file, line, "code '" + code + "': a prefecture has four digits"));
            }
            Unit unit = new Unit(code, row.getField(1), Unit.Kind.PREFECTURE, "", Optional.empty());
            if (prefectures.put(code, unit) != null) {
                problems.add(new CatalogueProblem(file, line, "code '" + code + "' stands here a second time"));
            }
        }
        return prefectures;
    }

    static Collection<Unit> townshipsAndCounties(
            String file, Reader text, Map<String, Unit> prefectures, List<CatalogueProblem> problems) {
        Map<String, Unit> counties = new LinkedHashMap<>();
        Map<String, Unit> townships = new LinkedHashMap<>();
        for (CsvRecord row : rows(file, text, UNIT_COLUMNS, problems)) {
            int line = (int) row.getStartingLineNumber();
            String code = row.getField(0);
            String countyCode = row.getField(2);
            if (!NINE_DIGITS.matcher(code).matches()) {
                problems.add(new CatalogueProblem(file, line, "code '" + code + "': a township has nine digits"));
                continue;
            }
            if (!SIX_DIGITS.matcher(countyCode).matches() || !code.startsWith(countyCode)) {
                problems.add(new CatalogueProblem(
                        file, line, "county_code '" + countyCode + "': the first six digits of the code are expected"));
                continue;
            }
            String prefecture = code.substring(0, 4);
            if (!prefectures.containsKey(prefecture)) {
                problems.add(new CatalogueProblem(
                        file, line, "there is no prefecture '" + prefecture + "' in prefectures.csv"));
            }
            Unit county = new Unit(countyCode, row.getField(3), Unit.Kind.COUNTY, "", Optional.of(prefecture));
            Unit known = counties.putIfAbsent(countyCode, county);
            if (known != null && !known.equals(county)) {
                problems.add(new CatalogueProblem(
                        file,
                        line,
                        "county '" + row.getField(3) + "': " + countyCode + " is named " + known.name() + " above"));
            }
            kind(row.getField(4), file, line, problems).ifPresent(kind -> {
                Unit unit = new Unit(code, row.getField(1), kind, row.getField(5), Optional.of(countyCode));
                if (townships.put(code, unit) != null) {
                    problems.add(new CatalogueProblem(file, line, "code '" + code + "' stands here a second time"));
                }
            });
        }
        List<Unit> all = new ArrayList<>(counties.values());
        all.addAll(townships.values());
        return all;
    }

    private static Optional<Unit.Kind> kind(String text, String file, int line, List<CatalogueProblem> problems) {
        try {
            return Optional.of(YamlMapping.oneOf(Unit.Kind.class).apply(text));
        } catch (IllegalArgumentException unknown) {
            problems.add(new CatalogueProblem(file, line, "kind '" + text + "': " + unknown.getMessage()));
            return Optional.empty();
        }
    }

    private static List<CsvRecord> rows(
            String file, Reader text, List<String> columns, List<CatalogueProblem> problems) {
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext() || !records.next().getFields().equals(columns)) {
                problems.add(new CatalogueProblem(file, 1, "the first line has to be " + String.join(",", columns)));
                return List.of();
            }
            while (records.hasNext()) {
                CsvRecord row = records.next();
                if (row.getFieldCount() == columns.size()) {
                    rows.add(row);
                } else {
                    problems.add(new CatalogueProblem(
                            file,
                            (int) row.getStartingLineNumber(),
                            "has " + row.getFieldCount() + " columns, not " + columns.size()));
                }
            }
            return rows;
        } catch (CsvParseException mistake) {
            problems.add(new CatalogueProblem(file, 0, mistake.getMessage()));
            return List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
