package dev.pennant.core.catalogue;

import dev.pennant.core.air.AirIndicator;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Rounding;
import dev.pennant.core.revenue.RevenueIndicator;
import dev.pennant.core.revenue.Scope;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code indicators.yaml}. */
final class IndicatorFile {
    private static final String RECEIPTS = "receipts";
    private static final String REPORTED = "reported";
    private static final String AIR = "air";
    private static final String DERIVED = "derived";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ROUNDING = Pattern.compile("(\\d{1,2}) ([a-z-]+)");
    private static final Set<RoundingMode> ROUNDING_MODES = EnumSet.complementOf(EnumSet.of(RoundingMode.UNNECESSARY));

    private IndicatorFile() {}

    static List<IndicatorDefinition> read(CatalogueText text, List<CatalogueProblem> problems) {
        List<IndicatorDefinition> indicators = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        DerivedSources derived = new DerivedSources();
        YamlMapping.of(text, problems).ifPresent(root -> {
            for (YamlMapping entry : root.mappings("indicators")) {
                indicator(entry, ids, derived, problems).ifPresent(indicators::add);
            }
            derived.check(ids);
            root.nothingElse();
        });
        return indicators;
    }

    private static Optional<IndicatorDefinition> indicator(
            YamlMapping entry, Set<String> idsBefore, DerivedSources derived, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<String> id = entry.value("id", IndicatorFile::id);
        id.filter(same -> !idsBefore.add(same))
                .ifPresent(same ->
                        entry.problem(entry.line("id"), "the indicator '" + same + "' is defined a second time"));
        Optional<String> title = entry.text("title");
        Optional<String> titleEn = entry.text("title_en");
        Optional<String> meaning = entry.text("meaning");
        boolean isMoney = !entry.has(REPORTED) && !entry.has(DERIVED) && !entry.has(AIR);
        Optional<Measure> measure = entry.value("measure", isMoney ? IndicatorFile::moneyMeasure : Measure::new);
        Optional<IndicatorDefinition.Direction> direction =
                entry.value("direction", YamlMapping.oneOf(IndicatorDefinition.Direction.class));
        Optional<IndicatorSource> source = source(entry, id.orElse(""), derived, problems);
        Optional<YamlMapping> rounding = entry.mapping("rounding");
        Optional<Rounding> valueRounding = rounding.flatMap(rule -> rule.value("value", IndicatorFile::rounding));
        Optional<Rounding> growthRounding = rounding.flatMap(rule -> rule.value("growth", IndicatorFile::rounding));
        rounding.ifPresent(YamlMapping::nothingElse);
        Optional<Basis> basis = entry.mapping("basis").map(IndicatorFile::basis);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return Optional.of(new IndicatorDefinition(
                id.orElseThrow(),
                title.orElseThrow(),
                titleEn.orElseThrow(),
                meaning.orElseThrow(),
                measure.orElseThrow(),
                direction.orElseThrow(),
                source.orElseThrow(),
                valueRounding.orElseThrow(),
                growthRounding.orElseThrow(),
                basis.orElseThrow()));
    }

    private static Optional<IndicatorSource> source(
            YamlMapping entry, String id, DerivedSources derived, List<CatalogueProblem> problems) {
        if (entry.has(REPORTED)) {
            return entry.mapping(REPORTED).flatMap(reported -> ReportedSource.read(reported, problems));
        }
        if (entry.has(DERIVED)) {
            return entry.mapping(DERIVED).flatMap(others -> derived.read(others, id));
        }
        if (entry.has(AIR)) {
            return air(entry);
        }
        if (entry.textOrEmpty("sum").equals(RECEIPTS)) {
            return Optional.of(new IndicatorSource.OfReceipts());
        }
        Optional<RevenueIndicator.Amount> amount = entry.value("sum", IndicatorFile::amount);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(entry.values("scopes", YamlMapping.oneOf(Scope.class)));
        return amount.map(summed -> new IndicatorSource.OfReports(summed, Collections.unmodifiableSet(scopes)));
    }

    private static Optional<IndicatorSource> air(YamlMapping entry) {
        Optional<Boolean> daily = entry.mapping(AIR).flatMap(air -> {
            Optional<Boolean> every = air.value("every", IndicatorFile::isDaily);
            air.nothingElse();
            return every;
        });
        Optional<OptionalInt> hours = entry.value("id", SustainedAqi::hoursOf);
        if (hours.filter(OptionalInt::isPresent).isPresent()) {
            daily.filter(everyDay -> !everyDay)
                    .ifPresent(
                            monthly -> entry.problem(entry.line(AIR), "hours are of a day: it has to be 'every: day'"));
            return hours.map(named -> new IndicatorSource.OfHourlyAqi(named.getAsInt()));
        }
        Optional<AirIndicator> figure = hours.flatMap(none -> entry.value("id", IndicatorFile::airFigure));
        return figure.isEmpty() || daily.isEmpty()
                ? Optional.empty()
                : Optional.of(new IndicatorSource.OfAir(figure.get(), daily.get()));
    }

    private static AirIndicator airFigure(String text) {
        return AirIndicator.withId(text)
                .orElseThrow(() -> new IllegalArgumentException("an indicator of the air is one of "
                        + AirIndicator.all().stream().map(AirIndicator::id).collect(Collectors.joining(", "))
                        + ", or air-aqi-3h, of as many consecutive hours as it names"));
    }

    private static boolean isDaily(String text) {
        return switch (text) {
            case "month" -> false;
            case "day" -> true;
            default -> throw new IllegalArgumentException("it has to be one of month, day");
        };
    }

    /** What an entry rests on: {@code sourced}, {@code assumed}, or both. */
    static Basis basis(YamlMapping entry) {
        Basis basis = new Basis(entry.textOrEmpty("sourced"), entry.textOrEmpty("assumed"));
        if (basis.sourced().isEmpty() && basis.assumed().isEmpty()) {
            entry.problem(entry.line(), "a basis names what is 'sourced', what is 'assumed', or both");
        }
        entry.nothingElse();
        return basis;
    }

    static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("an id has small letters, digits and single hyphens");
        }
        return text;
    }

    private static RevenueIndicator.Amount amount(String text) {
        try {
            return YamlMapping.oneOf(RevenueIndicator.Amount.class).apply(text);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(unknown.getMessage() + ", " + RECEIPTS, unknown);
        }
    }

    private static Measure moneyMeasure(String text) {
        Measure measure = new Measure(text);
        if (!measure.isMoney()) {
            throw new IllegalArgumentException("a sum of money is given in 亿元, 万元 or 元");
        }
        return measure;
    }

    static Rounding rounding(String text) {
        Matcher matcher = ROUNDING.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a rounding is spelled like '1 half-up'");
        }
        RoundingMode mode = YamlMapping.oneOf(ROUNDING_MODES).apply(matcher.group(2));
        return new Rounding(Integer.parseInt(matcher.group(1)), mode);
    }
}
