package dev.pennant.core.catalogue;

import dev.pennant.core.alerts.AlertLevel;
import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.alerts.Cadence;
import dev.pennant.core.alerts.Condition;
import dev.pennant.core.alerts.MessageTemplate;
import dev.pennant.core.alerts.Reading;
import dev.pennant.core.alerts.RuleUnits;
import dev.pennant.core.alerts.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code alert-rules.yaml}, and rules files of one's own. */
final class AlertRulesFile {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int ALL = 100;
    private static final int REVISION_BYTES = 4;

    private AlertRulesFile() {}

    static List<WrittenRule> read(CatalogueText text, AlertRuleNames names, List<CatalogueProblem> problems) {
        List<WrittenRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        YamlMapping.of(text, problems).ifPresent(root -> {
            for (YamlMapping entry : root.mappings("rules")) {
                rule(entry, names, problems).ifPresent(written -> {
                    if (ids.add(written.rule().id())) {
                        rules.add(written);
                    } else {
                        entry.problem(
                                entry.line("id"), "the rule '" + written.rule().id() + "' is defined a second time");
                    }
                });
            }
            root.nothingElse();
        });
        return rules;
    }

    static Optional<WrittenRule> rule(YamlMapping entry, AlertRuleNames names, List<CatalogueProblem> problems) {
        int problemsBefore = problems.size();
        Optional<String> id = entry.value("id", AlertRulesFile::id);
        Optional<String> title = entry.text("title");
        Optional<String> titleEn = entry.text("title_en");
        Optional<AlertLevel> level = entry.value("level", YamlMapping.oneOf(AlertLevel.class));
        Set<Subject> subjects = subjects(entry, names);
        RuleUnits units = units(entry, names);
        Cadence every = entry.has("every")
                ? entry.value("every", YamlMapping.oneOf(Cadence.class)).orElse(Cadence.MONTH)
                : Cadence.MONTH;
        Optional<Condition> condition = entry.mapping("when").flatMap(when -> AlertConditions.read(when, names));
        condition.ifPresent(met -> fits(met, subjects, entry));
        Duration hold = entry.has("hold")
                ? entry.value("hold", AlertRulesFile::duration).orElse(Duration.ZERO)
                : Duration.ZERO;
        int coverage = entry.has("minimum_coverage")
                ? entry.value("minimum_coverage", AlertRulesFile::percent).orElse(ALL)
                : ALL;
        Optional<MessageTemplate> message = entry.value("message", MessageTemplate::new);
        Optional<MessageTemplate> messageEn = entry.value("message_en", MessageTemplate::new);
        Optional<Basis> basis = entry.mapping("basis").map(IndicatorFile::basis);
        entry.nothingElse();
        if (problems.size() > problemsBefore) {
            return Optional.empty();
        }
        String text = entry.yaml();
        return Optional.of(new WrittenRule(
                new AlertRule(
                        id.orElseThrow(),
                        title.orElseThrow(),
                        titleEn.orElseThrow(),
                        level.orElseThrow(),
                        subjects,
                        units,
                        every,
                        condition.orElseThrow(),
                        hold,
                        coverage,
                        message.orElseThrow(),
                        messageEn.orElseThrow(),
                        basis.orElseThrow().assumed(),
                        revision(text)),
                text));
    }

    private static Set<Subject> subjects(YamlMapping entry, AlertRuleNames names) {
        if (entry.has("indicators") == entry.has("competitions")) {
            entry.problem(entry.line(), "a rule names its 'indicators' or its 'competitions', one of both");
            return Set.of();
        }
        return new HashSet<>(
                entry.has("indicators")
                        ? entry.values("indicators", names::indicator)
                        : entry.values("competitions", names::competition));
    }

    private static RuleUnits units(YamlMapping entry, AlertRuleNames names) {
        if (!entry.has("kinds") && !entry.has("units")) {
            entry.problem(entry.line(), "a rule says of which units it speaks: 'kinds', 'units', or both");
        }
        return new RuleUnits(
                entry.has("kinds") ? new HashSet<>(entry.values("kinds", names::kind)) : Set.of(),
                entry.has("units") ? new HashSet<>(entry.values("units", names::unit)) : Set.of());
    }

    /** Ranks are of competitions, and what a region has as a whole is of indicators. */
    private static void fits(Condition condition, Set<Subject> subjects, YamlMapping entry) {
        boolean ofIndicators = subjects.stream().anyMatch(Subject::isIndicator);
        boolean ofCompetitions = !subjects.isEmpty() && !ofIndicators;
        if (ofIndicators && condition.reading() == Reading.RANK) {
            entry.problem(entry.line("when"), "ranks are of 'competitions', not of 'indicators'");
        }
        if (ofCompetitions && (condition.comparedWith().isPresent() || condition.reading() == Reading.GROWTH)) {
            entry.problem(
                    entry.line("when"), "a competition has scores and ranks, no growth and no figure of the region");
        }
    }

    private static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("an id has small letters, digits and single hyphens");
        }
        return text;
    }

    /** An ISO 8601 duration that is not negative: {@code PT30M}, {@code P2D}. */
    static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new IllegalArgumentException("a time cannot be negative");
            }
            return duration;
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("a time is spelled like PT30M, PT36H or P2D", none);
        }
    }

    private static int percent(String text) {
        int percent = text.matches("\\d{1,3}") ? Integer.parseInt(text) : ALL + 1;
        if (percent > ALL) {
            throw new IllegalArgumentException("a coverage is a whole number of percent, 0 to 100");
        }
        return percent;
    }

    private static String revision(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, REVISION_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
