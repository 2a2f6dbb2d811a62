package dev.pennant.bench.retail;

import dev.pennant.bench.run.RunFigures;
import dev.pennant.bench.run.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What was measured. Within a turn the machine was about as fast for each of its subjects, and another turn it may have been much faster for all of
 * them: so subjects are compared turn by turn.
 *
 * @param turns in order, the run of each subject
 */
record Turns(List<Map<Subject, RunFigures>> turns) {
    /** What was measured at all. */
    Set<Subject> subjects() {
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        turns.forEach(turn -> subjects.addAll(turn.keySet()));
        return subjects;
    }

    /** The runs of a subject in order; none where it was not measured. */
    List<RunFigures> of(Subject subject) {
        return turns.stream()
                .flatMap(turn -> Stream.ofNullable(turn.get(subject)))
                .toList();
    }

    /** The median of the ratios of a figure of one subject to that of another in the same turn; nothing where there is no such turn. */
    OptionalDouble ratio(Subject one, Subject other, ToDoubleFunction<RunFigures> figure) {
        List<Map<Subject, RunFigures>> shared = turns.stream()
                .filter(turn -> turn.containsKey(one) && turn.containsKey(other))
                .toList();
        return shared.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Medians.of(
                        shared, turn -> figure.applyAsDouble(turn.get(one)) / figure.applyAsDouble(turn.get(other))));
    }
}
