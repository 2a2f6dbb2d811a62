package dev.pennant.core.catalogue;

import dev.pennant.core.report.GrowthKind;
import dev.pennant.core.report.LowerKind;
import dev.pennant.core.report.ReportedIndicator.Cadence;
import dev.pennant.core.report.ReportedIndicator.Range;
import dev.pennant.core.report.ReportedIndicator.RollUp;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the entry {@code reported} of an indicator: how departments report it. */
final class ReportedSource {
    private static final String NUMBER = "(-?\\d{1,15}(?:\\.\\d{1,10})?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + " to " + NUMBER);
    private static final List<String> KINDS = Stream.concat(
                    Arrays.stream(Unit.Kind.values()).map(Unit.Kind::id), LowerKind.ids().stream())
            .toList();

    private ReportedSource() {}

    static Optional<IndicatorSource> read(YamlMapping entry, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Set<String> kinds = new TreeSet<>(entry.values("for", ReportedSource::kind));
        Optional<Cadence> cadence = entry.value("every", ReportedSource::cadence);
        Optional<Range> range = entry.value("range", ReportedSource::range);
        Optional<RollUp> rollUp = entry.value("parts", YamlMapping.oneOf(RollUp.class));
        Optional<GrowthKind> growth = entry.value("growth", YamlMapping.oneOf(GrowthKind.class));
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        return Optional.of(new IndicatorSource.OfDepartments(
                kinds, cadence.orElseThrow(), range.orElseThrow(), rollUp.orElseThrow(), growth.orElseThrow()));
    }

    private static String kind(String text) {
        if (!KINDS.contains(text)) {
            throw new IllegalArgumentException("it has to be one of " + String.join(", ", KINDS));
        }
        return text;
    }

    private static Cadence cadence(String text) {
        return switch (text) {
            case "month" -> Cadence.MONTHLY;
            case "day" -> Cadence.DAILY;
            default -> throw new IllegalArgumentException("it has to be one of month, day");
        };
    }

    private static Range range(String text) {
        Matcher numbers = RANGE.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("a range is spelled like '0 to 100'");
        }
        return new Range(new BigDecimal(numbers.group(1)), new BigDecimal(numbers.group(2)));
    }
}
