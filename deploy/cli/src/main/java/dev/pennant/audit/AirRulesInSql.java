package dev.pennant.audit;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.catalogue.IndicatorSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The standards of the air as constants of a query. They are read from the catalogue's file itself and not through the classes that judge by them, so
 * that what the query says of the air is an opinion of its own. Concentrations are in steps: 1 µg/m³, of CO 0.1 mg/m³.
 */
final class AirRulesInSql {
    private static final String FILE = "/catalogue/air-standards.yaml";

    /** In the order of all arrays of six. */
    private static final List<String> POLLUTANTS = List.of("PM2_5", "PM10", "SO2", "NO2", "CO", "O3");

    private static final List<String> DAILY_COLUMNS =
            List.of("PM2_5_24H", "PM10_24H", "SO2_24H", "NO2_24H", "CO_24H", "O3_8H");
    private static final List<String> HOURLY_COLUMNS =
            List.of("PM2_5_24H", "PM10_24H", "SO2_1H", "NO2_1H", "CO_1H", "O3_1H");
    private static final List<String> LIMITED = List.of("PM2_5", "PM10", "SO2", "NO2", "CO_P95", "O3_P90");

    private AirRulesInSql() {}

    /** The constants as they stand first after {@code WITH}, each with its name and a comma. */
    static String constants() {
        Map<?, ?> file = file();
        Map<?, ?> common = (Map<?, ?>) file.get("common_columns");
        List<String> constants = new ArrayList<>();
        constants.add(numbers((List<?>) file.get("index")) + " AS indices");
        constants.add(array(entries(file, "standards").stream()
                        .map(standard -> standard(standard, common))
                        .toList())
                + " AS standards");
        constants.add(array(entries(file, "annual_limits").stream()
                        .map(AirRulesInSql::limits)
                        .toList())
                + " AS yearly_limits");
        Map<?, ?> percentiles = (Map<?, ?>) file.get("percentiles");
        constants.add(numbers(POLLUTANTS.stream().map(percentiles::get).toList()) + " AS percentile_ranks");
        ((Map<?, ?>) file.get("validity")).forEach((name, number) -> constants.add(number + " AS " + name));
        constants.add(array(Catalogue.shipped().indicators().stream()
                        .filter(AirRulesInSql::isDaily)
                        .map(IndicatorDefinition::id)
                        .map(AirRulesInSql::quoted)
                        .toList())
                + " AS daily_indicators");
        constants.add(array(Catalogue.shipped().sustainedAqi().stream()
                        .map(sustained -> "(" + quoted(sustained.id()) + ", " + sustained.hours() + ")")
                        .toList())
                + " AS indicators_of_hours");
        return constants.stream().map(constant -> "    " + constant + ",\n").collect(Collectors.joining());
    }

    private static Map<?, ?> file() {
        try (InputStream resource = AirRulesInSql.class.getResourceAsStream(FILE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(resource);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Its name, first day, what is beyond the end of a column, what is without an item, the columns of days, that of O3 by the hour, and those of hours. */
    private static String standard(Map<?, ?> standard, Map<?, ?> common) {
        return "(" + quoted(standard.get("id")) + ", " + date(standard) + ", " + quoted(standard.get("beyond_the_end"))
                + ", " + quoted(standard.get("missing_items")) + ", "
                + columns(DAILY_COLUMNS, standard, common) + ", " + numbers(steps("O3_1H", standard, common)) + ", "
                + columns(HOURLY_COLUMNS, standard, common) + ")";
    }

    private static String columns(List<String> columns, Map<?, ?> standard, Map<?, ?> common) {
        return array(columns.stream()
                .map(column -> numbers(steps(column, standard, common)))
                .toList());
    }

    private static List<?> steps(String column, Map<?, ?> standard, Map<?, ?> common) {
        List<?> points = (List<?>) (standard.containsKey(column) ? standard.get(column) : common.get(column));
        return points.stream().map(point -> steps(column, point)).toList();
    }

    private static String limits(Map<?, ?> limits) {
        return "(" + date(limits) + ", "
                + numbers(LIMITED.stream()
                        .map(item -> steps(item, limits.get(item)))
                        .toList())
                + ")";
    }

    private static BigDecimal steps(String item, Object concentration) {
        return new BigDecimal(concentration.toString()).movePointRight(item.startsWith("CO") ? 1 : 0);
    }

    private static List<Map<?, ?>> entries(Map<?, ?> file, String name) {
        List<Map<?, ?>> entries = new ArrayList<>();
        ((List<?>) file.get(name)).forEach(entry -> entries.add((Map<?, ?>) entry));
        return entries;
    }

    private static boolean isDaily(IndicatorDefinition indicator) {
        return indicator.source() instanceof IndicatorSource.OfAir air && air.daily();
    }

    private static String date(Map<?, ?> entry) {
        Date from = (Date) entry.get("from");
        return "toDate('" + from.toInstant().atZone(ZoneOffset.UTC).toLocalDate() + "')";
    }

    private static String numbers(List<?> numbers) {
        return array(numbers.stream().map(Object::toString).toList());
    }

    private static String array(List<String> elements) {
        return elements.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(Object text) {
        return "'" + text + "'";
    }
}
