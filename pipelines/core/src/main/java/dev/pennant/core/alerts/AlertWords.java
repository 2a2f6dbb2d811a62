package dev.pennant.core.alerts;

import dev.pennant.core.alerts.MessageTemplate.Place;
import dev.pennant.core.indicator.Rounding;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts an alert into words: the rule's message with the names and figures in it, and where it is not the whole truth, why. */
public final class AlertWords implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String NOTHING = "–";
    private static final Rounding PLAIN = new Rounding(2, RoundingMode.HALF_UP);

    private final HashMap<String, String> unitNames;
    private final HashMap<Subject, SubjectWords> subjects;

    /**
     * @param unitNames names of units by code; a unit without one is named by its code
     * @param subjects how the figures of a subject are read
     */
    public AlertWords(Map<String, String> unitNames, Map<Subject, SubjectWords> subjects) {
        this.unitNames = new HashMap<>(unitNames);
        this.subjects = new HashMap<>(subjects);
    }

    /** As people call the unit; its code where it has no name. */
    String unitName(Figure figure) {
        String known = figure.unitName().isEmpty() ? figure.unit() : figure.unitName();
        return unitNames.getOrDefault(figure.unit(), known);
    }

    /** Chinese title of a subject; its id where it has none. */
    String title(Subject subject) {
        return wordsOf(subject).title();
    }

    String chinese(AlertRule rule, Subject subject, Figure figure, TrackedAlert alert) {
        SubjectWords read = wordsOf(subject);
        Map<Place, String> words = words(rule, figure, alert, read, "个百分点");
        words.put(Place.SUBJECT, read.title());
        words.put(Place.LEVEL, rule.level().title());
        words.put(Place.PERIOD, figure.periodLabel());
        String about = words.get(Place.UNIT) + read.title() + figure.periodLabel() + "：“" + rule.title() + "”预警";
        String now = words.getOrDefault(Place.VALUE, NOTHING);
        String cause = alert.met() ? rule.message().filled(words) : about + "延续，现为" + now + "，未达解除线";
        return switch (alert.reason()) {
            case CAUSE_STANDS -> cause;
            case HOLDING -> cause + "（观察中）";
            case HELD_BACK -> cause + "（数据未齐，已报" + words.get(Place.REPORTED) + "/" + words.get(Place.EXPECTED) + "，暂缓）";
            case CLEARED -> cause + "（后期已恢复）";
            case CONTINUED -> cause + "（后期延续）";
            case REVISED -> about + "撤销，数据修订后为" + now;
            case RULE_CHANGED -> about + "撤销，规则已变更";
        };
    }

    String english(AlertRule rule, Subject subject, Figure figure, TrackedAlert alert) {
        SubjectWords read = wordsOf(subject);
        Map<Place, String> words = words(rule, figure, alert, read, " points");
        words.put(Place.SUBJECT, read.titleEn());
        words.put(Place.LEVEL, rule.level().id());
        words.put(Place.PERIOD, figure.period());
        String about = read.titleEn() + " of " + words.get(Place.UNIT) + " through " + figure.period() + ": '"
                + rule.titleEn() + "' ";
        String now = words.getOrDefault(Place.VALUE, NOTHING);
        String cause =
                alert.met() ? rule.messageEn().filled(words) : about + "goes on, " + now + " does not clear it yet";
        return switch (alert.reason()) {
            case CAUSE_STANDS -> cause;
            case HOLDING -> cause + " (being watched)";
            case HELD_BACK ->
                cause + " (held back: " + words.get(Place.REPORTED) + " of " + words.get(Place.EXPECTED)
                        + " have reported)";
            case CLEARED -> cause + " (cleared since)";
            case CONTINUED -> cause + " (continues in a later period)";
            case REVISED -> about + "is withdrawn: revised to " + now;
            case RULE_CHANGED -> about + "is withdrawn: the rule was changed";
        };
    }

    private SubjectWords wordsOf(Subject subject) {
        return subjects.getOrDefault(subject, new SubjectWords(subject.id(), subject.id(), "", PLAIN, PLAIN));
    }

    private Map<Place, String> words(
            AlertRule rule, Figure figure, TrackedAlert alert, SubjectWords read, String points) {
        Map<Place, String> words = new EnumMap<>(Place.class);
        Reading reading = rule.condition().reading();
        String percent = figure.inPoints() ? points : "%";
        words.put(Place.UNIT, unitName(figure));
        put(words, Place.VALUE, alert.value().map(value -> number(value, reading, read, percent)));
        put(words, Place.THRESHOLD, alert.threshold().map(value -> number(value, reading, read, percent)));
        put(
                words,
                Place.PREVIOUS_RANK,
                figure.placing().flatMap(Placing::previous).map(String::valueOf));
        put(words, Place.RANKED, figure.placing().map(placing -> String.valueOf(placing.ranked())));
        words.put(Place.REPORTED, Integer.toString(figure.coverage().reported()));
        words.put(Place.EXPECTED, Integer.toString(figure.coverage().expected()));
        return words;
    }

    private static String number(BigDecimal value, Reading reading, SubjectWords read, String percent) {
        return switch (reading) {
            case RANK -> value.toPlainString();
            case GROWTH -> read.growth().round(value).toPlainString() + percent;
            case VALUE -> read.value().round(value).toPlainString() + read.measure();
        };
    }

    private static void put(Map<Place, String> words, Place place, Optional<String> word) {
        word.ifPresent(text -> words.put(place, text));
    }
}
