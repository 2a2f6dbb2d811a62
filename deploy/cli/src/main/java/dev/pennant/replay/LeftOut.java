package dev.pennant.replay;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Tables or columns that two runs over the same topics need not have in common.
 *
 * @param reason why not, as people read it
 * @param names which
 */
record LeftOut(String reason, List<String> names) {
    /** Whole tables. */
    static final List<LeftOut> TABLES = List.of(
            new LeftOut(
                    "what was told on the way, of which a run tells less when it has more before it",
                    List.of("alert_log", "indicator_log", "standing_log")),
            new LeftOut(
                    "what people have settled or sent again, which is in no topic",
                    List.of("dead_letter_replay_log", "settled_standings")),
            new LeftOut("how the jobs run", List.of("job_metric_log")));

    /** Columns, of whatever table. */
    static final List<LeftOut> COLUMNS = List.of(
            new LeftOut(
                    "when and by which run it was told",
                    List.of(
                            "version",
                            "figure_version",
                            "compared_version",
                            "updated_at",
                            "since",
                            "seen_at",
                            "loaded_at",
                            "applied_at")),
            new LeftOut(
                    "by which step on the way a rank has moved last",
                    List.of("cause", "cause_indicator", "moved_from", "moved_at")),
            new LeftOut(
                    "words of an alert, with the coverage of when its value or state has changed last",
                    List.of("message", "message_en")));

    LeftOut {
        names = List.copyOf(new TreeSet<>(names));
    }

    static boolean names(Collection<LeftOut> all, String name) {
        return all.stream().anyMatch(leftOut -> leftOut.names.contains(name));
    }

    @Override
    public String toString() {
        return String.join(", ", names) + " (" + reason + ")";
    }
}
