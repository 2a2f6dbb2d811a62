package dev.pennant.stack.clickhouse;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.IndicatorDefinition;
import dev.pennant.core.catalogue.IndicatorSource;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.catalogue.Units;
import dev.pennant.core.derived.DerivedIndicator;
import dev.pennant.core.derived.Formula;
import dev.pennant.core.report.GrowthKind;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.retail.RetailCategory;
import dev.pennant.core.revenue.Scope;
import dev.pennant.core.standings.Competition;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue's units, indicators, categories and standards as tables, so that figures are read with their names and definitions. */
public final class CatalogueTables {
    private static final String UNITS = "units";
    private static final String INDICATORS = "indicator_definitions";
    private static final String CATEGORIES = "retail_category_definitions";
    private static final String COMPETITIONS = "competition_definitions";
    private static final String AIR = "air_definitions";

    /** Their names, in database {@code pennant}; nothing else fills them. */
    public static final List<String> NAMES = List.of(UNITS, INDICATORS, CATEGORIES, COMPETITIONS, AIR);

    private CatalogueTables() {}

    /**
     * Makes the tables say what the catalogue says, also that something is no longer in it.
     *
     * @throws IOException when the server cannot be reached
     */
    public static void load(ClickHouseClient migrator, Catalogue catalogue) throws IOException {
        Units units = catalogue.units();
        replace(
                migrator,
                UNITS,
                "(code, name, county_code, county, kind, zone, parent)",
                units.all().stream().map(unit -> row(unit, units)).toList());
        replace(
                migrator,
                INDICATORS,
                "(id, title, title_en, meaning, measure, direction, fen_power, amount, scopes, value_decimals, growth_decimals,"
                        + " growth_mode, sourced, assumed, kinds, parts, growth_kind, formula, operation, inputs)",
                catalogue.indicators().stream().map(CatalogueTables::row).toList());
        replace(
                migrator,
                CATEGORIES,
                "(id, name)",
                catalogue.categories().all().stream().map(CatalogueTables::row).toList());
        replace(
                migrator,
                COMPETITIONS,
                "(id, title, title_en, periods, max_points, red, black, sourced, assumed, position)",
                catalogue.competitions().stream()
                        .map(competition ->
                                row(competition, catalogue.competitions().indexOf(competition)))
                        .toList());
        replace(migrator, AIR, AirDefinition.COLUMNS, List.of(AirDefinition.row(catalogue.airStandards())));
    }

    /** Fills a copy and swaps it in, so that a reader never meets a table that is half full. */
    private static void replace(ClickHouseClient migrator, String table, String columns, List<String> rows)
            throws IOException {
        String draft = "pennant." + table + "_draft";
        migrator.query("DROP TABLE IF EXISTS " + draft + " SYNC");
        migrator.query("CREATE TABLE " + draft + " AS pennant." + table);
        if (!rows.isEmpty()) {
            migrator.query("INSERT INTO " + draft + " " + columns + " VALUES " + String.join(",", rows));
        }
        migrator.query("EXCHANGE TABLES " + draft + " AND pennant." + table);
        migrator.query("DROP TABLE " + draft + " SYNC");
    }

    private static String row(Unit unit, Units units) {
        Optional<Unit> county = county(unit, units);
        return tuple(Stream.of(
                quoted(unit.code()),
                quoted(unit.name()),
                quoted(county.map(Unit::code).orElse("")),
                quoted(county.map(Unit::name).orElse("")),
                quoted(unit.kind().id()),
                quoted(unit.zone()),
                quoted(unit.parent().orElse(""))));
    }

    private static Optional<Unit> county(Unit unit, Units units) {
        return units.lineage(unit.code()).stream()
                .flatMap(code -> units.withCode(code).stream())
                .filter(ancestor -> ancestor.kind() == Unit.Kind.COUNTY)
                .findFirst();
    }

    private static String row(IndicatorDefinition indicator) {
        return tuple(Stream.of(
                quoted(indicator.id()),
                quoted(indicator.title()),
                quoted(indicator.titleEn()),
                quoted(indicator.meaning()),
                quoted(indicator.measure().symbol()),
                quoted(indicator.direction().id()),
                Integer.toString(
                        indicator.measure().isMoney() ? indicator.measure().powerOfTenFen() : 0),
                quoted(summed(indicator.source())),
                array(scopes(indicator.source()).stream()
                        .map(Scope::id)
                        .sorted()
                        .toList()),
                Integer.toString(indicator.valueRounding().decimals()),
                Integer.toString(indicator.growthRounding().decimals()),
                quoted(spelled(indicator.growthRounding().mode())),
                quoted(indicator.basis().sourced()),
                quoted(indicator.basis().assumed()),
                array(indicator
                        .reportedIndicator()
                        .map(ReportedIndicator::kinds)
                        .orElse(Set.of())),
                quoted(indicator
                        .reportedIndicator()
                        .map(reported -> spelled(reported.rollUp()))
                        .orElse("")),
                quoted(growthKind(indicator)),
                quoted(formula(indicator).map(Formula::toString).orElse("")),
                quoted(formula(indicator).map(made -> made.operation().id()).orElse("")),
                array(formula(indicator).map(Formula::inputs).orElse(List.of()))));
    }

    private static Optional<Formula> formula(IndicatorDefinition indicator) {
        return indicator.derivedIndicator().map(DerivedIndicator::formula);
    }

    /** Of the air the changes of shares are in points, as everywhere. */
    private static String growthKind(IndicatorDefinition indicator) {
        if (indicator.source() instanceof IndicatorSource.OfDepartments reported) {
            return spelled(reported.growth());
        }
        if (indicator.source() instanceof IndicatorSource.Derived derived) {
            return spelled(derived.growth());
        }
        return spelled(indicator.measure().symbol().equals("%") ? GrowthKind.POINTS : GrowthKind.PERCENT);
    }

    private static String summed(IndicatorSource source) {
        if (source instanceof IndicatorSource.OfReports reports) {
            return spelled(reports.amount());
        }
        if (source instanceof IndicatorSource.Derived) {
            return "derived";
        }
        if (source instanceof IndicatorSource.OfAir) {
            return "air";
        }
        if (source instanceof IndicatorSource.OfHourlyAqi) {
            return "air-hours";
        }
        return source instanceof IndicatorSource.OfDepartments ? "reported" : "receipts";
    }

    private static Set<Scope> scopes(IndicatorSource source) {
        return source instanceof IndicatorSource.OfReports reports ? reports.scopes() : Set.of();
    }

    private static String row(RetailCategory category) {
        return tuple(Stream.of(quoted(category.id()), quoted(category.name())));
    }

    private static String row(Competition competition, int position) {
        return tuple(Stream.of(
                quoted(competition.id()),
                quoted(competition.title()),
                quoted(competition.titleEn()),
                quoted(competition.cadence().spelled()),
                competition.mostPoints().toPlainString(),
                Integer.toString(competition.publication().first()),
                Integer.toString(competition.publication().last()),
                quoted(competition.sourced()),
                quoted(competition.assumed()),
                Integer.toString(position)));
    }

    /** A constant as the catalogue spells it. */
    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String tuple(Stream<String> values) {
        return values.collect(Collectors.joining(",", "(", ")"));
    }

    private static String array(Collection<String> texts) {
        return texts.stream().map(CatalogueTables::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
